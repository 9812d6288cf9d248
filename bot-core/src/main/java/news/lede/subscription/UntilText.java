package news.lede.subscription;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.NameFolding;
import news.lede.text.TypedWords;

/**
 * Reads until when something is to rest, as people type it: {@code 3 hours}, {@code 2d}, {@code 18:00}, {@code tomorrow 8:00}, {@code monday}, {@code 2026-05-10}. A day without a time means its
 * beginning, a time without a day the next one that comes. Knows the names of days in the languages given. Immutable.
 */
public final class UntilText {
    /** Who wants longer than that wants to unsubscribe. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final List<String> DAYS_AHEAD = List.of("today", "tomorrow", "day-after-tomorrow");
    private static final Map<String, Duration> UNITS = Map.of(
            "unit.minute", Duration.ofMinutes(1),
            "unit.hour", Duration.ofHours(1),
            "unit.day", Duration.ofDays(1),
            "unit.week", Duration.ofDays(7));

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4}) ?(\\p{L}+)\\.?");
    /** Chinese puts no space between a day and a time. */
    private static final Pattern DAY_THEN_TIME = Pattern.compile("(?<=\\p{IsHan})(?=\\d)");

    private final Map<String, DayOfWeek> weekdays;

    public UntilText(Collection<Locale> languages) {
        this.weekdays = DayNames.in(languages);
    }

    /** Empty for what says no time, one that is over, or one further ahead than {@link #LONGEST}. */
    public Optional<Instant> parse(String typed, Instant now, ZoneId zone) {
        String text = NameFolding.fold(TypedWords.western(typed)).replaceAll("\\s+", " ");
        return span(text, now)
                .or(() -> moment(text, now, zone))
                .filter(until -> until.isAfter(now) && !until.isAfter(now.plus(LONGEST)));
    }

    private static Optional<Instant> span(String text, Instant now) {
        String bare = TypedWords.of("for").stream()
                .map(word -> word + " ")
                .filter(text::startsWith)
                .findFirst()
                .map(word -> text.substring(word.length()))
                .orElse(text);
        Matcher span = SPAN.matcher(bare);
        return span.matches()
                ? UNITS.entrySet().stream()
                        .filter(unit -> TypedWords.mean(unit.getKey(), span.group(2)))
                        .findFirst()
                        .map(unit -> now.plus(unit.getValue().multipliedBy(Long.parseLong(span.group(1)))))
                : Optional.empty();
    }

    private Optional<Instant> moment(String text, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        List<String> words = Arrays.stream(
                        DAY_THEN_TIME.matcher(text).replaceAll(" ").split(" "))
                .filter(word -> !TypedWords.mean("filling", word))
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalTime> time = ClockText.time(String.join(" ", words));
        if (time.isPresent()) {
            Instant here = LocalClock.first(today.atTime(time.get()), zone);
            return Optional.of(
                    here.isAfter(now)
                            ? here
                            : LocalClock.first(today.plusDays(1).atTime(time.get()), zone));
        }
        Optional<LocalDate> date = date(words.getFirst().replace(",", ""), today);
        Optional<LocalTime> at = words.size() == 1
                ? Optional.of(LocalTime.MIDNIGHT)
                : ClockText.time(String.join(" ", words.subList(1, words.size())));
        return date.isPresent() && at.isPresent()
                ? Optional.of(LocalClock.first(date.get().atTime(at.get()), zone))
                : Optional.empty();
    }

    private Optional<LocalDate> date(String word, LocalDate today) {
        for (int ahead = 0; ahead < DAYS_AHEAD.size(); ahead++) {
            if (TypedWords.mean(DAYS_AHEAD.get(ahead), word)) {
                return Optional.of(today.plusDays(ahead));
            }
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
