package news.lede.subscription;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.NameFolding;

/**
 * Reads until when something is to rest, as people type it: {@code 3 hours}, {@code 2d}, {@code 18:00}, {@code tomorrow 8:00}, {@code monday}, {@code 2026-05-10}. A day without a time means its
 * beginning, a time without a day the next one that comes. Knows the names of days in the languages given. Immutable.
 */
public final class UntilText {
    /** Who wants longer than that wants to unsubscribe. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Map<String, Integer> DAYS_AHEAD =
            Map.of("today", 0, "heute", 0, "tomorrow", 1, "morgen", 1, "ubermorgen", 2);

    private static final Pattern SPAN = Pattern.compile("(?:for |fur )?(\\d{1,4}) ?(\\p{Alpha}+)\\.?");
    private static final Map<String, Duration> UNITS = new HashMap<>();

    static {
        units(Duration.ofMinutes(1), "m", "min", "mins", "minute", "minutes", "minuten");
        units(Duration.ofHours(1), "h", "hour", "hours", "stunde", "stunden", "std");
        units(Duration.ofDays(1), "d", "day", "days", "tag", "tage");
        units(Duration.ofDays(7), "w", "week", "weeks", "woche", "wochen");
    }

    private static void units(Duration unit, String... names) {
        for (String name : names) {
            UNITS.put(name, unit);
        }
    }

    private final Map<String, DayOfWeek> weekdays = new HashMap<>();

    public UntilText(Collection<Locale> languages) {
        for (Locale language : languages) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    weekdays.put(
                            NameFolding.fold(day.getDisplayName(style, language))
                                    .replace(".", ""),
                            day);
                }
            }
        }
    }

    /** Empty for what says no time, one that is over, or one further ahead than {@link #LONGEST}. */
    public Optional<Instant> parse(String typed, Instant now, ZoneId zone) {
        String text = NameFolding.fold(typed).replaceAll("\\s+", " ");
        return span(text, now)
                .or(() -> moment(text, now, zone))
                .filter(until -> until.isAfter(now) && !until.isAfter(now.plus(LONGEST)));
    }

    private static Optional<Instant> span(String text, Instant now) {
        Matcher span = SPAN.matcher(text);
        return span.matches() && UNITS.containsKey(span.group(2))
                ? Optional.of(now.plus(
                        UNITS.getOrDefault(span.group(2), Duration.ZERO).multipliedBy(Long.parseLong(span.group(1)))))
                : Optional.empty();
    }

    private Optional<Instant> moment(String text, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Optional<LocalTime> time = ClockText.time(text);
        if (time.isPresent()) {
            Instant here = LocalClock.first(today.atTime(time.get()), zone);
            return Optional.of(
                    here.isAfter(now)
                            ? here
                            : LocalClock.first(today.plusDays(1).atTime(time.get()), zone));
        }
        String[] parts = text.replaceFirst(" (?:at|um) ", " ").split(" ", 2);
        Optional<LocalDate> date = date(parts[0].replace(",", ""), today);
        Optional<LocalTime> at = parts.length == 1 ? Optional.of(LocalTime.MIDNIGHT) : ClockText.time(parts[1]);
        return date.isPresent() && at.isPresent()
                ? Optional.of(LocalClock.first(date.get().atTime(at.get()), zone))
                : Optional.empty();
    }

    private Optional<LocalDate> date(String word, LocalDate today) {
        if (DAYS_AHEAD.containsKey(word)) {
            return Optional.of(today.plusDays(DAYS_AHEAD.getOrDefault(word, 0)));
        }
        DayOfWeek day = weekdays.get(word);
        if (day != null) {
            return Optional.of(
                    today.plusDays((day.getValue() - today.getDayOfWeek().getValue() + 6) % 7 + 1));
        }
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
