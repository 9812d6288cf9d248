package news.lede.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.lede.article.ArticleId;
import news.lede.article.Followers;

/**
 * Lets go of what has been kept for long enough: first the texts of articles, much later whole stories. It works in portions with a rest after each, so that whoever takes in news or answers never waits for more than one of
 * them; ended anywhere, it goes on at the next run.
 */
public final class Retention {
    /** Some ten milliseconds of writing. */
    static final int PORTION = 50;

    static final int TRACES = 500;
    /** A megabyte of four-kilobyte pages. */
    static final int PAGES = 256;

    private final Upkeep upkeep;
    private final Followers followers;
    private final Periods periods;
    private final Derived derived;
    private final Rest rest;
    private final InstantSource clock;

    /** How long texts, and how long stories are kept, the latter at least as long. */
    public record Periods(Duration texts, Duration stories) {
        public Periods {
            if (!texts.isPositive()) {
                throw new IllegalArgumentException("texts are kept for a while");
            }
            stories = stories.compareTo(texts) < 0 ? texts : stories;
        }
    }

    /** What is made of articles elsewhere, and has to follow. */
    public interface Derived {
        /** These have lost their text. */
        void shortened(List<ArticleId> articles);

        /** These are no more. */
        void gone(List<ArticleId> articles);
    }

    /** A pause in which others write. */
    @FunctionalInterface
    public interface Rest {
        void rest() throws InterruptedException;
    }

    /** What a run did. {@code pages}: given back to the disk. */
    public record Done(int texts, int articles, int traces, int pages) {
        public boolean anything() {
            return texts + articles + traces + pages > 0;
        }
    }

    public Retention(
            Upkeep upkeep, Followers followers, Periods periods, Derived derived, Rest rest, InstantSource clock) {
        this.upkeep = upkeep;
        this.followers = followers;
        this.periods = periods;
        this.derived = derived;
        this.rest = rest;
        this.clock = clock;
    }

    /** One run over all there is. */
    public Done run() throws InterruptedException {
        Optional<Instant> newest = upkeep.newest();
        if (newest.isEmpty()) {
            return new Done(0, 0, 0, 0);
        }
        // A clock that is years ahead must not cost the news of years: what is published tells the time as well.
        Instant now = newest.get().isBefore(clock.instant()) ? newest.get() : clock.instant();
        int texts = dropTexts(now.minus(periods.texts()));
        int articles = dropStories(now.minus(periods.stories()));
        int traces = repeated(() -> upkeep.dropTraces(now.minus(periods.texts()), TRACES))
                + repeated(() -> followers.forget(TRACES));
        int pages = repeated(() -> upkeep.reclaim(PAGES));
        return new Done(texts, articles, traces, pages);
    }

    private int dropTexts(Instant before) throws InterruptedException {
        int dropped = 0;
        Optional<ArticleId> from = Optional.of(new ArticleId(0));
        while (from.isPresent()) {
            Upkeep.Portion portion = upkeep.dropTexts(before, from.get(), PORTION);
            dropped += portion.changed().size();
            follow(portion.changed(), derived::shortened);
            from = portion.next();
        }
        return dropped;
    }

    private int dropStories(Instant before) throws InterruptedException {
        int dropped = 0;
        List<ArticleId> gone = upkeep.dropStories(before, clock.instant(), PORTION);
        while (!gone.isEmpty()) {
            dropped += gone.size();
            follow(gone, derived::gone);
            gone = upkeep.dropStories(before, clock.instant(), PORTION);
        }
        return dropped;
    }

    private void follow(List<ArticleId> changed, Consumer<List<ArticleId>> follower) throws InterruptedException {
        if (!changed.isEmpty()) {
            follower.accept(changed);
            rest.rest();
        }
    }

    private interface Step {
        int take();
    }

    private int repeated(Step step) throws InterruptedException {
        int all = 0;
        int some = step.take();
        while (some > 0) {
            all += some;
            rest.rest();
            some = step.take();
        }
        return all;
    }
}
