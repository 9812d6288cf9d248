package news.lede.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.Dates;

/** Finds the day that a line of text names among other words, in any language whose months are known. Pure. */
final class DatesInText {
    private static final int LONGEST = 400;
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String YEAR = "(?:19[89]\\d|20[0-3]\\d)";
    private static final String SUFFIX = "(?:\\.º|º|ª|°|\\.|st|nd|rd|th|er|-[aoе]е?)?";
    /** Small words between day, month and year: "4 de marzo de 2026", "4th of March". */
    private static final String LINK = "(?:\\s*,?\\s*(?:de|del|di|d'|of|do|da|den)?\\s*)";

    private static final Pattern DATE = Pattern.compile("(?<![\\p{L}\\p{N}./-])(?:"
            + YEAR + "(?<s>[./-])\\s?(?:0?[1-9]|1[0-2])\\k<s>\\s?" + DAY
            + "|" + DAY + "(?<t>[./-])\\s?(?:0?[1-9]|[12]\\d|3[01])\\k<t>\\s?(?:" + YEAR + "|\\d{2})"
            + "|" + DAY + SUFFIX + LINK + "[\\p{L}\\p{M}]{3,12}[.,]?" + LINK + YEAR
            + "|[\\p{L}\\p{M}]{3,12}\\.?\\s+" + DAY + SUFFIX + "\\s*,?\\s*" + YEAR
            + "|" + YEAR + "\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일号號]?"
            + "|" + YEAR + "\\.\\s\\d{1,2}\\.\\s?\\d{1,2}\\.?"
            + ")(?![\\p{L}\\p{N}]|[./-]\\d)");
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}])(?:de|del|di|of|do|da|den)(?![\\p{L}])|d'");

    private static final Pattern YEAR_FIRST = Pattern.compile("^(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})\\.?$");

    private DatesInText() {}

    /** A date: as it is written, and where that begins. */
    record Found(LocalDate day, String text, int start) {
        int end() {
            return start + text.length();
        }
    }

    /** The first date in a text that is one. */
    static Optional<Found> first(String text, boolean dayFirst) {
        Matcher matcher = DATE.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        int from = 0;
        while (matcher.find(from)) {
            String date = plain(matcher.group());
            Optional<LocalDate> day = Dates.read(date, dayFirst).map(r -> day(r.instant()));
            if (day.isPresent()) {
                return Optional.of(new Found(day.get(), matcher.group(), matcher.start()));
            }
            from = matcher.start() + 1;
        }
        return Optional.empty();
    }

    /** The date as programs write it: without small words, without spaces between numbers, year first with hyphens. */
    private static String plain(String written) {
        String close = WORD.matcher(written).replaceAll(" ").replaceAll("(?<=\\d)([./-])\\s(?=\\d)", "$1");
        return YEAR_FIRST.matcher(close).replaceFirst("$1-$2-$3");
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
