package news.lede.topic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.topic.TopicVotes.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt of topics from the news at one time: of those that ship all at once, since they contend with each other; of others when they are first asked for. Thread-safe.
 */
final class TopicProfiles {
    private static final int MOST_PROFILES = 2_000;
    /** Each holds two bytes for every article of the window. */
    private static final int MOST_BOARDS = 160;

    /** A topic as a workspace taught it; workspaces that said nothing share one. */
    private record Taught(Topic topic, List<Tally> votes) {}

    private final NewsBackground news;
    private final TopicLearning learning;
    private final TopicNumbers numbers;
    private final TopicVectors vectors;
    private final Teaching teaching;
    private final ArticleWindow window;
    private final Map<Topic, TopicProfile> together = new HashMap<>();
    private final Supplier<TopicLearning.Rivals> rivals;
    private final Cache<Topic, TopicProfile> alone = cache(MOST_PROFILES);
    private final Cache<Taught, TopicProfile> taught = cache(MOST_PROFILES);
    private final Cache<Taught, TopicBoard> boards = cache(MOST_BOARDS);

    TopicProfiles(
            NewsBackground news,
            List<ArticleReading> sample,
            List<Topic> shipped,
            TopicNumbers numbers,
            TopicVectors vectors,
            Teaching teaching,
            ArticleWindow window) {
        this.news = news;
        this.learning = new TopicLearning(sample, news);
        this.numbers = numbers;
        this.vectors = vectors;
        this.teaching = teaching;
        this.window = window;
        List<TopicProfile> byName = shipped.stream().map(this::byName).toList();
        List<TopicProfile> learnt = learning.together(byName);
        learnt.forEach(profile -> together.put(profile.topic(), profile));
        // Most installations define few topics of their own.
        rivals = new Once(() -> learning.rivals(learnt));
    }

    private static <K, V> Cache<K, V> cache(int most) {
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /** Computes at the first call. */
    private static final class Once implements Supplier<TopicLearning.Rivals> {
        private final Supplier<TopicLearning.Rivals> compute;
        private TopicLearning.@Nullable Rivals computed;

        Once(Supplier<TopicLearning.Rivals> compute) {
            this.compute = compute;
        }

        @Override
        public synchronized TopicLearning.Rivals get() {
            TopicLearning.Rivals known = computed;
            if (known == null) {
                known = compute.get();
                computed = known;
            }
            return known;
        }
    }

    private TopicProfile byName(Topic topic) {
        int number = Objects.requireNonNull(numbers.of(List.of(topic)).get(topic));
        Optional<Direction> name = news.meaning().flatMap(background -> vectors.name(topic, background));
        return TopicProfile.of(topic, number, name, teaching.lessons(topic, List.of(), news));
    }

    /** As {@code votes} have it. */
    TopicProfile of(Topic topic, List<Tally> votes) {
        TopicProfile known = together.get(topic);
        TopicProfile profile =
                known != null ? known : alone.get(topic, _ -> learning.alone(byName(topic), rivals.get()));
        return votes.isEmpty()
                ? profile
                : taught.get(new Taught(topic, votes), _ -> profile.with(teaching.lessons(topic, votes, news)));
    }

    /** The scores of the window's articles. */
    TopicBoard board(Topic topic, List<Tally> votes) {
        return boards.get(new Taught(topic, votes), _ -> new TopicBoard(of(topic, votes), window));
    }

    /** Scores the window for the topics that ship, so that no question has to wait for it. */
    void makeBoards() {
        together.keySet().forEach(topic -> board(topic, List.of()));
    }
}
