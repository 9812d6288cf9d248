package news.lede.alert.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import news.lede.alert.Composer;
import news.lede.alert.Delivery;
import news.lede.alert.DeskComposer;
import news.lede.alert.Edit;
import news.lede.alert.FakeTopicFits;
import news.lede.alert.Limits;
import news.lede.alert.Limits.Rate;
import news.lede.alert.OfOneStore;
import news.lede.alert.Pacing;
import news.lede.alert.Planner;
import news.lede.alert.Retraction;
import news.lede.alert.SavedSearches;
import news.lede.alert.Sender;
import news.lede.article.Article;
import news.lede.article.InDoubt;
import news.lede.store.Store;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Summarizer;

/** The process that is tested: the real planner, the real composer and a real sender for each platform, of which nothing but the store outlives a death. */
final class Desk {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MOST_TRIES = 200;
    private static final int BUSY = 250;
    private static final Summarizer SUMMARIZER = new Summarizer(ExtractLimit.DEFAULT);

    private final Store store;
    private final SimTime time;
    private final Faults faults;
    private final FakeTopicFits topics;
    private final Collection<SimPlatform> platforms;
    private final Record record;
    private List<BooleanSupplier> parts = List.of();
    private int deaths;

    /** What is noted of it. */
    interface Record {
        void composed(Delivery delivery, Composer.Composed composed);

        /** The process died; what it had begun is in the store. */
        void died();
    }

    Desk(
            Store store,
            SimTime time,
            Faults faults,
            FakeTopicFits topics,
            Collection<SimPlatform> platforms,
            Record record) {
        this.store = store;
        this.time = time;
        this.faults = faults;
        this.topics = topics;
        this.platforms = platforms;
        this.record = record;
    }

    void start() {
        Planner.Books books = SimPorts.books(store, faults, BUSY);
        Planner.News news = OfOneStore.news(store);
        Planner planner = new Planner(books, news, topics, new NoSearches(), time);
        Composer composer = new Noting(new DeskComposer(books, news, SUMMARIZER, time));
        List<BooleanSupplier> started = new ArrayList<>();
        started.add(planner::step);
        List<Sender> senders = new ArrayList<>();
        for (SimPlatform platform : platforms) {
            Sender sender = new Sender(
                    SimPorts.of(store, faults, BUSY),
                    platform,
                    composer,
                    _ -> faults.below(2) == 0,
                    new Pacing(limits(platform), time::nanos, time::pass),
                    new Sender.Time(time, time::nanos),
                    Runnable::run);
            senders.add(sender);
            started.add(() -> {
                sender.step();
                return false;
            });
        }
        parts = started;
        senders.forEach(sender -> attempt(() -> {
            sender.begin();
            return false;
        }));
    }

    private static Limits limits(SimPlatform platform) {
        Rate account = new Rate(platform.perSecond() - 1, SECOND);
        return platform.platform().equals("telegram")
                ? Limits.of(account, new Rate(1, SECOND), new Rate(20, Duration.ofMinutes(1)))
                : Limits.of(account);
    }

    /** Each part does what it can. */
    void work() {
        for (BooleanSupplier part : List.copyOf(parts)) {
            while (parts.contains(part) && attempt(part)) {
                // Until it has nothing left to do, or is dead.
            }
        }
        platforms.forEach(SimPlatform::arriveLate);
    }

    /** Until it works, as the program does; a death ends the process, and another one begins some time later. */
    private boolean attempt(BooleanSupplier step) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                return step.getAsBoolean();
            } catch (IllegalStateException | InDoubt e) {
                faults.note("failed: %s", e);
                time.pass(SECOND);
            } catch (Death e) {
                deaths++;
                record.died();
                parts = List.of();
                faults.live();
                time.pass(Duration.ofMillis(2_000 + faults.below(faults.below(3) == 0 ? 4 * 3_600_000 : 20_000)));
                start();
                return false;
            }
        }
        throw new AssertionError("never came further\n" + faults.trace());
    }

    int deaths() {
        return deaths;
    }

    private final class Noting implements Composer {
        private final Composer composer;

        Noting(Composer composer) {
            this.composer = composer;
        }

        @Override
        public Composed compose(Delivery delivery) {
            Composed composed = composer.compose(delivery);
            faults.step("composed");
            record.composed(delivery, composed);
            return composed;
        }

        @Override
        public Composed compose(Edit edit) {
            return composer.compose(edit);
        }

        @Override
        public Composed compose(Retraction retraction) {
            return composer.compose(retraction);
        }
    }

    /** Nobody saved any. */
    private static final class NoSearches implements SavedSearches {
        @Override
        public void add(String words) {
            throw new UnsupportedOperationException(words);
        }

        @Override
        public Set<String> finding(Article article) {
            return Set.of();
        }
    }

    Instant now() {
        return time.instant();
    }
}
