package news.lede.topic;

import java.util.List;

/**
 * How near the meaning of a text is to a topic, in deviations from what is usual for that topic. Pure and thread-safe.
 *
 * <p>The likeness of a text to the topic's name and to a sentence about it is compared with how alike a fixed set of texts on all kinds of subjects is to them:
 * a broad name ("world") is near to everything, and a raw cosine would not show it. A text that is near to all subjects (an opinion piece about everything) is held back by its likeness to
 * their mean. Nothing here depends on how many articles there are.
 */
final class TopicMeaning {
    // Measured on three labelled sets: above .3 it gains, at 1 it harms.
    private static final double HELD_BACK = 0.45;

    /** Vectors of texts on all kinds of subjects, with their mean. */
    record Background(List<float[]> texts, float[] centre, Usual toCentre) {
        Background(List<float[]> texts, float[] centre) {
            this(texts, centre, usual(texts, centre));
        }

        static Background of(List<float[]> texts) {
            float[] centre = new float[texts.getFirst().length];
            for (float[] text : texts) {
                for (int i = 0; i < centre.length; i++) {
                    centre[i] += text[i] / texts.size();
                }
            }
            return new Background(List.copyOf(texts), centre);
        }
    }

    /** Mean and standard deviation of likenesses. */
    record Usual(double mean, double deviation) {
        double deviations(double likeness) {
            return (likeness - mean) / deviation;
        }
    }

    private final List<float[]> sides;
    private final List<Usual> usual;
    private final Background background;

    /** {@code sides}: vectors of what the topic is called and described by. */
    TopicMeaning(List<float[]> sides, Background background) {
        this.sides = List.copyOf(sides);
        this.usual = sides.stream().map(side -> usual(background.texts, side)).toList();
        this.background = background;
    }

    /** 0 is usual for any text, 2 is clearly on the topic. */
    double of(float[] text) {
        double sum = 0;
        for (int i = 0; i < sides.size(); i++) {
            sum += usual.get(i).deviations(product(text, sides.get(i)));
        }
        return sum / sides.size() - HELD_BACK * background.toCentre.deviations(product(text, background.centre));
    }

    private static Usual usual(List<float[]> texts, float[] side) {
        double sum = 0;
        double squares = 0;
        for (float[] text : texts) {
            double likeness = product(text, side);
            sum += likeness;
            squares += likeness * likeness;
        }
        double mean = sum / texts.size();
        return new Usual(mean, Math.max(0.01, Math.sqrt(Math.max(0, squares / texts.size() - mean * mean))));
    }

    static double product(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
