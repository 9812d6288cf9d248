package news.lede.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.ArticleIndex.Query;
import news.lede.article.Articles;
import news.lede.community.Viewer;
import news.lede.story.Stories;
import news.lede.story.StoryId;
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
    private final Articles articles;

    WordSearch(ArticleIndex index, Stories stories, Articles articles) {
        this.index = index;
        this.stories = stories;
        this.articles = articles;
    }

    /** Visible stories, at most {@code limit}. Reads the articles that were found and no others of their stories, which may be many and long. */
    List<TopicHit> on(String words, Viewer viewer, int limit) {
        int most = Math.max(FEWEST_HITS, HITS_OF_A_STORY * limit);
        TopicWords wanted = new TopicWords(Topic.ofName(ASKED, words.isBlank() ? "?" : words));
        Map<StoryId, ArticleId> all = storiesOf(search(words, true, viewer, most), viewer);
        Map<StoryId, ArticleId> shown = new LinkedHashMap<>();
        all.entrySet().stream().limit(limit).forEach(one -> shown.put(one.getKey(), one.getValue()));
        List<Worded> found = worded(shown, wanted);
        if (found.size() < limit) {
            Map<StoryId, ArticleId> any = storiesOf(search(words, false, viewer, most), viewer);
            any.keySet().removeAll(all.keySet());
            List<Worded> some = worded(any, wanted);
            // The index orders by how telling the words are; that order stays among stories with as many of them.
            some.sort(Comparator.comparingInt(one -> -one.words.size()));
            found.addAll(some.subList(0, Math.min(some.size(), limit - found.size())));
        }
        List<TopicHit> hits = new ArrayList<>();
        for (Worded one : found) {
            hits.add(new TopicHit(
                    one.story, 1.0 / (1 + hits.size()), one.words.subList(0, Math.min(WORDS_SHOWN, one.words.size()))));
        }
        return hits;
    }

    private List<ArticleId> search(String words, boolean all, Viewer viewer, int most) {
        return index.search(new Query(words, all, Language.ENGLISH, viewer.sources(), Optional.empty(), most)).stream()
                .map(ArticleIndex.Hit::article)
                .toList();
    }

    private record Worded(StoryId story, List<String> words) {}

    /** In the order given, which holds for each story the article that was found. */
    private List<Worded> worded(Map<StoryId, ArticleId> found, TopicWords wanted) {
        Map<ArticleId, Article> read = new HashMap<>();
        articles.findAll(found.values()).forEach(article -> read.put(article.id(), article));
        List<Worded> worded = new ArrayList<>();
        found.forEach((story, article) -> Optional.ofNullable(read.get(article))
                .ifPresent(known -> worded.add(new Worded(story, words(known, wanted)))));
        return worded;
    }

    private static List<String> words(Article article, TopicWords wanted) {
        return wanted.in(article.title(), article.text(), Language.ENGLISH).words();
    }

    /** In the order found, each with its first article that may be seen: the index may know more than the store does now. */
    private Map<StoryId, ArticleId> storiesOf(List<ArticleId> found, Viewer viewer) {
        Map<ArticleId, StoryId> of = stories.storiesOf(found);
        Set<ArticleId> visible = articles.visible(of.keySet(), viewer.sources());
        Map<StoryId, ArticleId> first = new LinkedHashMap<>();
        for (ArticleId article : found) {
            StoryId story = of.get(article);
            if (story != null && visible.contains(article)) {
                first.putIfAbsent(story, article);
            }
        }
        return first;
    }
}
