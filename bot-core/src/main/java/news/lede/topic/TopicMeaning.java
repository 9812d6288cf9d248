package news.lede.topic;

import java.util.List;

/**
 * How near the meaning of a text is to a topic, in deviations from what is usual for that topic. Pure.
 *
 * <p>The likeness of a text to sentences that name the topic is compared with what is usual: a broad name ("world") is near to everything, and a raw cosine would not show it. What is
 * usual comes from a fixed set of texts on all kinds of subjects and, as far as there are any, from recent articles; with four articles the fixed set decides, with thousands the articles do.
 * A text that is near to all subjects is held back by its likeness to their mean.
 */
final class TopicMeaning {
    // Measured on three labelled sets: anything from .3 to .7 gains alike, 1 harms.
    private static final double HELD_BACK = 0.5;

    // So many articles count as much as the fixed set.
    private static final double FIXED_COUNTS_AS = 500;

    private TopicMeaning() {}

    /** Vectors of texts on all kinds of subjects, the mean of sentences naming such subjects, and recent articles. */
    record Background(List<CompactVector> texts, float[] centre, List<CompactVector> recent) {
        Background {
            texts = List.copyOf(texts);
            recent = List.copyOf(recent);
        }

        static Background of(List<float[]> texts, List<float[]> subjects, List<CompactVector> recent) {
            return new Background(
                    texts.stream().map(CompactVector::of).toList(),
                    TopicMeaning.mean(subjects.stream().map(CompactVector::of).toList()),
                    recent);
        }

        /** The mean of recent articles, of the fixed texts where there are none. */
        float[] mean() {
            return TopicMeaning.mean(recent.isEmpty() ? texts : recent);
        }

        /** What is usual for likenesses to {@code side}. */
        Usual usual(float[] side) {
            Usual fixed = Usual.of(texts, side);
            if (recent.isEmpty()) {
                return fixed;
            }
            return fixed.mixed(Usual.of(recent, side), recent.size() / (recent.size() + FIXED_COUNTS_AS));
        }

        Direction deviations(float[] side) {
            return Direction.deviations(side, usual(side));
        }
    }

    /** Mean and variance of likenesses. */
    record Usual(double mean, double variance) {
        // Keeps a set of equal texts from dividing by nothing.
        private static final double LEAST_DEVIATION = 0.01;

        static Usual of(List<CompactVector> texts, float[] side) {
            return of(texts.stream().mapToDouble(text -> text.product(side)).toArray());
        }

        /** Of at least one likeness. */
        static Usual of(double[] likenesses) {
            double sum = 0;
            double squares = 0;
            for (double likeness : likenesses) {
                sum += likeness;
                squares += likeness * likeness;
            }
            double mean = sum / likenesses.length;
            return new Usual(mean, Math.max(0, squares / likenesses.length - mean * mean));
        }

        Usual mixed(Usual other, double share) {
            return new Usual(mean + share * (other.mean - mean), variance + share * (other.variance - variance));
        }

        double deviation() {
            return Math.max(LEAST_DEVIATION, Math.sqrt(variance));
        }

        double deviations(double likeness) {
            return (likeness - mean) / deviation();
        }
    }

    /** From the vectors of what a topic is called and described by, at least one: 0 is usual for any text, 2 is clearly on the topic. */
    static Direction of(List<float[]> sides, Background background) {
        Direction held = background.deviations(background.centre).times(-HELD_BACK);
        return sides.stream()
                .map(side -> background.deviations(side).times(1.0 / sides.size()))
                .reduce(held, Direction::plus);
    }

    /** What {@code vectors} have in common and half of all news has not, of unit length; at least one vector. */
    static float[] common(List<CompactVector> vectors, Background background, double share) {
        float[] common = unit(mean(vectors));
        float[] all = background.mean();
        for (int i = 0; i < common.length; i++) {
            common[i] -= (float) share * all[i];
        }
        return unit(common);
    }

    /** The difference of two, of unit length. */
    static float[] apart(float[] from, float[] to) {
        float[] apart = from.clone();
        for (int i = 0; i < apart.length; i++) {
            apart[i] -= to[i];
        }
        return unit(apart);
    }

    static float[] mean(List<CompactVector> vectors) {
        float[] mean = new float[vectors.getFirst().length()];
        vectors.forEach(vector -> vector.addTo(mean));
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= vectors.size();
        }
        return mean;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float part : vector) {
            squares += part * part;
        }
        float[] unit = vector.clone();
        for (int i = 0; i < unit.length && squares > 0; i++) {
            unit[i] /= (float) Math.sqrt(squares);
        }
        return unit;
    }
}
