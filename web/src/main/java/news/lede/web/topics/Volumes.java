package news.lede.web.topics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.lede.community.Asker;
import news.lede.community.WorkspaceId;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import news.lede.topic.TopicReplay;

/** How much each topic carried in the last days. Matching all topics with all stories of a week takes a while, so it is remembered for some minutes. Thread-safe. */
final class Volumes {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 20;

    private final TopicBooks books;
    private final InstantSource clock;
    private final Cache<WorkspaceId, Counted> counted =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private record Counted(Instant at, List<Topic> topics, Map<TopicId, List<TopicReplay.Day>> days) {}

    Volumes(TopicBooks books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    Map<TopicId, List<TopicReplay.Day>> of(List<Topic> topics, Asker who) {
        Instant now = clock.instant();
        Counted known = counted.getIfPresent(who.workspace().id());
        if (known == null
                || known.at().plus(KEPT).isBefore(now)
                || !known.topics().equals(topics)) {
            known = new Counted(
                    now,
                    topics,
                    books.replay()
                            .get()
                            .volumes(topics, who.viewer(), now, who.workspace().zone()));
            counted.put(who.workspace().id(), known);
        }
        return known.days();
    }
}
