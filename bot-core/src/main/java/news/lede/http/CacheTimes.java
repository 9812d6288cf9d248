package news.lede.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times that a server states about its answer. Nonsense is no statement; absurd waits are cut to {@link #LONGEST}, and the poller may cap them lower. */
record CacheTimes(Instant now) {
    /** Nobody who means it asks for more than a week; 9999 years are a mistake, and a source must not die of one. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("\\d+");
    /** More digits than this are centuries. */
    private static final int MOST_DIGITS = 9;

    /** The three forms of RFC 9110 section 5.6.7, of which only the first may still be sent. */
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant(),
            utc("EEEE, dd-MMM-uu HH:mm:ss 'GMT'"),
            utc("EEE MMM ppd HH:mm:ss uuuu"));

    private static Function<String, Instant> utc(String pattern) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return text -> LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
    }

    /** How long the answer stays good: max-age less Age (RFC 9111 section 4.2.1), else Expires less the server's own Date. */
    Optional<Duration> freshFor(
            Optional<String> cacheControl, Optional<String> expires, Optional<String> date, Optional<String> age) {
        Optional<Duration> maxAge = cacheControl
                .map(MAX_AGE::matcher)
                .filter(Matcher::find)
                .map(m -> seconds(m.group(1)).minus(seconds(age).orElse(Duration.ZERO)));
        if (maxAge.isEmpty() && expires.isEmpty()) {
            return Optional.empty();
        }
        // The server's clock may be wrong; against its own Date the difference still holds.
        return maxAge.or(() -> expires.flatMap(CacheTimes::instant)
                        .map(e -> Duration.between(
                                date.flatMap(CacheTimes::instant).orElse(now), e)))
                .filter(Duration::isPositive)
                .map(CacheTimes::capped);
    }

    /** How long to stay away: seconds or a date (RFC 9110 section 10.2.3). */
    Optional<Duration> retryAfter(Optional<String> value) {
        return value.isEmpty()
                ? Optional.empty()
                : seconds(value)
                        .or(() -> value.flatMap(CacheTimes::instant).map(t -> Duration.between(now, t)))
                        .filter(d -> !d.isNegative())
                        .map(CacheTimes::capped);
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private static Optional<Duration> seconds(Optional<String> value) {
        return value.map(String::strip)
                .filter(v -> SECONDS.matcher(v).matches())
                .map(CacheTimes::seconds);
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(
                digits.length() > MOST_DIGITS ? (long) Math.pow(10, MOST_DIGITS) : Long.parseLong(digits));
    }

    private static Optional<Instant> instant(String date) {
        String text = date.strip();
        for (Function<String, Instant> form : FORMS) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeException e) {
                // the next form
            }
        }
        return Optional.empty();
    }
}
