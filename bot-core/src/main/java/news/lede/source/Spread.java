package news.lede.source;

/** Chance that is always the same for the same source: it takes sources apart that were added together, and can be tested. */
public final class Spread {
    private Spread() {}

    /** A share from 0 up to 1, evenly spread over sources and over {@code turn}. */
    public static double share(SourceId source, long turn) {
        return (mixed(source.value() * 0x9E3779B97F4A7C15L ^ mixed(turn)) >>> 11) * 0x1.0p-53;
    }

    /** Whether this turn of this source is the one in {@code many}. */
    public static boolean isOneIn(int many, SourceId source, long turn) {
        return share(source, turn) * many < 1;
    }

    /** The finishing step of SplitMix64: each bit of the input moves half of the output. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
