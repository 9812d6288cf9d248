package news.lede.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one date of free form word by word, in whatever order its parts stand. For one date and one thread. */
final class DateWords {
    private static final Pattern EAST_ASIAN_DAY =
            Pattern.compile("(\\d{4})\\s?([年년])\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})(?:\\s?[日일号號])?");
    private static final Pattern EAST_ASIAN_TIME =
            Pattern.compile("(\\d{1,2})\\s?[时時시點点]\\s?(?:(\\d{1,2})\\s?[分분]?)?\\s?(?:(\\d{1,2})\\s?[秒초])?");
    private static final Pattern EAST_ASIAN_HALF = Pattern.compile("(上午|下午|午前|午後|오전|오후)");
    private static final Pattern GLUED = Pattern.compile("(?<=\\d)[T_](?=\\d)");
    private static final Pattern BRACKETED_ZONE = Pattern.compile("\\[[\\w/+-]{1,40}\\]$");
    private static final Pattern TIME = Pattern.compile(
            "^[Tt]?(\\d{1,2})(?:[:h](\\d{1,2})|h)(?::(\\d{1,2})(?:[.,]\\d{1,9})?)?(?:([AaPp])\\.?[Mm]\\.?)?([Zz]{1,2}|[+-]\\d{1,2}:?\\d{0,2}(?=Z?$)|[A-Za-z]{2,5})?Z?$");
    private static final Pattern DOTTED_TIME = Pattern.compile("^(\\d{1,2})\\.(\\d{2})\\.(\\d{2})$");
    private static final Pattern NUMERIC =
            Pattern.compile("^(\\d{1,4})([./-])(\\d{1,2}|\\p{L}{3,12}\\.?)\\2(\\d{1,4})\\.?$");
    private static final Pattern DAY = Pattern.compile("^\\d{1,2}(?:st|nd|rd|th|er|º|ª|\\.|°)\\.?$");

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

    DateWords(boolean dayFirst) {
        this.dayFirst = dayFirst;
    }

    Optional<Dates.Reading> read(String text) {
        String[] words = spaced(text).split("\\s+");
        for (int i = 0; i < words.length; i++) {
            take(words[i], i);
        }
        if (year < 0 || month < 0 || day < 0 || unknown > 6) {
            return Optional.empty();
        }
        boolean timed = hour >= 0;
        return Dates.instant(year, month, day, timed ? hour : 0, minute, second, timed ? zone : ZoneOffset.UTC, !timed);
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
        boolean korean =
                EAST_ASIAN_HALF.matcher(out).results().anyMatch(h -> h.group().startsWith("오"));
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
        if (Dates.isNumber(word) && word.length() <= 4) {
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
            day = Integer.parseInt(word.substring(0, word.length() > 1 && Character.isDigit(word.charAt(1)) ? 2 : 1));
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
        Integer found = Months.find(word);
        // "mar" is Tuesday in three languages: a month name at the very beginning yields to a later one.
        if (found != null && (month < 0 || monthMayBeWeekday)) {
            monthMayBeWeekday = month < 0 && position == 0;
            month = found;
            return;
        }
        Optional<ZoneId> named = hour >= 0 ? Zones.find(word) : Optional.empty();
        if (named.isPresent()) {
            zone = named.get();
            return;
        }
        String marker = Months.fold(word).replace(".", "");
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
        minute = Dates.number(time.group(2), 0);
        second = Dates.number(time.group(3), 0);
        if (time.group(4) != null) {
            meridiem(Character.toLowerCase(time.group(4).charAt(0)));
        }
        if (time.group(5) != null) {
            Zones.find(time.group(5)).ifPresent(z -> zone = z);
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
        Integer b = named ? Months.find(middle) : Integer.valueOf(middle);
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
