package news.lede.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant as the desk writes it: how far away it is, with the exact time behind it. {@code now} is when the page is drawn. */
public record When(Instant at, Instant now) {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int DAYS_COUNTED = 30;

    /** "just now", "12 min ago", "in 3 h", "5 days ago", and the date where that is further away than a month. */
    public String relative() {
        Duration away = Duration.between(at, now);
        boolean past = !away.isNegative();
        Duration length = away.abs();
        if (length.toDays() > DAYS_COUNTED) {
            return DAY.format(at);
        }
        if (length.toSeconds() < 45) {
            return past ? "just now" : "in a moment";
        }
        String span = span(length);
        return past ? span + " ago" : "in " + span;
    }

    private static String span(Duration length) {
        // Rounded: 59 minutes and 40 seconds are an hour to everybody.
        long minutes = Math.max(1, (length.toSeconds() + 30) / 60);
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = (minutes + 30) / 60;
        if (hours < 48) {
            return hours + " h";
        }
        return (hours + 12) / 24 + " days";
    }

    /** "Mon 4 May 2026, 08:00:00 UTC". */
    public String exact() {
        return EXACT.format(at);
    }

    /** For the {@code datetime} attribute. */
    public String machine() {
        return at.toString();
    }
}
