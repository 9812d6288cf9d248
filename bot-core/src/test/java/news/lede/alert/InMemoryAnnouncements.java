package news.lede.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import news.lede.article.Restorable;
import news.lede.story.StoryId;

/** {@link Announcements} in a list. Thread-safe. */
public final class InMemoryAnnouncements implements Announcements, Restorable {
    private final List<Announcement> announcements = new ArrayList<>();
    private long lastId;

    @Override
    public synchronized void announce(StoryId story, int revision, Instant at) {
        boolean known = announcements.stream().anyMatch(a -> a.story().equals(story) && a.revision() == revision);
        if (!known) {
            announcements.add(new Announcement(++lastId, story, revision, at.truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    /** Takes announcements back, for the fake that purges. */
    public synchronized void cancel(Predicate<Announcement> which) {
        announcements.removeIf(which);
    }

    @Override
    public synchronized List<Announcement> after(long after, int limit) {
        return announcements.stream().filter(a -> a.id() > after).limit(limit).toList();
    }

    @Override
    public synchronized Runnable snapshot() {
        List<Announcement> old = List.copyOf(announcements);
        return () -> restore(old);
    }

    private synchronized void restore(List<Announcement> old) {
        announcements.clear();
        announcements.addAll(old);
    }
}
