package news.lede.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import news.lede.app.metrics.Meters;
import news.lede.article.ArticleId;
import news.lede.config.Settings;
import news.lede.store.Backups;
import news.lede.upkeep.Retention;
import news.lede.web.health.Part;

/** What a Lede does for itself so that it can run for years. */
final class UpkeepWiring {
    /** Twenty portions a second leave nine tenths of the time to others. */
    private static final Duration REST = Duration.ofMillis(50);

    private final Path data;
    private final Settings.Retention periods;
    private final StoreWiring kept;
    private final NewsWiring news;
    private final BelongingsWiring belongings;
    private final Meters meters;
    private final InstantSource clock;

    UpkeepWiring(
            Path data,
            Settings.Retention periods,
            StoreWiring kept,
            NewsWiring news,
            BelongingsWiring belongings,
            Meters meters,
            InstantSource clock) {
        this.data = data;
        this.periods = periods;
        this.kept = kept;
        this.news = news;
        this.belongings = belongings;
        this.meters = meters;
        this.clock = clock;
    }

    Housekeeping housekeeping() {
        return new Housekeeping(
                belongings.erasures(), new Backups(data, clock), kept.store().upkeep(), retention(), clock);
    }

    /** Lets go of what has been kept for long enough. */
    Retention retention() {
        return new Retention(
                kept.store().upkeep(),
                kept.store().followers(),
                new Retention.Periods(periods.articles(), periods.stories()),
                new Followers(),
                () -> Thread.sleep(REST),
                clock);
    }

    Supervision supervision() {
        return new Supervision(kept.store().upkeep(), clock, System::nanoTime);
    }

    /** How all of it is, in figures. */
    Vitals vitals(Supplier<List<Part>> platforms, Supervision supervision) {
        return new Vitals(new Vitals.Asked(kept::store, data, platforms, supervision, meters), clock, System::nanoTime);
    }

    /** The search index and what topics remember. */
    private final class Followers implements Retention.Derived {
        @Override
        public void shortened(List<ArticleId> articles) {
            kept.bringIndexUpToDate();
        }

        @Override
        public void gone(List<ArticleId> articles) {
            kept.bringIndexUpToDate();
            news.topicDesk().get().forget(articles);
        }
    }
}
