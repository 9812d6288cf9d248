package news.lede.web.topics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import news.lede.community.Asker;
import news.lede.community.Viewer;
import news.lede.topic.Topic;
import news.lede.topic.TopicReplay;
import news.lede.topic.TopicSearch.Judged;

/**
 * What a definition would have matched, as far as a page shows it. Comparing it with all stories of a week takes longer than drawing the page, so it is remembered for a minute; a definition that was
 * changed is another one, and what is taken back changes who looks. Thread-safe.
 */
final class Replays {
    private static final Duration KEPT = Duration.ofMinutes(1);
    /** Each keeps the texts of the stories that are shown: some 100 kB. */
    private static final int MOST = 20;

    private static final int FITTING = 12;
    private static final int NEAR = 8;

    private final TopicBooks books;
    private final InstantSource clock;
    private final Cache<Asked, Matched> known;

    private record Asked(Topic topic, Viewer viewer, ZoneId zone) {}

    Replays(TopicBooks books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    /**
     * @param days stories that fit, by days
     * @param count how many fit in all
     * @param looked how many stories were looked at
     * @param fitting the best of them
     * @param near the nearest of those that do not
     */
    record Matched(List<TopicReplay.Day> days, int count, int looked, List<Judged> fitting, List<Judged> near) {
        static final Matched NOTHING = new Matched(List.of(), 0, 0, List.of(), List.of());

        Matched {
            days = List.copyOf(days);
            fitting = List.copyOf(fitting);
            near = List.copyOf(near);
        }
    }

    Matched of(Topic topic, Asker who) {
        ZoneId zone = who.workspace().zone();
        return known.get(new Asked(topic, who.viewer(), zone), this::match);
    }

    private Matched match(Asked asked) {
        TopicReplay.Replay replay =
                books.replay().get().of(asked.topic(), asked.viewer(), clock.instant(), asked.zone());
        return new Matched(
                replay.days(),
                replay.fitting().size(),
                replay.looked(),
                first(replay.fitting(), FITTING),
                first(replay.near(), NEAR));
    }

    private static List<Judged> first(List<Judged> judged, int most) {
        return judged.subList(0, Math.min(most, judged.size()));
    }
}
