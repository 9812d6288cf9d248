package news.lede.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.text.SparseVector;

/**
 * What is usual in the wording of news: which words much of it has, and what wordings of unlike articles share by chance. Learnt from some articles. Immutable and
 * thread-safe.
 */
final class UsualWording {
    /** A word in so few articles is a name or a slip: it says nothing of a subject. */
    private static final int FEWEST_ARTICLES = 3;

    private final Map<Long, Double> weights;
    private final List<SparseVector> sample;
    private final SparseVector mean;

    private UsualWording(Map<Long, Double> weights, List<SparseVector> sample, SparseVector mean) {
        this.weights = weights;
        this.sample = sample;
        this.mean = mean;
    }

    /** {@code wordings}: of articles as they come, at least one. */
    static UsualWording of(List<SparseVector> wordings) {
        Map<Long, Integer> articlesWith = new HashMap<>();
        for (SparseVector wording : wordings) {
            for (int i = 0; i < wording.size(); i++) {
                articlesWith.merge(wording.key(i), 1, Integer::sum);
            }
        }
        Map<Long, Double> weights = new HashMap<>();
        articlesWith.forEach((word, count) -> {
            if (count >= FEWEST_ARTICLES) {
                weights.put(word, Math.log((double) wordings.size() / count));
            }
        });
        List<SparseVector> weighed =
                wordings.stream().map(wording -> weighed(wording, weights)).toList();
        return new UsualWording(Map.copyOf(weights), weighed, mean(weighed));
    }

    /** A wording by the weights of its words, of unit length; words that say nothing of a subject are left out. */
    SparseVector weigh(SparseVector wording) {
        return weighed(wording, weights);
    }

    private static SparseVector weighed(SparseVector wording, Map<Long, Double> weights) {
        SparseVector scaled = wording.times(word -> weights.getOrDefault(word, 0.0));
        double length = scaled.norm();
        Map<Long, Double> parts = new HashMap<>();
        for (int i = 0; i < scaled.size(); i++) {
            if (scaled.value(i) != 0) {
                parts.put(scaled.key(i), scaled.value(i) / length);
            }
        }
        return SparseVector.of(parts);
    }

    /** What the mean of news holds. */
    SparseVector mean() {
        return mean;
    }

    /** What is usual for the likeness of news to {@code subject}. */
    TopicMeaning.Usual likenesses(SparseVector subject) {
        return TopicMeaning.Usual.of(
                sample.stream().mapToDouble(wording -> wording.dot(subject)).toArray());
    }

    /** The mean of weighed wordings. */
    static SparseVector mean(List<SparseVector> weighed) {
        Map<Long, Double> sum = new HashMap<>();
        for (SparseVector wording : weighed) {
            for (int i = 0; i < wording.size(); i++) {
                sum.merge(wording.key(i), (double) wording.value(i) / weighed.size(), Double::sum);
            }
        }
        return SparseVector.of(sum);
    }
}
