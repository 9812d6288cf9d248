package news.lede.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people and programs write them: ISO 8601 and its variants, RFC 822 with every fault, asctime, seconds and milliseconds since
 * 1970; what is none of these word by word ({@link DateWords}), with month names of many languages.
 *
 * <p>Without a zone a time is UTC. A date without a time is the start of that day in UTC. An impossible or doubtful date is none. A wrong
 * weekday is ignored. Pure and thread-safe, linear in the text, of which only the first 120 characters are looked at.
 */
public final class Dates {
    /** A date found; {@code dateOnly} when no time of day was given. */
    public record Reading(Instant instant, boolean dateOnly) {}

    private static final int LONGEST = 120;
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2037;

    private static final Pattern ISO = Pattern.compile(
            "^[\"'(]?(\\d{4})-?(?:(\\d{1,2})(?:-?(\\d{1,2}))?)?(?:(?:T|t|\\s{1,3}|T\\s|,\\s)(\\d{1,2})(?:[:.]?(\\d{2})(?:[:.]?(\\d{2})(?:[.,:]\\d{1,9})?)?)?)?\\s?(.{0,40})$");
    private static final Pattern ORDINAL = Pattern.compile("^(\\d{4})-?(\\d{3})(?:$|T.{0,20}$)");
    private static final Pattern WEEK = Pattern.compile("^(\\d{4})-?W(\\d{2})(?:-?([1-7]))?(?:T(.{1,40}))?$");
    private static final Pattern SCRIPTED = Pattern.compile("^/Date\\((\\d{9,13})(?:[+-]\\d{4})?\\)/$");

    private Dates() {}

    /** The instant that {@code text} tells. {@code dayFirst}: whether "3/4/2026" is the third of April. */
    public static Optional<Reading> read(String text, boolean dayFirst) {
        String clean =
                text.strip().replace('\u00A0', ' ').replace('\u202F', ' ').replace('−', '-');
        if (clean.isEmpty() || clean.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        clean = latinDigits(clean.substring(0, Math.min(LONGEST, clean.length())));
        try {
            Optional<Reading> epoch = epoch(clean);
            if (epoch.isPresent()) {
                return epoch;
            }
            Optional<Reading> iso = iso(clean);
            return iso.isPresent() ? iso : new DateWords(dayFirst).read(clean);
        } catch (DateTimeException e) {
            // The 30th of February and its like: no date rather than a guess.
            return Optional.empty();
        }
    }

    private static Optional<Reading> epoch(String text) {
        if (text.charAt(0) == '/') {
            Matcher scripted = SCRIPTED.matcher(text);
            return scripted.matches() ? epoch(scripted.group(1)) : Optional.empty();
        }
        int dot = text.indexOf('.');
        String whole = dot == 10 && isNumber(text.substring(dot + 1)) ? text.substring(0, dot) : text;
        if (!isNumber(whole)) {
            return Optional.empty();
        }
        return switch (whole.length()) {
            case 9, 10 -> plausible(Instant.ofEpochSecond(Long.parseLong(whole)), false);
            case 13 -> plausible(Instant.ofEpochMilli(Long.parseLong(whole)), false);
            default -> Optional.empty();
        };
    }

    static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Optional<Reading> iso(String text) {
        if (text.length() < 4 || text.charAt(0) > '9' && text.charAt(0) != '"') {
            return Optional.empty();
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            int day = Integer.parseInt(ordinal.group(2));
            return plausible(
                    LocalDate.ofYearDay(Integer.parseInt(ordinal.group(1)), day)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant(),
                    true);
        }
        Matcher week = WEEK.matcher(text);
        if (week.matches()) {
            LocalDate first = LocalDate.of(Integer.parseInt(week.group(1)), 1, 4);
            LocalDate day = first.minusDays(first.getDayOfWeek().getValue() - 1L)
                    .plusWeeks(Integer.parseInt(week.group(2)) - 1L)
                    .plusDays(number(week.group(3), 1) - 1L);
            return new DateWords(false).read(week.group(4) == null ? day.toString() : day + " " + week.group(4));
        }
        Matcher m = ISO.matcher(text);
        if (!m.matches() || (m.group(2) == null && !m.group(7).isEmpty())) {
            return Optional.empty();
        }
        boolean timed = m.group(4) != null;
        Optional<ZoneId> zone = Zones.find(m.group(7).strip());
        if (zone.isEmpty() && !m.group(7).isBlank()) {
            return Optional.empty();
        }
        return instant(
                number(m.group(1), 0),
                number(m.group(2), 1),
                number(m.group(3), 1),
                number(m.group(4), 0),
                number(m.group(5), 0),
                number(m.group(6), 0),
                zone.orElse(ZoneOffset.UTC),
                !timed);
    }

    static Optional<Reading> instant(
            int year, int month, int day, int hour, int minute, int second, ZoneId zone, boolean dateOnly) {
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        boolean leap = second == 60;
        Instant instant = LocalDateTime.of(year, month, day, midnight ? 0 : hour, minute, leap ? 59 : second)
                .plusDays(midnight ? 1 : 0)
                .plusSeconds(leap ? 1 : 0)
                .atZone(zone)
                .toInstant();
        return plausible(instant, dateOnly);
    }

    private static Optional<Reading> plausible(Instant instant, boolean dateOnly) {
        int year = instant.atZone(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(new Reading(instant, dateOnly)) : Optional.empty();
    }

    static int number(String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private static String latinDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c > 127 && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        return out.toString();
    }
}
