package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Matches.Open;
import news.lede.alert.Outbox.Growth;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.story.Change;
import news.lede.story.Revision;
import news.lede.story.Stories;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.subscription.Budget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works announcements off, the oldest first: matches one with all wishes, plans its first messages, then has those who know the story catch up. The first two leave in the store how far they came; the
 * last can be done twice, and begins anew after a restart.
 */
final class Announcing {
    /** A message shows what came after it no sooner than this, so that ten sources that join at once are one edit. */
    static final Duration EDITED_AFTER = Duration.ofMinutes(2);

    /** Older messages stay as they are. */
    static final Duration EDITED_FOR = Duration.ofHours(24);

    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    /** So many may stand before one that can be done. */
    private static final int LOOKED_AT = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Announcing.class);
    private static final ConversationId NOBODY = new ConversationId(0);

    private final Matches matches;
    private final Outbox outbox;
    private final Stories stories;
    private final Matcher matcher;
    private final InstantSource clock;
    /** Stories of which the last step failed; in memory alone. */
    private final Map<StoryId, Failing> failing = new HashMap<>();

    private long growing;
    private final Deque<Growth> growths = new ArrayDeque<>();
    private ConversationId reached = NOBODY;

    /** How often in a row it failed, and until when it rests. */
    private record Failing(int times, Instant until) {}

    Announcing(Matches matches, Outbox outbox, Stories stories, Matcher matcher, InstantSource clock) {
        this.matches = matches;
        this.outbox = outbox;
        this.stories = stories;
        this.matcher = matcher;
        this.clock = clock;
    }

    boolean step() {
        Instant now = clock.instant();
        Optional<Open> next = matches.open(failing.isEmpty() ? 1 : LOOKED_AT).stream()
                .filter(open -> !isResting(open.announcement().story(), now))
                .findFirst();
        next.ifPresent(open -> attempt(open, now));
        return next.isPresent();
    }

    /** One that always fails stands first for ever: without a rest it would keep all others waiting. */
    private void attempt(Open open, Instant now) {
        StoryId story = open.announcement().story();
        boolean done = false;
        try {
            work(open);
            done = true;
        } finally {
            if (done) {
                failing.remove(story);
            } else {
                int times = failing.containsKey(story) ? failing.get(story).times() + 1 : 1;
                failing.put(story, new Failing(times, now.plus(restAfter(times))));
            }
        }
    }

    /** All of a story wait together: what came of it is told in order. */
    private boolean isResting(StoryId story, Instant now) {
        Failing before = failing.get(story);
        return before != null && before.until().isAfter(now);
    }

    private static Duration restAfter(int times) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(times - 1, 10));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private void work(Open open) {
        Announcement announcement = open.announcement();
        Instant now = clock.instant();
        if (!open.matched()) {
            List<Matches.Match> found = matcher.matches(announcement);
            // A clock that was set back meanwhile must not make it older than those who subscribed before it.
            matches.matched(announcement, found, now.isBefore(announcement.created()) ? announcement.created() : now);
            LOG.debug(
                    "matched story={} revision={} wishes={}",
                    announcement.story(),
                    announcement.revision(),
                    found.size());
        } else if (!outbox.expand(announcement, Budget.DEFAULT.aDay(), now) && !grow(announcement, now)) {
            matches.finished(announcement.id(), now);
        }
    }

    /** The next portion of those who know the story; false when all have caught up. */
    private boolean grow(Announcement announcement, Instant now) {
        if (growing != announcement.id()) {
            growing = announcement.id();
            growths.clear();
            growths.addAll(growths(announcement));
            recall(announcement, now);
            reached = NOBODY;
        }
        if (growths.isEmpty()) {
            return false;
        }
        Optional<ConversationId> last = outbox.grow(
                growths.getFirst(), reached, Budget.DEFAULT.aDay(), now.minus(EDITED_FOR), now.plus(EDITED_AFTER), now);
        if (last.isEmpty()) {
            growths.removeFirst();
        }
        reached = last.orElse(NOBODY);
        return true;
    }

    /** Before anybody is told that a publisher took something down, so that what says so is not changed itself. */
    private void recall(Announcement announcement, Instant now) {
        Announced.behind(stories, announcement).stream()
                .filter(revision -> revision.changes().stream().anyMatch(Change.Withdrawn.class::isInstance))
                .flatMap(revision -> revision.article().stream())
                .forEach(article ->
                        outbox.recall(announcement.story(), article, now.minus(Retractions.RECALLED_FOR), now));
    }

    private List<Growth> growths(Announcement announcement) {
        return stories.find(announcement.story()).stream()
                .flatMap(story -> Announced.behind(stories, announcement).stream()
                        .flatMap(revision ->
                                revision
                                        .article()
                                        .map(article -> growth(announcement, story, revision, article))
                                        .stream()))
                .toList();
    }

    /** What a story that became part of another brought is shown with the other; it is no news of that one. */
    private static Growth growth(Announcement announcement, Story story, Revision revision, ArticleId article) {
        boolean whole = story.id().equals(announcement.story());
        Optional<Kind> news = revision.correcting()
                ? Optional.of(Kind.CORRECTION)
                : revision.material() ? Optional.of(Kind.UPDATE) : Optional.empty();
        return new Growth(
                story.id(),
                whole ? announcement.revision() : story.revision(),
                article,
                news.filter(kind -> whole || kind == Kind.CORRECTION));
    }
}
