package news.lede.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.ArticleIndex.Query;
import news.lede.community.Viewer;
import news.lede.story.Stories;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.story.StoryViews;
import news.lede.text.Language;
import news.lede.topic.TopicSearch.TopicHit;

/** Finds the stories on any words: all of them first, then most of them. Thread-safe. */
final class WordSearch {
    /** Some of what is found cannot be seen or belongs to one story. */
    private static final int HITS_OF_A_STORY = 3;

    private static final int FEWEST_HITS = 30;
    private static final int WORDS_SHOWN = 3;
    private static final TopicId ASKED = new TopicId("asked");

    private final ArticleIndex index;
    private final Stories stories;
    private final StoryViews views;

    WordSearch(ArticleIndex index, Stories stories, StoryViews views) {
        this.index = index;
        this.stories = stories;
        this.views = views;
    }

    /** Visible stories, at most {@code limit}. */
    List<TopicHit> on(String words, Viewer viewer, int limit) {
        int most = Math.max(FEWEST_HITS, HITS_OF_A_STORY * limit);
        List<ArticleId> all = search(words, true, viewer, most);
        List<Worded> found = new ArrayList<>();
        TopicWords wanted = new TopicWords(Topic.ofName(ASKED, words.isBlank() ? "?" : words));
        Map<StoryId, ArticleId> best = storiesOf(all);
        views.views(best.keySet(), viewer).stream()
                .limit(limit)
                .forEach(story -> found.add(worded(story, best, wanted)));
        if (found.size() < limit) {
            Map<StoryId, ArticleId> any = storiesOf(search(words, false, viewer, most));
            any.keySet().removeAll(best.keySet());
            List<Worded> some = new ArrayList<>();
            views.views(any.keySet(), viewer).forEach(story -> some.add(worded(story, any, wanted)));
            // The index orders by how telling the words are; that order stays among stories with as many of them.
            some.sort(Comparator.comparingInt(one -> -one.words.size()));
            found.addAll(some.subList(0, Math.min(some.size(), limit - found.size())));
        }
        List<TopicHit> hits = new ArrayList<>();
        for (Worded one : found) {
            hits.add(new TopicHit(
                    one.story.id(),
                    1.0 / (1 + hits.size()),
                    one.words.subList(0, Math.min(WORDS_SHOWN, one.words.size()))));
        }
        return hits;
    }

    private List<ArticleId> search(String words, boolean all, Viewer viewer, int most) {
        return index.search(new Query(words, all, Language.ENGLISH, viewer.sources(), Optional.empty(), most)).stream()
                .map(ArticleIndex.Hit::article)
                .toList();
    }

    private record Worded(StoryView story, List<String> words) {}

    /** Looks at the article that was found: others of the story may be long. */
    private static Worded worded(StoryView story, Map<StoryId, ArticleId> found, TopicWords wanted) {
        return story.articles().stream()
                .filter(article -> article.id().equals(found.get(story.id())))
                .findFirst()
                .or(() -> story.articles().stream().findFirst())
                .map(article -> new Worded(story, words(article, wanted)))
                .orElseGet(() -> new Worded(story, List.of()));
    }

    private static List<String> words(Article article, TopicWords wanted) {
        return wanted.in(article.title(), article.text(), Language.ENGLISH).words();
    }

    /** In the order found, each with its first article. */
    private Map<StoryId, ArticleId> storiesOf(List<ArticleId> found) {
        Map<ArticleId, StoryId> of = stories.storiesOf(found);
        Map<StoryId, ArticleId> first = new LinkedHashMap<>();
        for (ArticleId article : found) {
            StoryId story = of.get(article);
            if (story != null) {
                first.putIfAbsent(story, article);
            }
        }
        return first;
    }
}
