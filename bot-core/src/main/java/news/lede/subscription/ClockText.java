package news.lede.subscription;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of day as people type them: 8, 8:00, 08.30, 8h30, 8am, 8:30 pm, noon, midnight. Pure. */
public final class ClockText {
    private static final int HALF_DAY = 12;

    private static final Map<String, LocalTime> WORDS = Map.of(
            "noon", LocalTime.NOON,
            "mittag", LocalTime.NOON,
            "mittags", LocalTime.NOON,
            "midnight", LocalTime.MIDNIGHT,
            "mitternacht", LocalTime.MIDNIGHT);

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?(?:uhr|h)?(am|pm|a\\.m\\.|p\\.m\\.)?");

    private ClockText() {}

    /** Empty for what is no time: 25:00, 13pm, soon. */
    public static Optional<LocalTime> time(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        if (WORDS.containsKey(text)) {
            return Optional.ofNullable(WORDS.get(text));
        }
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (minute > 59) {
            return Optional.empty();
        }
        return parts.group(3) == null
                ? Optional.of(hour).filter(h -> h < 24).map(h -> LocalTime.of(h, minute))
                : Optional.of(hour)
                        .filter(h -> h >= 1 && h <= HALF_DAY)
                        .map(h -> LocalTime.of(h % HALF_DAY + (parts.group(3).startsWith("p") ? HALF_DAY : 0), minute));
    }

    /** Quiet hours: 22:00-07:00, 10pm to 7am, 22 bis 7. Empty for what is no such span, and for one that ends when it begins. */
    public static Optional<QuietHours> span(String typed) {
        String[] ends = typed.toLowerCase(Locale.ROOT).split("\\s*[-–—]\\s*|\\s+(?:to|until|till|bis)\\s+", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(ends[0]);
        Optional<LocalTime> until = time(ends[1]);
        return from.isPresent() && until.isPresent() && !from.equals(until)
                ? Optional.of(new QuietHours(from.get(), until.get()))
                : Optional.empty();
    }
}
