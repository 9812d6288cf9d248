package news.lede.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is usual in the wording of news of one language: which words much of it has, and what wordings of unlike articles share by chance. Learnt from some articles. Immutable and
 * thread-safe.
 */
final class UsualWording {
    /** A word in so few articles is a name or a slip: it says nothing of a subject. */
    private static final int FEWEST_ARTICLES = 3;

    /** So many words tell what an article is about; more of them tell how it is written. */
    private static final int TELLING = 48;

    private final WordWeights rarity;
    private final List<Wording> sample;
    private final Map<Integer, Double> mean;

    private UsualWording(WordWeights rarity, List<Wording> sample) {
        this.rarity = rarity;
        this.sample = sample.stream().map(this::telling).toList();
        this.mean = mean(this.sample);
    }

    /** {@code wordings}: whole, of articles as they come, at least one. */
    static UsualWording of(List<Wording> wordings) {
        Map<Integer, Integer> articlesWith = new HashMap<>();
        for (Wording wording : wordings) {
            for (int i = 0; i < wording.size(); i++) {
                articlesWith.merge(wording.word(i), 1, Integer::sum);
            }
        }
        Map<Integer, Double> rarity = new HashMap<>();
        articlesWith.forEach((word, count) -> {
            if (count >= FEWEST_ARTICLES) {
                rarity.put(word, Math.log((double) wordings.size() / count));
            }
        });
        return new UsualWording(WordWeights.of(rarity), wordings);
    }

    /** The words of a text that tell what it is about; words that say nothing of a subject are let go. */
    Wording telling(Wording whole) {
        return whole.mostTelling(rarity, TELLING);
    }

    /** How many articles this was learnt from. */
    int articles() {
        return sample.size();
    }

    /** The cosine between a wording, its words by their rarity, and {@code subject}, which is of unit length. */
    double likeness(Wording wording, WordWeights subject) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < wording.size(); i++) {
            int word = wording.word(i);
            float rare = rarity.of(word);
            if (rare != 0) {
                float weight = wording.count(i) * rare;
                squares += weight * weight;
                sum += weight * subject.of(word);
            }
        }
        return squares == 0 ? 0 : sum / Math.sqrt(squares);
    }

    /** What is usual for the likeness of news to {@code subject}. */
    TopicMeaning.Usual likenesses(WordWeights subject) {
        return TopicMeaning.Usual.of(sample.stream()
                .mapToDouble(wording -> likeness(wording, subject))
                .toArray());
    }

    /** What some wordings have in common and {@code share} of all news has not, of unit length. */
    WordWeights common(List<Wording> wordings, double share) {
        Map<Integer, Double> common = unit(mean(wordings));
        mean.forEach((word, weight) -> common.merge(word, -share * weight, Double::sum));
        return WordWeights.of(unit(common));
    }

    /** The mean of wordings, each of unit length. */
    private Map<Integer, Double> mean(List<Wording> wordings) {
        Map<Integer, Double> sum = new HashMap<>();
        for (Wording wording : wordings) {
            double squares = 0;
            for (int i = 0; i < wording.size(); i++) {
                double weight = wording.count(i) * rarity.of(wording.word(i));
                squares += weight * weight;
            }
            double length = Math.sqrt(squares) * wordings.size();
            for (int i = 0; i < wording.size() && length > 0; i++) {
                double weight = wording.count(i) * rarity.of(wording.word(i));
                if (weight != 0) {
                    sum.merge(wording.word(i), weight / length, Double::sum);
                }
            }
        }
        return sum;
    }

    private static Map<Integer, Double> unit(Map<Integer, Double> weights) {
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        Map<Integer, Double> unit = new HashMap<>(weights);
        if (length > 0) {
            unit.replaceAll((_, weight) -> weight / length);
        }
        return unit;
    }
}
