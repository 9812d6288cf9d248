package news.lede.upkeep;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import news.lede.article.ArticleId;
import news.lede.article.Followers;
import news.lede.time.SettableClock;
import news.lede.upkeep.Retention.Done;
import news.lede.upkeep.Retention.Periods;
import org.junit.jupiter.api.Test;

/** Texts go first, stories much later, a portion at a time. */
class RetentionTest {
    private static final Duration MONTHS = Duration.ofDays(90);
    private static final Duration YEARS = Duration.ofDays(730);

    private final SettableClock clock = new SettableClock(NOON.toString());
    private final Shelf shelf = new Shelf();
    private final Log changes = new Log();
    private final List<ArticleId> shortened = new ArrayList<>();
    private final List<ArticleId> gone = new ArrayList<>();
    private int rests;

    /** Articles by age, each a story of its own. */
    private static final class Shelf implements Upkeep {
        private final NavigableMap<ArticleId, Instant> texts = new TreeMap<>();
        private final NavigableMap<ArticleId, Instant> stories = new TreeMap<>();
        private int traces;
        private int pages;

        void put(int count, Instant published) {
            for (int i = 0; i < count; i++) {
                ArticleId id = new ArticleId(stories.size() + 1L);
                texts.put(id, published);
                stories.put(id, published);
            }
        }

        private static List<ArticleId> some(NavigableMap<ArticleId, Instant> of, Instant before, int limit) {
            return of.entrySet().stream()
                    .filter(one -> one.getValue().isBefore(before))
                    .limit(limit)
                    .map(java.util.Map.Entry::getKey)
                    .toList();
        }

        @Override
        public Optional<Instant> newest() {
            return stories.values().stream().max(Instant::compareTo);
        }

        @Override
        public Portion dropTexts(Instant before, ArticleId after, int limit) {
            List<ArticleId> some = some(texts.tailMap(after, false), before, limit);
            texts.keySet().removeAll(some);
            return new Portion(some, some.size() < limit ? Optional.empty() : Optional.of(some.getLast()));
        }

        @Override
        public List<ArticleId> dropStories(Instant before, Instant now, int limit) {
            List<ArticleId> some = some(stories, before, limit);
            stories.keySet().removeAll(some);
            return some;
        }

        @Override
        public int dropTraces(Instant before, int limit) {
            int some = Math.min(limit, traces);
            traces -= some;
            return some;
        }

        @Override
        public int reclaim(int limit) {
            int some = Math.min(limit, pages);
            pages -= some;
            return some;
        }

        @Override
        public int setClocksRight(Instant now) {
            return 0;
        }
    }

    /** Changes that everybody has followed. */
    private static final class Log implements Followers {
        private int followed;

        @Override
        public void followed(String name, long change) {}

        @Override
        public void left(String name) {}

        @Override
        public int forget(int limit) {
            int some = Math.min(limit, followed);
            followed -= some;
            return some;
        }
    }

    private Done run(Retention.Rest rest) throws InterruptedException {
        return new Retention(
                        shelf,
                        changes,
                        new Periods(MONTHS, YEARS),
                        new Retention.Derived() {
                            @Override
                            public void shortened(List<ArticleId> articles) {
                                shortened.addAll(articles);
                            }

                            @Override
                            public void gone(List<ArticleId> articles) {
                                gone.addAll(articles);
                            }
                        },
                        rest,
                        clock)
                .run();
    }

    private Done run() throws InterruptedException {
        return run(() -> rests++);
    }

    @Test
    void anEmptyStoreNeedsNothing() throws InterruptedException {
        assertThat(run().anything()).isFalse();
    }

    @Test
    void whatIsYoungIsLeftAlone() throws InterruptedException {
        shelf.put(3, NOON.minus(MONTHS));

        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));
        assertThat(rests).isZero();
    }

    @Test
    void textsGoAfterMonthsAndStoriesAfterYears() throws InterruptedException {
        shelf.put(1, NOON);
        shelf.put(2, NOON.minus(MONTHS).minusSeconds(1));
        shelf.put(3, NOON.minus(YEARS).minusSeconds(1));

        assertThat(run()).isEqualTo(new Done(5, 3, 0, 0));

        assertThat(shortened).hasSize(5);
        assertThat(gone).containsExactly(new ArticleId(4), new ArticleId(5), new ArticleId(6));
    }

    @Test
    void itRestsAfterEachPortionAndTakesAll() throws InterruptedException {
        shelf.put(1, NOON);
        shelf.put(2 * Retention.PORTION + 1, NOON.minus(MONTHS.plusDays(1)));
        shelf.traces = Retention.TRACES + 1;
        shelf.pages = 2 * Retention.PAGES;

        assertThat(run()).isEqualTo(new Done(2 * Retention.PORTION + 1, 0, Retention.TRACES + 1, 2 * Retention.PAGES));
        assertThat(rests).isEqualTo(3 + 2 + 2);
    }

    @Test
    void changesThatEverybodyHasFollowedGoInPortions() throws InterruptedException {
        shelf.put(1, NOON);
        changes.followed = Retention.TRACES + 1;

        assertThat(run()).isEqualTo(new Done(0, 0, Retention.TRACES + 1, 0));
        assertThat(rests).isEqualTo(2);
    }

    @Test
    void endedInARestItGoesOnNextTime() throws InterruptedException {
        shelf.put(1, NOON);
        shelf.put(Retention.PORTION + 5, NOON.minus(MONTHS.plusDays(1)));

        assertThatThrownBy(() -> run(() -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(shortened).hasSize(Retention.PORTION);

        assertThat(run().texts()).isEqualTo(5);
    }

    @Test
    void aClockThatIsYearsAheadCostsNothing() throws InterruptedException {
        shelf.put(2, NOON);
        clock.set(NOON.plus(Duration.ofDays(4_000)));

        assertThat(run().anything()).isFalse();
    }

    @Test
    void newsThatClaimsToBeOfTheFutureDoesNotHurryIt() throws InterruptedException {
        shelf.put(1, NOON.plus(Duration.ofDays(4_000)));
        shelf.put(1, NOON);

        assertThat(run().anything()).isFalse();
    }

    @Test
    void storiesAreKeptAsLongAsTextsAtLeast() {
        assertThat(new Periods(YEARS, MONTHS)).isEqualTo(new Periods(YEARS, YEARS));
        assertThatThrownBy(() -> new Periods(Duration.ZERO, YEARS)).isInstanceOf(IllegalArgumentException.class);
    }
}
