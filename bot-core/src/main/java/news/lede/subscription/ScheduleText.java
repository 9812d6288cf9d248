package news.lede.subscription;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.TypedWords;

/**
 * Reads at which times of which days a digest is wanted, as people type it: {@code 8:00}, {@code 8:00, 18:30}, {@code 8am and 6pm}, {@code mon-fri 7:30}, {@code sat, sun 10}. Days stand before the times
 * and count for all of them. Knows the names of days in the languages given. Immutable.
 */
public final class ScheduleText {
    /** More are no digests any more. */
    public static final int MOST_TIMES = 8;

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private static final Map<String, Set<DayOfWeek>> SEVERAL =
            Map.of("daily", EVERY_DAY, "weekdays", WEEKDAYS, "weekend", WEEKEND);

    /** A time with its unit or the half of the day it is in, though a space parts them; else anything without a space. */
    private static final Pattern PIECE = Pattern.compile(
            "\\d{1,2}(?:[:.h]\\d{1,2})?\\s*(?:am|pm|a\\.m\\.|p\\.m\\.|h|ч|год)(?![\\p{L}\\d])|[^\\s,;]+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RANGE = Pattern.compile("([^-–至到]+)[-–至到]([^-–至到]+)");
    /** Chinese puts no space between days and times. */
    private static final Pattern DAY_THEN_TIME = Pattern.compile("(?<=[一二三四五六日天末])(?=\\d)");

    private final Map<String, DayOfWeek> days;

    public ScheduleText(Collection<Locale> languages) {
        Map<String, DayOfWeek> names = new HashMap<>();
        DayNames.in(languages).forEach((name, day) -> {
            names.put(name, day);
            names.putIfAbsent(name + "s", day);
        });
        this.days = Map.copyOf(names);
    }

    /** What came of reading it. */
    public sealed interface Parsed {
        /** {@code days}: empty when none were named. {@code times}: empty when none were. Not both. */
        record Read(Set<DayOfWeek> days, SortedSet<LocalTime> times) implements Parsed {}

        /** {@code part}: what is wrong. */
        record Wrong(Kind kind, String part) implements Parsed {}
    }

    /** Why it cannot be read. */
    public enum Kind {
        /** It looks like a time and is none: 25:00. */
        NO_TIME,
        /** Neither a time nor a day. */
        UNKNOWN,
        /** A day behind a time: days count for all times, so they come first. */
        DAY_BEHIND,
        TOO_MANY
    }

    public Parsed parse(String typed) {
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        TreeSet<LocalTime> times = new TreeSet<>();
        for (String piece : pieces(typed)) {
            Optional<LocalTime> time = ClockText.time(piece);
            Set<DayOfWeek> meant = days(piece);
            if (time.isPresent()) {
                times.add(time.get());
            } else if (!meant.isEmpty()) {
                if (!times.isEmpty()) {
                    return new Parsed.Wrong(Kind.DAY_BEHIND, piece);
                }
                on.addAll(meant);
            } else {
                return new Parsed.Wrong(Character.isDigit(piece.codePointAt(0)) ? Kind.NO_TIME : Kind.UNKNOWN, piece);
            }
        }
        if (times.size() > MOST_TIMES) {
            return new Parsed.Wrong(Kind.TOO_MANY, Integer.toString(times.size()));
        }
        return on.isEmpty() && times.isEmpty() ? new Parsed.Wrong(Kind.UNKNOWN, typed) : new Parsed.Read(on, times);
    }

    private List<String> pieces(String typed) {
        List<String> pieces = new ArrayList<>();
        String apart = DAY_THEN_TIME.matcher(TypedWords.western(typed)).replaceAll(" ");
        Matcher matcher = PIECE.matcher(apart.replaceAll("\\s*([-–])\\s*", "$1"));
        while (matcher.find()) {
            String piece = matcher.group();
            if (!TypedWords.mean("filling", piece)) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private Set<DayOfWeek> days(String piece) {
        String name = DayNames.plain(piece);
        if (days.containsKey(name)) {
            return EnumSet.of(days.get(name));
        }
        Matcher range = RANGE.matcher(name);
        if (range.matches() && days.containsKey(range.group(1)) && days.containsKey(range.group(2))) {
            return between(days.get(range.group(1)), days.get(range.group(2)));
        }
        return SEVERAL.entrySet().stream()
                .filter(several -> TypedWords.mean(several.getKey(), name))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Set.of());
    }

    /** Both included, over Sunday when need be. */
    private static Set<DayOfWeek> between(DayOfWeek first, DayOfWeek last) {
        Set<DayOfWeek> between = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            between.add(day.plus(1));
        }
        return between;
    }
}
