package news.lede.command;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From when until when: written short, for buttons that turn the pages of one look. */
record Span(Instant from, Instant until) {
    private static final int BASE = 36;
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-z]{1,10})-([0-9a-z]{1,10})");

    String written() {
        return Long.toString(from.toEpochMilli(), BASE) + "-" + Long.toString(until.toEpochMilli(), BASE);
    }

    /** The span of {@link #written}; empty for anything else. */
    static Optional<Span> of(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        return parts.matches()
                ? Optional.of(new Span(instant(parts.group(1)), instant(parts.group(2))))
                : Optional.empty();
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis, BASE));
    }
}
