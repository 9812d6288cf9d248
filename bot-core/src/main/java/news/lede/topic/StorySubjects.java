package news.lede.topic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryView;

/**
 * The one topic that a story speaks of most, for a colour and for following it: by words of headline and lead alone, which is quick and needs no model, so it may miss what {@link TopicDesk} finds.
 * What a workspace defined goes before what ships. Remembered for each view. Thread-safe.
 */
public final class StorySubjects {
    private static final int MOST_STORIES = 5_000;
    private static final int MOST_TOPICS = 500;

    private final Supplier<TopicCatalog> catalog;

    /** What ships is one list as long as the catalog lives. */
    private final Cache<List<Topic>, Speaking> shipped = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(1)
            .executor(Runnable::run)
            .build();

    private final Cache<List<Topic>, Speaking> own = Caffeine.newBuilder()
            .maximumSize(MOST_TOPICS)
            .executor(Runnable::run)
            .build();

    /** {@code catalog} is asked when the first story is. */
    public StorySubjects(Supplier<TopicCatalog> catalog) {
        this.catalog = catalog;
    }

    /** The topics of {@code workspace} as they are now; what it gives is empty where no word of any stands in a story. */
    public Function<StoryView, Optional<Topic>> in(WorkspaceId workspace) {
        TopicCatalog topics = catalog.get();
        List<Topic> defined = topics.defined(workspace);
        Set<TopicId> overridden = defined.stream().map(Topic::id).collect(Collectors.toSet());
        return story -> (defined.isEmpty()
                        ? Optional.<Topic>empty()
                        : own.get(defined, Speaking::new).of(story).stream().findFirst())
                .or(() -> shipped.get(topics.shipped(), Speaking::new).of(story).stream()
                        .filter(topic -> !overridden.contains(topic.id()))
                        .findFirst());
    }

    /** Some topics, and the stories they were compared with. */
    private static final class Speaking {
        private final Map<Integer, Topic> numbered = new HashMap<>();
        private final WordMatcher matcher;
        private final Cache<StoryView, List<Topic>> known = Caffeine.newBuilder()
                .weakKeys()
                .maximumSize(MOST_STORIES)
                .executor(Runnable::run)
                .build();

        Speaking(List<Topic> topics) {
            for (Topic topic : topics) {
                numbered.put(numbered.size(), topic);
            }
            this.matcher = new WordMatcher(numbered, numbered.size());
        }

        /** The one it speaks of most first. */
        List<Topic> of(StoryView story) {
            return known.get(story, this::find);
        }

        private List<Topic> find(StoryView story) {
            Article newest = story.newest();
            TopicText text = TopicText.of(story.title(), OwnTopics.lead(newest), newest.language());
            return matcher.in(text).hits().stream()
                    .filter(hit -> hit.weight() >= OwnTopics.SPEAKS_OF && !hit.forbidden())
                    .filter(hit -> hit.required() || !demands(topic(hit), newest))
                    .sorted(Comparator.comparingDouble(TopicHits.Hit::weight)
                            .reversed()
                            .thenComparing(TopicHits.Hit::topic))
                    .map(this::topic)
                    .toList();
        }

        private static boolean demands(Topic topic, Article article) {
            return !topic.must().getOrDefault(article.language(), List.of()).isEmpty();
        }

        private Topic topic(TopicHits.Hit hit) {
            return Objects.requireNonNull(numbered.get(hit.topic()));
        }
    }
}
