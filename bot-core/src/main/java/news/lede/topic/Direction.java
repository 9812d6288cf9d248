package news.lede.topic;

/** A score that grows along a direction of meaning: the inner product with a vector, and a number added. Scores that are added up are one direction again, so one product does for all of them. Immutable and thread-safe. */
final class Direction {
    private final float[] along;
    private final double added;

    private Direction(float[] along, double added) {
        this.along = along;
        this.added = added;
    }

    /** How many deviations the likeness to {@code side} is above what is usual. */
    static Direction deviations(float[] side, TopicMeaning.Usual usual) {
        double deviation = usual.deviation();
        return new Direction(side, 0).times(1 / deviation).plus(-usual.mean() / deviation);
    }

    Direction times(double factor) {
        float[] scaled = new float[along.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (factor * along[i]);
        }
        return new Direction(scaled, factor * added);
    }

    Direction plus(double more) {
        return new Direction(along, added + more);
    }

    Direction plus(Direction other) {
        float[] sum = along.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.along[i];
        }
        return new Direction(sum, added + other.added);
    }

    double of(CompactVector meaning) {
        return meaning.product(along) + added;
    }
}
