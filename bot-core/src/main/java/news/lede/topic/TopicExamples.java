package news.lede.topic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.lede.text.SparseVector;

/**
 * What articles that fit a topic best have in common, in meaning and in wording: a second description of the topic, which says what its name does not. Pure and thread-safe.
 *
 * <p>What all news has in common is taken off, so that examples do not describe news as such.
 */
final class TopicExamples {
    /** So many articles that fit say more of a topic than its name does; fewer may be all of one event. */
    static final int FEWEST = 20;

    private static final int MOST = 100;
    /** Of a broad topic more articles are examples: this share of those that fit. */
    private static final double SHARE = 0.1;

    private static final double OF_ALL_NEWS = 0.5;
    // Measured on three labelled sets: wording from .5 to 1 gains alike.
    private static final double MEANING = 0.5;
    private static final double WORDING = 0.8;
    private static final double MOST_DEVIATIONS = 7;
    /** What a text of fewer words shares in wording is more and more chance. */
    private static final double ENOUGH_WORDS = 150;

    private final float[] meaning;
    private final TopicMeaning.Usual usualMeaning;
    private final SparseVector wording;
    private final TopicMeaning.Usual usualWordings;
    private final UsualWording usual;

    private TopicExamples(
            float[] meaning, SparseVector wording, TopicMeaning.Background background, UsualWording usual) {
        this.meaning = meaning;
        this.usualMeaning = background.usual(meaning);
        this.wording = wording;
        this.usualWordings = usual.likenesses(wording);
        this.usual = usual;
    }

    /** An article with its vector. {@code wording} as {@link UsualWording#weigh} makes it. */
    record Example(SparseVector wording, float[] meaning) {}

    /** Of the articles whose scores are {@code fitting}, by their place in {@code articles}; empty when too few fit. */
    static Optional<TopicExamples> of(
            List<Example> articles,
            Map<Integer, Double> fitting,
            TopicMeaning.Background background,
            UsualWording usual) {
        if (fitting.size() < FEWEST) {
            return Optional.empty();
        }
        long count = Math.min(MOST, Math.max(FEWEST, Math.round(SHARE * fitting.size())));
        List<Example> best = fitting.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(entry -> articles.get(entry.getKey()))
                .toList();
        float[] meaning = TopicMeaning.unit(
                TopicMeaning.mean(best.stream().map(Example::meaning).toList()));
        float[] all = background.mean();
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] -= (float) OF_ALL_NEWS * all[i];
        }
        SparseVector wording =
                UsualWording.mean(best.stream().map(Example::wording).toList());
        return Optional.of(
                new TopicExamples(TopicMeaning.unit(meaning), without(wording, usual.mean()), background, usual));
    }

    private static SparseVector without(SparseVector wording, SparseVector all) {
        double length = wording.norm();
        Map<Long, Double> parts = new HashMap<>();
        IntStream.range(0, wording.size()).forEach(i -> parts.put(wording.key(i), wording.value(i) / length));
        IntStream.range(0, all.size()).forEach(i -> parts.merge(all.key(i), -OF_ALL_NEWS * all.value(i), Double::sum));
        SparseVector left = SparseVector.of(parts);
        double rest = left.norm();
        return left.times(_ -> 1 / rest);
    }

    /** By how much an article is like the examples, weighed to be added to a score; 0 is usual. */
    double of(TopicText text, float[] vector) {
        double share = Math.min(1, text.length() / ENOUGH_WORDS);
        double worded = usualWordings.deviations(usual.weigh(text.wording()).dot(wording));
        return MEANING * usualMeaning.deviations(TopicMeaning.product(vector, meaning))
                + WORDING * share * Math.min(MOST_DEVIATIONS, worded);
    }
}
