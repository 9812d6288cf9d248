package news.lede.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;

/**
 * How well single articles fit topics, scored as {@link TopicSearch} scores stories. Thread-safe.
 *
 * <p>What is usual for a topic is learnt from the newest articles of the store, and those of the articles asked about that fit best describe it further.
 */
public final class TopicMatching {
    /** How well an article fits a topic: comparable between topics; {@code fits} says whether somebody who wants the topic should get the article. */
    public record Match(TopicId topic, double score, boolean fits) {}

    private final ArticleVectors articleVectors;
    private final TopicVectors topicVectors;

    public TopicMatching(Articles articles, Embedder embedder, Vectors vectors) {
        this.articleVectors = new ArticleVectors(articles, embedder, vectors);
        this.topicVectors = new TopicVectors(embedder, vectors);
    }

    /** For each of some stored articles its fit to every topic, in the order of {@code topics}. */
    public Map<ArticleId, List<Match>> match(List<Article> articles, List<Topic> topics) {
        Map<ArticleId, float[]> recent = articleVectors.recent();
        Map<ArticleId, float[]> known =
                articleVectors.of(articles.stream().map(Article::id).toList());
        Map<ArticleId, List<Match>> matches = new HashMap<>();
        for (Topic topic : topics) {
            TopicScorer byName = new TopicScorer(topic, topicVectors.meaning(topic, List.copyOf(recent.values())));
            TopicScorer scorer =
                    examples(articles, byName, known).map(byName::withExamples).orElse(byName);
            for (Article article : articles) {
                TopicScorer.Fit fit = scorer.fit(article, Optional.ofNullable(known.get(article.id())));
                matches.computeIfAbsent(article.id(), _ -> new ArrayList<>())
                        .add(new Match(topic.id(), fit.score(), fit.fits()));
            }
        }
        return matches;
    }

    /** Vectors of the articles that fit best, when enough of them do to say more of a topic than its name. */
    static Optional<List<float[]>> examples(List<Article> among, TopicScorer scorer, Map<ArticleId, float[]> known) {
        record Example(float[] vector, double score) {}
        List<Example> fitting = new ArrayList<>();
        for (Article article : among) {
            float[] vector = known.get(article.id());
            if (vector != null) {
                TopicScorer.Fit fit = scorer.fit(article, Optional.of(vector));
                if (fit.fits()) {
                    fitting.add(new Example(vector, fit.score()));
                }
            }
        }
        fitting.sort(Comparator.comparingDouble(Example::score).reversed());
        return fitting.size() < TopicScorer.EXAMPLES
                ? Optional.empty()
                : Optional.of(fitting.subList(0, TopicScorer.EXAMPLES).stream()
                        .map(Example::vector)
                        .toList());
    }
}
