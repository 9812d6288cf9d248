package news.lede.subscription;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.text.NameFolding;
import news.lede.text.TypedWords;

/** Reads times of day as people type them: 8, 8:00, 08.30, 8h30, 8am, 8:30 pm, noon, midnight. Pure. */
public final class ClockText {
    private static final int HALF_DAY = 12;

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.h点時时](\\d{2})分?)?(?:uhr|h|ч|год|点|時|时)?\\.?(am|pm|a\\.m\\.|p\\.m\\.)?");

    /** What stands between the ends of a span: a dash, or a word of its own. Chinese leaves no space. */
    private static final Pattern BETWEEN = Pattern.compile(TypedWords.of("until").stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "\\s*[-–—到至]\\s*|\\s+(?:", ")\\s+")));

    private ClockText() {}

    /** Empty for what is no time: 25:00, 13pm, soon. */
    public static Optional<LocalTime> time(String typed) {
        if (TypedWords.mean("noon", typed)) {
            return Optional.of(LocalTime.NOON);
        }
        if (TypedWords.mean("midnight", typed)) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        String text = TypedWords.western(typed).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
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
        String[] ends = BETWEEN.split(NameFolding.fold(TypedWords.western(typed)), -1);
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
