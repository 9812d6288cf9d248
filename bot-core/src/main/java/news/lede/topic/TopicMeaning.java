package news.lede.topic;

import java.util.List;

/**
 * How near the meaning of a text is to a topic, in deviations from what is usual for that topic. Pure and thread-safe.
 *
 * <p>The likeness of a text to the topic's name and to a sentence about it is compared with what is usual: a broad name ("world") is near to everything, and a raw cosine would not show it. What is
 * usual comes from a fixed set of texts on all kinds of subjects and, as far as there are any, from recent articles; with four articles the fixed set decides, with thousands the articles do.
 * A text that is near to all subjects is held back by its likeness to their mean.
 */
final class TopicMeaning {
    // Measured on three labelled sets: anything from .3 to .6 gains alike, 1 harms.
    private static final double HELD_BACK = 0.5;

    // So many articles count as much as the fixed set.
    private static final double FIXED_COUNTS_AS = 500;

    /** Vectors of texts on all kinds of subjects, the mean of sentences naming such subjects, and recent articles. */
    record Background(List<float[]> texts, float[] centre, List<float[]> recent) {
        Background {
            texts = List.copyOf(texts);
            recent = List.copyOf(recent);
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
    }

    /** Mean and variance of likenesses. */
    record Usual(double mean, double variance) {
        // Keeps a set of equal texts from dividing by nothing.
        private static final double LEAST_DEVIATION = 0.01;

        static Usual of(List<float[]> texts, float[] side) {
            return of(texts.stream().mapToDouble(text -> product(text, side)).toArray());
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

        double deviations(double likeness) {
            return (likeness - mean) / Math.max(LEAST_DEVIATION, Math.sqrt(variance));
        }
    }

    private record Side(float[] vector, Usual usual) {
        double of(float[] text) {
            return usual.deviations(product(text, vector));
        }
    }

    private final Background background;
    private final List<Side> sides;
    private final Side centre;

    /** {@code sides}: vectors of what the topic is called and described by. */
    TopicMeaning(List<float[]> sides, Background background) {
        this.background = background;
        this.sides = sides.stream()
                .map(side -> new Side(side, background.usual(side)))
                .toList();
        this.centre = new Side(background.centre, background.usual(background.centre));
    }

    Background background() {
        return background;
    }

    /** 0 is usual for any text, 2 is clearly on the topic. */
    double of(float[] text) {
        double sum = 0;
        for (Side side : sides) {
            sum += side.of(text);
        }
        return sum / sides.size() - HELD_BACK * centre.of(text);
    }

    static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    static float[] unit(float[] vector) {
        double length = Math.sqrt(product(vector, vector));
        float[] unit = vector.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= (float) length;
        }
        return unit;
    }

    static double product(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
