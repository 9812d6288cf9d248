package news.lede.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Cache<VisibleStory, StoryView> cache = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .executor(Runnable::run)
            .build();

    public StoryViews(Stories stories, Articles articles) {
        this.stories = stories;
        this.articles = articles;
    }

    /** The story as {@code viewer} sees it; empty when it does not exist, nothing of it is visible or it was taken back: these must look alike. */
    public Optional<StoryView> view(StoryId story, Viewer viewer) {
        return views(List.of(story), viewer).stream().findFirst();
    }

    /** Those that are visible, in the order given, each story once (a merged one under its survivor). */
    public List<StoryView> views(Collection<StoryId> stories, Viewer viewer) {
        Map<StoryId, VisibleStory> visible = this.stories.visible(stories, viewer.sources());
        Map<StoryId, VisibleStory> ordered = new LinkedHashMap<>();
        for (StoryId id : stories) {
            VisibleStory story = visible.get(id);
            if (story != null && Collections.disjoint(viewer.takenBack(), story.visible())) {
                ordered.putIfAbsent(story.id(), story);
            }
        }
        return views(ordered.values());
    }

    /** What is not cached is read at once. */
    private List<StoryView> views(Collection<VisibleStory> stories) {
        Map<VisibleStory, StoryView> views = new HashMap<>();
        List<VisibleStory> missing = new ArrayList<>();
        for (VisibleStory story : stories) {
            StoryView cached = cache.getIfPresent(story);
            if (cached == null) {
                missing.add(story);
            } else {
                views.put(story, cached);
            }
        }
        if (!missing.isEmpty()) {
            Map<ArticleId, Article> read = read(missing);
            for (VisibleStory story : missing) {
                List<Article> told = story.visible().stream()
                        .flatMap(article -> Stream.ofNullable(read.get(article)))
                        .sorted(OLDEST_FIRST)
                        .toList();
                // What was taken back since the story was looked up is gone.
                if (!told.isEmpty()) {
                    views.put(story, cache.get(story, _ -> view(story, told)));
                }
            }
        }
        List<StoryView> ordered = new ArrayList<>(stories.size());
        for (VisibleStory story : stories) {
            StoryView view = views.get(story);
            if (view != null) {
                ordered.add(view);
            }
        }
        return List.copyOf(ordered);
    }

    private Map<ArticleId, Article> read(List<VisibleStory> stories) {
        Map<ArticleId, Article> read = new HashMap<>();
        articles.findAll(stories.stream()
                        .flatMap(story -> story.visible().stream())
                        .toList())
                .forEach(article -> read.put(article.id(), article));
        return read;
    }

    /** The same by id; without those that were merged into others, whose ids nothing that is looked up now has any more. */
    public Map<StoryId, StoryView> byId(Collection<StoryId> stories, Viewer viewer) {
        Map<StoryId, StoryView> found = new LinkedHashMap<>();
        views(stories, viewer).forEach(view -> found.put(view.id(), view));
        return found;
    }

    private static StoryView view(VisibleStory story, List<Article> told) {
        return new StoryView(story.id(), story.revision(), story.language(), Headline.of(told, story.language()), told);
    }
}
