package news.lede.fetch;

import java.time.Duration;

/** How gently one host is asked: at most {@code atOnce} requests under way, starts at least {@code gap} apart. */
public record Politeness(int atOnce, Duration gap) {
    /** Two at once, as browsers and other readers stay below; half a second, so that a publisher with forty feeds is asked over twenty seconds. */
    public static final Politeness DEFAULT = new Politeness(2, Duration.ofMillis(500));

    public Politeness {
        if (atOnce < 1 || gap.isNegative()) {
            throw new IllegalArgumentException("at least one request at once, and no gap below zero");
        }
    }
}
