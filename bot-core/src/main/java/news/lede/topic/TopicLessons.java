package news.lede.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.ArticleId;

/**
 * What people taught of a topic: examples of the definition and members' votes, each for or against. Immutable and thread-safe.
 *
 * <p>Few lessons say little, many much: {@code n} of them weigh n/(n+3) of what they could.
 */
final class TopicLessons {
    static final TopicLessons NONE =
            new TopicLessons(Optional.empty(), Optional.empty(), Optional.empty(), 0, Map.of());

    private static final double MEANING = 1.2;
    private static final double WORDING = 0.8;
    private static final double HALF = 3;
    /** What one vote moves the article it is about; more votes move it up to twice as far. */
    private static final double OWN = 2;

    private final Optional<Direction> meaning;
    private final Optional<TopicExamples> liked;
    private final Optional<TopicExamples> disliked;
    private final double weight;
    private final Map<ArticleId, Integer> votes;

    private TopicLessons(
            Optional<Direction> meaning,
            Optional<TopicExamples> liked,
            Optional<TopicExamples> disliked,
            double weight,
            Map<ArticleId, Integer> votes) {
        this.meaning = meaning;
        this.liked = liked;
        this.disliked = disliked;
        this.weight = weight;
        this.votes = Map.copyOf(votes);
    }

    /** {@code votes}: for each article voted on, how many more said yes than no. */
    static TopicLessons of(
            List<ArticleReading> yes, List<ArticleReading> no, Map<ArticleId, Integer> votes, NewsBackground news) {
        if (yes.isEmpty() && no.isEmpty()) {
            return votes.isEmpty()
                    ? NONE
                    : new TopicLessons(Optional.empty(), Optional.empty(), Optional.empty(), 0, votes);
        }
        int count = yes.size() + no.size();
        double weight = count / (count + HALF);
        Optional<Direction> meaning = news.meaning()
                .flatMap(background -> meaning(yes, no, background))
                .map(one -> one.times(weight * MEANING));
        return new TopicLessons(
                meaning,
                yes.isEmpty() ? Optional.empty() : Optional.of(TopicExamples.of(yes, 1, news)),
                no.isEmpty() ? Optional.empty() : Optional.of(TopicExamples.of(no, 1, news)),
                weight * WORDING,
                votes);
    }

    /** Towards the yes and away from the no; where one is missing, all news stands for it. */
    private static Optional<Direction> meaning(
            List<ArticleReading> yes, List<ArticleReading> no, TopicMeaning.Background background) {
        List<CompactVector> for_ = vectors(yes);
        List<CompactVector> against = vectors(no);
        if (for_.isEmpty() && against.isEmpty()) {
            return Optional.empty();
        }
        float[] from = for_.isEmpty() ? background.mean() : TopicMeaning.mean(for_);
        float[] to = against.isEmpty() ? background.mean() : TopicMeaning.mean(against);
        return Optional.of(background.deviations(TopicMeaning.apart(from, to)));
    }

    private static List<CompactVector> vectors(List<ArticleReading> readings) {
        return readings.stream()
                .flatMap(reading -> java.util.stream.Stream.ofNullable(reading.meaning()))
                .toList();
    }

    Optional<Direction> meaning() {
        return meaning;
    }

    /** What wording and votes add to the score of an article. */
    double of(ArticleReading article) {
        double wording = weight
                * (liked.map(those -> those.wording(article)).orElse(0.0)
                        - disliked.map(those -> those.wording(article)).orElse(0.0));
        int votesFor = votes.getOrDefault(article.id(), 0);
        return wording + 2 * OWN * votesFor / (Math.abs(votesFor) + 1.0);
    }
}
