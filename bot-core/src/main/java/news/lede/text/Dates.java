package news.lede.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people and programs write them: ISO 8601 and its variants, RFC 822 with every fault, asctime, seconds and milliseconds since
 * 1970, month names of many languages.
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
    private static final Pattern EAST_ASIAN_DAY =
            Pattern.compile("(\\d{4})\\s?([年년])\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})(?:\\s?[日일号號])?");
    private static final Pattern EAST_ASIAN_TIME =
            Pattern.compile("(\\d{1,2})\\s?[时時시點点]\\s?(?:(\\d{1,2})\\s?[分분]?)?\\s?(?:(\\d{1,2})\\s?[秒초])?");
    private static final Pattern EAST_ASIAN_HALF = Pattern.compile("(上午|下午|午前|午後|오전|오후)");
    private static final Pattern SCRIPTED = Pattern.compile("^/Date\\((\\d{9,13})(?:[+-]\\d{4})?\\)/$");
    private static final Pattern GLUED = Pattern.compile("(?<=\\d)[T_](?=\\d)");
    private static final Pattern BRACKETED_ZONE = Pattern.compile("\\[[\\w/+-]{1,40}\\]$");
    private static final Pattern TIME = Pattern.compile(
            "^[Tt]?(\\d{1,2})(?:[:h](\\d{1,2})|h)(?::(\\d{1,2})(?:[.,]\\d{1,9})?)?(?:([AaPp])\\.?[Mm]\\.?)?([Zz]{1,2}|[+-]\\d{1,2}:?\\d{0,2}(?=Z?$)|[A-Za-z]{2,5})?Z?$");
    private static final Pattern DOTTED_TIME = Pattern.compile("^(\\d{1,2})\\.(\\d{2})\\.(\\d{2})$");
    private static final Pattern NUMERIC =
            Pattern.compile("^(\\d{1,4})([./-])(\\d{1,2}|\\p{L}{3,12}\\.?)\\2(\\d{1,4})\\.?$");
    private static final Pattern DAY = Pattern.compile("^\\d{1,2}(?:st|nd|rd|th|er|º|ª|\\.|°)\\.?$");
    private static final Pattern OFFSET = Pattern.compile("^(?:GMT|UTC|UT)?([+-])(\\d{1,2}):?(\\d{2})?$");

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("ut", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("z", "Z"),
            Map.entry("wet", "Z"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("akst", "-09:00"),
            Map.entry("akdt", "-08:00"),
            Map.entry("hst", "-10:00"),
            Map.entry("ast", "-04:00"),
            Map.entry("adt", "-03:00"),
            Map.entry("nst", "-03:30"),
            Map.entry("ndt", "-02:30"),
            Map.entry("brt", "-03:00"),
            Map.entry("art", "-03:00"),
            Map.entry("bst", "+01:00"),
            Map.entry("west", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("mez", "+01:00"),
            Map.entry("mesz", "+02:00"),
            Map.entry("met", "+01:00"),
            Map.entry("mest", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("sast", "+02:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("trt", "+03:00"),
            Map.entry("ist", "+05:30"),
            Map.entry("pkt", "+05:00"),
            Map.entry("npt", "+05:45"),
            Map.entry("ict", "+07:00"),
            Map.entry("wib", "+07:00"),
            Map.entry("sgt", "+08:00"),
            Map.entry("hkt", "+08:00"),
            Map.entry("awst", "+08:00"),
            Map.entry("jst", "+09:00"),
            Map.entry("kst", "+09:00"),
            Map.entry("acst", "+09:30"),
            Map.entry("acdt", "+10:30"),
            Map.entry("aest", "+10:00"),
            Map.entry("aedt", "+11:00"),
            Map.entry("nzst", "+12:00"),
            Map.entry("nzdt", "+13:00"),
            Map.entry("et", "America/New_York"),
            Map.entry("ct", "America/Chicago"),
            Map.entry("mt", "America/Denver"),
            Map.entry("pt", "America/Los_Angeles"));

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
            return iso.isPresent() ? iso : new Scan(dayFirst).read(clean);
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

    private static boolean isNumber(String text) {
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
            return new Scan(false).read(week.group(4) == null ? day.toString() : day + " " + week.group(4));
        }
        Matcher m = ISO.matcher(text);
        if (!m.matches() || (m.group(2) == null && !m.group(7).isEmpty())) {
            return Optional.empty();
        }
        boolean timed = m.group(4) != null;
        Optional<ZoneId> zone = zone(m.group(7).strip());
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

    private static Optional<Reading> instant(
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

    private static int number(String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    static Optional<ZoneId> zone(String name) {
        String bare = name.replaceAll("[()\\[\\].,]", "").strip();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        Matcher offset = OFFSET.matcher(bare);
        if (offset.matches()) {
            int hours = Integer.parseInt(offset.group(2));
            int minutes = number(offset.group(3), 0);
            int sign = offset.group(1).equals("-") ? -1 : 1;
            return hours <= 15 && minutes < 60
                    ? Optional.of(ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60)))
                    : Optional.empty();
        }
        String known = ZONES.get(bare.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(ZoneId.of(known));
        }
        if (bare.equals("AT")) {
            // Only in capitals: in small letters it is a word.
            return Optional.of(ZoneOffset.ofHours(-4));
        }
        if (bare.contains("/") && ZoneId.getAvailableZoneIds().contains(bare)) {
            return Optional.of(ZoneId.of(bare));
        }
        int space = bare.indexOf(' ');
        return space > 0 ? zone(bare.substring(0, space)) : Optional.empty();
    }

    private static String latinDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c > 127 && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        return out.toString();
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        try (InputStream in = Dates.class.getResourceAsStream("months.txt")) {
            if (in == null) {
                throw new IllegalStateException("the word list months.txt is missing from this build");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("//"))
                    .toList();
            for (String line : lines) {
                String[] twelve = line.split(",");
                for (int i = 0; i < twelve.length; i++) {
                    for (String name : twelve[i].split("/")) {
                        months.putIfAbsent(fold(name), i + 1);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the word list months.txt", e);
        }
        return Map.copyOf(months);
    }

    private static String fold(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace("\u0307", "").replaceAll("[.,]+$", "");
    }

    /** One reading of a free-form date, word by word. */
    private static final class Scan {
        private final boolean dayFirst;
        private int year = -1;
        private int month = -1;
        private int day = -1;
        private int hour = -1;
        private int minute;
        private int second;
        private ZoneId zone = ZoneOffset.UTC;
        /** 'a' or 'p', told before the hour. */
        private char half;

        private boolean monthMayBeWeekday;
        private int unknown;

        Scan(boolean dayFirst) {
            this.dayFirst = dayFirst;
        }

        Optional<Reading> read(String text) {
            String[] words = spaced(text).split("\\s+");
            for (int i = 0; i < words.length; i++) {
                take(words[i], i);
            }
            if (year < 0 || month < 0 || day < 0 || unknown > 6) {
                return Optional.empty();
            }
            boolean timed = hour >= 0;
            return instant(year, month, day, timed ? hour : 0, minute, second, timed ? zone : ZoneOffset.UTC, !timed);
        }

        /** The text with blanks between its parts, and East Asian signs written as others do. */
        private String spaced(String text) {
            String out = text.replace(',', ' ').replace('|', ' ').replace('،', ' ');
            if (out.endsWith("]")) {
                out = BRACKETED_ZONE.matcher(out).replaceFirst("");
            }
            out = GLUED.matcher(out).replaceAll(" ");
            if (out.chars().noneMatch(c -> c >= 0x3000)) {
                return out;
            }
            Matcher day = EAST_ASIAN_DAY.matcher(out);
            boolean korean = EAST_ASIAN_HALF
                    .matcher(out)
                    .results()
                    .anyMatch(h -> h.group().startsWith("오"));
            if (day.find()) {
                korean |= day.group(2).equals("년");
                // Whatever stands before is a label.
                out = day.group(1) + "-" + day.group(3) + "-" + day.group(4) + " "
                        + out.substring(day.end(), Math.min(out.length(), day.end() + 40));
            }
            if (korean) {
                // Dates in Korean are of one country, which has one zone.
                zone = ZoneOffset.ofHours(9);
            }
            Matcher time = EAST_ASIAN_TIME.matcher(out);
            out = time.replaceAll(t -> " " + t.group(1) + ":" + (t.group(2) == null ? "00" : t.group(2))
                    + (t.group(3) == null ? "" : ":" + t.group(3)) + " ");
            return EAST_ASIAN_HALF.matcher(out).replaceAll(" $1 ");
        }

        private void take(String word, int position) {
            if (word.isEmpty()) {
                return;
            }
            char first = word.charAt(0);
            if (first > '9' && first != 'T' && first != 't') {
                named(word, position);
                return;
            }
            if (isNumber(word) && word.length() <= 4) {
                plainNumber(word);
                return;
            }
            Matcher time = TIME.matcher(word);
            if (hour < 0 && time.matches()) {
                time(time);
                return;
            }
            Matcher numeric = NUMERIC.matcher(word);
            if (year < 0 && numeric.matches()) {
                numeric(numeric);
                return;
            }
            if (day < 0 && DAY.matcher(word).matches()) {
                day = Integer.parseInt(
                        word.substring(0, word.length() > 1 && Character.isDigit(word.charAt(1)) ? 2 : 1));
                return;
            }
            // Only once the date is told: "03.03.26" is one too.
            Matcher dotted = DOTTED_TIME.matcher(word);
            if (hour < 0 && year >= 0 && dotted.matches()) {
                hour = Integer.parseInt(dotted.group(1));
                minute = Integer.parseInt(dotted.group(2));
                second = Integer.parseInt(dotted.group(3));
                return;
            }
            named(word, position);
        }

        private void named(String word, int position) {
            Integer found = MONTHS.get(fold(word));
            // "mar" is Tuesday in three languages: a month name at the very beginning yields to a later one.
            if (found != null && (month < 0 || monthMayBeWeekday)) {
                monthMayBeWeekday = month < 0 && position == 0;
                month = found;
                return;
            }
            Optional<ZoneId> named = hour >= 0 ? zone(word) : Optional.empty();
            if (named.isPresent()) {
                zone = named.get();
                return;
            }
            String marker = fold(word).replace(".", "");
            char told = half(marker);
            if (told == 0) {
                unknown++;
            } else if (hour >= 0) {
                meridiem(told);
            } else {
                half = told;
            }
        }

        private static char half(String marker) {
            return switch (marker) {
                case "am", "上午", "午前", "오전" -> 'a';
                case "pm", "下午", "午後", "오후" -> 'p';
                default -> 0;
            };
        }

        private void time(Matcher time) {
            hour = Integer.parseInt(time.group(1));
            minute = number(time.group(2), 0);
            second = number(time.group(3), 0);
            if (time.group(4) != null) {
                meridiem(Character.toLowerCase(time.group(4).charAt(0)));
            }
            if (time.group(5) != null) {
                zone(time.group(5)).ifPresent(z -> zone = z);
            }
            if (half != 0 && time.group(4) == null) {
                meridiem(half);
            }
        }

        private void meridiem(char half) {
            if (half == 'p' && hour < 12) {
                hour += 12;
            } else if (half == 'a' && hour == 12) {
                hour = 0;
            }
        }

        private void numeric(Matcher m) {
            String middle = m.group(3);
            int a = Integer.parseInt(m.group(1));
            int c = Integer.parseInt(m.group(4));
            boolean named = !Character.isDigit(middle.charAt(0));
            Integer b = named ? MONTHS.get(fold(middle)) : Integer.valueOf(middle);
            if (b == null || m.group(1).length() != 4 && m.group(4).length() == 1) {
                unknown += 4;
            } else if (m.group(1).length() == 4) {
                year = a;
                month = b;
                day = c;
            } else {
                year = fullYear(c, m.group(4).length());
                boolean first = named || !m.group(2).equals("/") || a > 12 || (dayFirst && b <= 12);
                day = first ? a : b;
                month = first ? b : a;
            }
        }

        private void plainNumber(String word) {
            int value = Integer.parseInt(word);
            if (word.length() == 4 && year < 0) {
                year = value;
            } else if (day < 0 && word.length() <= 2 && value >= 1 && value <= 31) {
                day = value;
            } else if (year < 0 && word.length() <= 2) {
                year = fullYear(value, 2);
            } else {
                unknown++;
            }
        }

        private static int fullYear(int value, int digits) {
            return digits > 2 ? value : value < 70 ? 2000 + value : 1900 + value;
        }
    }
}
