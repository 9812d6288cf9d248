package news.lede.web.deliveries;

import java.time.Duration;
import java.util.Locale;

/** Writes spans as short as a table needs: "0.4 s", "12 s", "3 min", "5 h". */
public final class Spans {
    private Spans() {}

    public static String of(Duration span) {
        if (span.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
        }
        if (span.compareTo(Duration.ofMinutes(2)) < 0) {
            return span.toSeconds() + " s";
        }
        return span.compareTo(Duration.ofHours(2)) < 0 ? span.toMinutes() + " min" : span.toHours() + " h";
    }
}
