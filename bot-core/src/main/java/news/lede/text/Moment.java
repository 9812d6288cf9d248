package news.lede.text;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a sentence says that something was: a weekday (1 to 7), a day of a month (month times 100 plus day) or a time of day (in minutes).
 *
 * @param written as in the sentence
 * @param span where it stands
 */
public record Moment(Kind kind, int value, String written, Span span) {
    /** What is told. */
    public enum Kind {
        WEEKDAY,
        DAY,
        TIME
    }

    private static final int HUNDRED = 100;
    private static final int MINUTES = 60;
    private static final Map<String, Map<String, Integer>> WEEKDAYS = new ConcurrentHashMap<>();
    private static final Pattern CLOCK = Pattern.compile(
            "(?iu)(?<![\\d.:,])(\\d{1,2})(?:[:.h](\\d{2}))?\\s?(a\\.?m\\.?|p\\.?m\\.?|uhr\\b|h\\b)?(?![\\d:%])");

    /** Every moment in order. Pure and thread-safe. */
    public static List<Moment> in(String sentence, Language language) {
        List<Moment> moments = new ArrayList<>();
        Map<String, Integer> weekdays = WEEKDAYS.computeIfAbsent(language.code(), _ -> weekdays(language));
        List<Lexeme> lexemes = Lexeme.of(sentence, language);
        for (int at = 0; at < lexemes.size(); at++) {
            Lexeme lexeme = lexemes.get(at);
            Integer weekday = lexeme.word() ? weekdays.get(lexeme.folded().replaceAll("'s?$", "")) : null;
            if (weekday != null) {
                moments.add(moment(Kind.WEEKDAY, weekday, sentence, lexeme.start(), lexeme.end()));
            } else if (lexeme.digits()) {
                day(lexemes, at, sentence, language, moments);
            }
        }
        clocks(sentence, moments);
        return moments;
    }

    private static Moment moment(Kind kind, int value, String sentence, int start, int end) {
        Span span = new Span(start, end);
        return new Moment(kind, value, span.in(sentence), span);
    }

    private static Map<String, Integer> weekdays(Language language) {
        Map<String, Integer> names = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
                String name = Folding.fold(day.getDisplayName(style, language.locale()), language);
                if (name.length() > 3) {
                    names.put(name, day.getValue());
                }
            }
        }
        return names;
    }

    private static void day(List<Lexeme> lexemes, int at, String sentence, Language language, List<Moment> moments) {
        Lexeme digits = lexemes.get(at);
        if (digits.text().length() > 2 || !digits.text().chars().allMatch(Character::isDigit)) {
            return;
        }
        int day = Numbers.value(digits.text(), language).intValue();
        int next = at + 1;
        while (next < lexemes.size()
                && (lexemes.get(next).sign(".") || lexemes.get(next).folded().matches("de|st|nd|rd|th|er"))) {
            next++;
        }
        Integer behind = month(lexemes, next);
        Integer before = language.equals(Language.ENGLISH) ? month(lexemes, at - 1) : null;
        if (day >= 1 && day <= 31 && behind != null) {
            moments.add(moment(
                    Kind.DAY,
                    behind * HUNDRED + day,
                    sentence,
                    digits.start(),
                    lexemes.get(next).end()));
        } else if (day >= 1 && day <= 31 && before != null) {
            moments.add(moment(
                    Kind.DAY,
                    before * HUNDRED + day,
                    sentence,
                    lexemes.get(at - 1).start(),
                    digits.end()));
        }
    }

    private static @org.jspecify.annotations.Nullable Integer month(List<Lexeme> lexemes, int at) {
        if (at < 0 || at >= lexemes.size() || !lexemes.get(at).word()) {
            return null;
        }
        Lexeme word = lexemes.get(at);
        boolean telling = word.text().length() > 3 || word.folded().matches("may|mai|mei|mag|мая");
        return telling ? Months.find(word.text()) : null;
    }

    private static void clocks(String sentence, List<Moment> moments) {
        Matcher clock = CLOCK.matcher(sentence);
        while (clock.find()) {
            String half = clock.group(3) == null ? "" : clock.group(3).toLowerCase(java.util.Locale.ROOT);
            boolean colon = clock.group(2) != null && sentence.charAt(clock.end(1)) != '.';
            if (half.isEmpty() && !colon) {
                continue;
            }
            int hour = Integer.parseInt(clock.group(1));
            int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
            if (half.startsWith("p") && hour < 12) {
                hour += 12;
            } else if (half.startsWith("a") && hour == 12) {
                hour = 0;
            }
            if (hour < 24 && minute < MINUTES) {
                moments.add(moment(Kind.TIME, hour * MINUTES + minute, sentence, clock.start(), clock.end()));
            }
        }
    }
}
