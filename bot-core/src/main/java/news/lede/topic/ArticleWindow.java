package news.lede.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import news.lede.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * Readings of the newest articles, in memory. One article has one place; when ids have gone once around, the oldest give way. Whoever follows what changes keeps a place in the
 * {@link #changes}. Thread-safe; reading never waits.
 */
final class ArticleWindow {
    private final int room;
    private final AtomicReferenceArray<@Nullable ArticleReading> places;
    private final int[] changed;
    private long changes;
    private volatile int size;
    private volatile long newest;

    ArticleWindow(int room) {
        this.room = room;
        this.places = new AtomicReferenceArray<>(room);
        this.changed = new int[room];
    }

    int room() {
        return room;
    }

    /** Places from there on were never used. */
    int extent() {
        return (int) Math.min(room, newest + 1);
    }

    /** How many are held. */
    int size() {
        return size;
    }

    /** The highest id that was ever put, 0 before. */
    long newest() {
        return newest;
    }

    int place(ArticleId article) {
        return (int) (article.value() % room);
    }

    Optional<ArticleReading> find(ArticleId article) {
        return Optional.ofNullable(places.get(place(article)))
                .filter(reading -> reading.id().equals(article));
    }

    @Nullable
    ArticleReading at(int place) {
        return places.get(place);
    }

    /** Puts or replaces a reading; one that is older than what has its place is let go. */
    synchronized void put(ArticleReading reading) {
        int place = place(reading.id());
        ArticleReading before = places.get(place);
        if (before != null && before.id().compareTo(reading.id()) > 0) {
            return;
        }
        if (before == null) {
            size++;
        }
        newest = Math.max(newest, reading.id().value());
        places.set(place, reading);
        changed[(int) (changes++ % room)] = place;
    }

    synchronized void remove(ArticleId article) {
        int place = place(article);
        ArticleReading before = places.get(place);
        if (before != null && before.id().equals(article)) {
            places.set(place, null);
            size--;
            changed[(int) (changes++ % room)] = place;
        }
    }

    /** How many changes there have been. */
    synchronized long changes() {
        return changes;
    }

    /** The places that changed after the first {@code from} changes, all places when that is too long ago. Answers how many changes there have been. */
    long changedSince(long from, Consumer<Integer> place) {
        List<Integer> changedPlaces = new ArrayList<>();
        long now;
        boolean all;
        synchronized (this) {
            now = changes;
            all = now - from > room;
            for (long i = from; i < now && !all; i++) {
                changedPlaces.add(changed[(int) (i % room)]);
            }
        }
        if (all) {
            int end = extent();
            for (int i = 0; i < end; i++) {
                place.accept(i);
            }
        } else {
            changedPlaces.forEach(place);
        }
        return now;
    }

    /** At most {@code most} readings, newest id first. */
    List<ArticleReading> newest(int most) {
        List<ArticleReading> found = new ArrayList<>();
        long last = newest;
        for (long id = last; id > 0 && id > last - room && found.size() < most; id--) {
            find(new ArticleId(id)).ifPresent(found::add);
        }
        return found;
    }
}
