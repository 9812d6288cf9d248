package news.lede.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;

/**
 * How well single articles fit topics, scored as {@link TopicSearch} scores stories. Thread-safe.
 *
 * <p>What is usual for a topic is learnt from the newest articles of the store, and those of the articles asked about that fit best describe it further. Of many articles
 * those fit that stand out from the rest ({@link TopicCut}); of few, those whose score is above what is asked for of one alone.
 */
public final class TopicMatching {
    /** How well an article fits a topic: comparable between topics; {@code fits} says whether somebody who wants the topic should get the article. */
    public record Match(TopicId topic, double score, boolean fits) {}

    private final ArticleVectors articleVectors;
    private final TopicVectors topicVectors;
    private final NewsWording wording;

    public TopicMatching(Articles articles, Embedder embedder, Vectors vectors) {
        this.articleVectors = new ArticleVectors(articles, embedder, vectors);
        this.topicVectors = new TopicVectors(embedder, vectors);
        this.wording = new NewsWording(articles);
    }

    /** For each of some stored articles its fit to every topic, in the order of {@code topics}. */
    public Map<ArticleId, List<Match>> match(List<Article> articles, List<Topic> topics) {
        List<float[]> recent = List.copyOf(articleVectors.recent().values());
        Map<ArticleId, float[]> known =
                articleVectors.of(articles.stream().map(Article::id).toList());
        List<TopicScorer.Read> read = articles.stream()
                .map(article ->
                        new TopicScorer.Read(TopicText.of(article), Optional.ofNullable(known.get(article.id()))))
                .toList();
        Map<ArticleId, List<Match>> matches = new HashMap<>();
        for (Topic topic : topics) {
            TopicScorer byName = new TopicScorer(topic, topicVectors.meaning(topic, recent));
            TopicScorer scorer =
                    wording.usual().map(usual -> byName.informed(read, usual)).orElse(byName);
            List<TopicScorer.Fit> fits = read.stream().map(scorer::fit).toList();
            OptionalDouble cut = TopicCut.of(
                    fits.stream().mapToDouble(TopicScorer.Fit::score).toArray(), TopicScorer.FITS);
            for (int i = 0; i < fits.size(); i++) {
                TopicScorer.Fit fit = fits.get(i);
                matches.computeIfAbsent(articles.get(i).id(), _ -> new ArrayList<>())
                        .add(new Match(
                                topic.id(),
                                fit.score(),
                                cut.isPresent() ? fit.score() >= cut.getAsDouble() : fit.fits()));
            }
        }
        return matches;
    }
}
