package news.lede.story;

/**
 * What similarity two articles have that have nothing to do with each other: mean and spread over random pairs, by which a similarity of one language or
 * kind becomes comparable with another's. Begins with a prior; old pairs fade.
 */
final class Background {
    private static final double PRIOR_PAIRS = 60;
    private static final double MEMORY_PAIRS = 4_000;

    private final double smallestDeviation;
    private double weight = PRIOR_PAIRS;
    private double mean;
    private double squares;

    /** @param deviation prior, and half of it is the least that is ever believed */
    Background(double mean, double deviation) {
        this.mean = mean;
        this.squares = deviation * deviation;
        this.smallestDeviation = deviation / 2;
    }

    void learn(double similarity) {
        weight = Math.min(weight + 1, MEMORY_PAIRS);
        double step = 1 / weight;
        double off = similarity - mean;
        mean += step * off;
        squares += step * (off * (similarity - mean) - squares);
    }

    /** How many deviations a similarity lies above what chance gives. */
    double surprise(double similarity) {
        return (similarity - mean) / Math.max(Math.sqrt(squares), smallestDeviation);
    }
}
