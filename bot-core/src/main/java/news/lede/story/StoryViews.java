package news.lede.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.community.Viewer;

/** Restricts stories to what somebody may see. Cached by story, revision and visible articles. Thread-safe. */
public final class StoryViews {
    private static final int MOST_CACHED = 2_000;
    private static final Comparator<Article> OLDEST_FIRST =
            Comparator.comparing(Article::published).thenComparing(Article::id);

    private final Stories stories;
    private final Articles articles;
    private final Cache<Key, StoryView> cache = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .executor(Runnable::run)
            .build();

    private record Key(StoryId story, int revision, Set<ArticleId> visible) {}

    public StoryViews(Stories stories, Articles articles) {
        this.stories = stories;
        this.articles = articles;
    }

    /** The story as {@code viewer} sees it; empty when it does not exist or nothing of it is visible: the two must look alike. */
    public Optional<StoryView> view(StoryId story, Viewer viewer) {
        return views(List.of(story), viewer).stream().findFirst();
    }

    /** Those that are visible, in the order given, each story once (a merged one under its survivor). */
    public List<StoryView> views(Collection<StoryId> stories, Viewer viewer) {
        Map<StoryId, Story> found = new LinkedHashMap<>();
        this.stories.findAll(stories).forEach(story -> found.put(story.id(), story));
        Map<StoryId, Story> ordered = new LinkedHashMap<>();
        for (StoryId id : stories) {
            // One that was merged is found under its survivor's id.
            Optional.ofNullable(found.get(id))
                    .or(() -> this.stories.find(id))
                    .ifPresent(story -> ordered.putIfAbsent(story.id(), story));
        }
        Set<ArticleId> members = ordered.values().stream()
                .flatMap(story -> story.members().stream())
                .collect(Collectors.toSet());
        Set<ArticleId> visible = articles.visible(members, viewer.sources());
        return ordered.values().stream()
                .flatMap(story -> restricted(story, visible).stream())
                .toList();
    }

    /** The same by id; without those that were merged into others, whose ids nothing that is looked up now has any more. */
    public Map<StoryId, StoryView> byId(Collection<StoryId> stories, Viewer viewer) {
        Map<StoryId, StoryView> found = new LinkedHashMap<>();
        views(stories, viewer).forEach(view -> found.put(view.id(), view));
        return found;
    }

    private Optional<StoryView> restricted(Story story, Set<ArticleId> visible) {
        Set<ArticleId> mine = new HashSet<>(story.members());
        mine.retainAll(visible);
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        cache.get(new Key(story.id(), story.revision(), Set.copyOf(mine)), _ -> build(story, mine)));
    }

    private StoryView build(Story story, Set<ArticleId> visible) {
        List<Article> read =
                articles.findAll(visible).stream().sorted(OLDEST_FIRST).toList();
        return new StoryView(story.id(), story.revision(), story.language(), Headline.of(read, story.language()), read);
    }
}
