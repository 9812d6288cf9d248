package news.lede.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times that a server states about its answer. Nonsense is no statement; absurd waits are for the poller to cap. */
record CacheTimes(Instant now) {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})\"?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** How long the answer stays good: max-age less Age (RFC 9111 section 4.2.1), else Expires less the server's own Date. */
    Optional<Duration> freshFor(
            Optional<String> cacheControl, Optional<String> expires, Optional<String> date, Optional<String> age) {
        Optional<Duration> maxAge = cacheControl
                .map(v -> MAX_AGE.matcher(v.toLowerCase(Locale.ROOT)))
                .filter(Matcher::find)
                .map(m -> Duration.ofSeconds(Long.parseLong(m.group(1))))
                .map(d -> d.minus(seconds(age).orElse(Duration.ZERO)));
        // The server's clock may be wrong; against its own Date the difference still holds.
        Instant said = date.flatMap(CacheTimes::instant).orElse(now);
        return maxAge.or(() -> expires.flatMap(CacheTimes::instant).map(e -> Duration.between(said, e)))
                .filter(Duration::isPositive);
    }

    /** How long to stay away: seconds or a date (RFC 9110 section 10.2.3). */
    Optional<Duration> retryAfter(Optional<String> value) {
        return seconds(value)
                .or(() -> value.flatMap(CacheTimes::instant).map(t -> Duration.between(now, t)))
                .filter(d -> !d.isNegative());
    }

    private static Optional<Duration> seconds(Optional<String> value) {
        return value.map(String::strip)
                .filter(v -> SECONDS.matcher(v).matches())
                .map(v -> Duration.ofSeconds(Long.parseLong(v)));
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
