package news.lede.topic;

import java.util.List;
import java.util.Optional;

/**
 * How near the meaning of a text is to a topic, in deviations from what is usual for that topic. Pure and thread-safe.
 *
 * <p>The likeness of a text to the topic's name and to a sentence about it is compared with what is usual: a broad name ("world") is near to everything, and a raw cosine would not show it. What is
 * usual comes from a fixed set of texts on all kinds of subjects and, as far as there are any, from recent articles; with four articles the fixed set decides, with thousands the articles do.
 * A text that is near to all subjects is held back by its likeness to their mean. Where enough articles fit, their mean is a second description of the topic.
 */
final class TopicMeaning {
    // Measured on three labelled sets: anything from .3 to .6 gains alike, 1 harms.
    private static final double HELD_BACK = 0.5;

    // Relative to the name: half of the whole score, of which meaning is 0.7.
    private static final double EXAMPLES = 0.5 / 0.7;

    // So many articles count as much as the fixed set.
    private static final double FIXED_COUNTS_AS = 500;

    /** Vectors of texts on all kinds of subjects, the mean of sentences naming such subjects, and recent articles. */
    record Background(List<float[]> texts, float[] centre, List<float[]> recent) {
        Background {
            texts = List.copyOf(texts);
            recent = List.copyOf(recent);
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
            double sum = 0;
            double squares = 0;
            for (float[] text : texts) {
                double likeness = product(text, side);
                sum += likeness;
                squares += likeness * likeness;
            }
            double mean = sum / texts.size();
            return new Usual(mean, Math.max(0, squares / texts.size() - mean * mean));
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
    private final Optional<Side> examples;

    /** {@code sides}: vectors of what the topic is called and described by. */
    TopicMeaning(List<float[]> sides, Background background) {
        this(
                background,
                sides.stream()
                        .map(side -> new Side(side, background.usual(side)))
                        .toList(),
                new Side(background.centre, background.usual(background.centre)),
                Optional.empty());
    }

    private TopicMeaning(Background background, List<Side> sides, Side centre, Optional<Side> examples) {
        this.background = background;
        this.sides = List.copyOf(sides);
        this.centre = centre;
        this.examples = examples;
    }

    /** The same topic, described also by articles that fit it best. */
    TopicMeaning withExamples(List<float[]> fitting) {
        float[] mean = mean(fitting);
        double length = Math.sqrt(product(mean, mean));
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= (float) length;
        }
        return new TopicMeaning(background, sides, centre, Optional.of(new Side(mean, background.usual(mean))));
    }

    /** 0 is usual for any text, 2 is clearly on the topic. */
    double of(float[] text) {
        double sum = 0;
        for (Side side : sides) {
            sum += side.of(text);
        }
        return sum / sides.size()
                - HELD_BACK * centre.of(text)
                + examples.map(side -> EXAMPLES * side.of(text)).orElse(0.0);
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

    static double product(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
