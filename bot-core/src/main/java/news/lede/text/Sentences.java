package news.lede.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Splits one paragraph into its sentences.
 *
 * <p>Every place where a sentence could end is looked at (those the JDK knows for the script, and every terminator before white
 * space), then kept only when nothing speaks against it: an abbreviation or initial ("Mr.", "z. B.", "J. K."), an ordinal ("3. Oktober"),
 * a lower-case continuation, a quotation mark or bracket that closes late.
 */
public final class Sentences {
    private static final String TERMINATORS =
            ".!?\u2026\u061F\u06D4\u0589\u1362\u0964\u0965\u3002\uFF01\uFF1F\uFF0E\uFF61";
    private static final String CLOSERS = "\"'\u201D\u2019\u00BB\u203A\u300D\u300F\uFF09)]}\u201C";
    private static final String OPENERS =
            "\"'\u201C\u2018\u00AB\u2039\u300C\u300E\uFF08([{\u201E\u201A\u00BF\u00A1-\u2013\u2014";

    private static final Set<String> WEEKDAYS =
            Set.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private static final Map<Language, BreakIterator> BREAKS = new ConcurrentHashMap<>();
    private static final int LONGEST_CORNER_QUOTE = 300;

    private Sentences() {}

    /**
     * The sentences of {@code paragraph} in order, each without surrounding white space; together they hold every character that
     * is not white space. Empty for a blank paragraph. Pure and thread-safe.
     */
    public static List<Span> split(String paragraph, Language language) {
        List<Span> spans = new ArrayList<>();
        BitSet breaks = candidates(paragraph, language);
        int start = skipSpace(paragraph, 0);
        for (int at = breaks.nextSetBit(start); at >= 0; at = breaks.nextSetBit(at + 1)) {
            if (at > start && at < paragraph.length() && ends(paragraph, start, at, language)) {
                add(spans, paragraph, start, at);
                start = skipSpace(paragraph, at);
            }
        }
        add(spans, paragraph, start, paragraph.length());
        return spans;
    }

    private static BitSet candidates(String text, Language language) {
        BitSet breaks = new BitSet(text.length() + 1);
        BreakIterator jdk = breaksOf(language);
        jdk.setText(text);
        for (int at = jdk.first(); at != BreakIterator.DONE; at = jdk.next()) {
            breaks.set(at);
        }
        // The JDK does not end a sentence before a digit, after an Arabic question mark or after an ellipsis.
        for (int at = 0; at < text.length(); at++) {
            if (isTerminator(text.charAt(at))) {
                int after = skipSpacedCloser(text, skipClosers(text, at + 1));
                if (after < text.length() && isSpace(text.charAt(after))) {
                    breaks.set(skipSpace(text, after));
                }
            }
        }
        return breaks;
    }

    /** The JDK looks up its rules anew whenever another language was asked for in between. */
    private static BreakIterator breaksOf(Language language) {
        return (BreakIterator) BREAKS.computeIfAbsent(
                        language,
                        asked -> BreakIterator.getSentenceInstance(
                                asked.equals(Language.UNKNOWN) ? Locale.ROOT : asked.locale()))
                .clone();
    }

    /** Whether the sentence from {@code start} ends before {@code next}, a place where one could. */
    private static boolean ends(String text, int start, int next, Language language) {
        int end = trimRight(text, start, next);
        int body = end;
        while (body > start
                && (CLOSERS.indexOf(text.charAt(body - 1)) >= 0 || body < end && isSpace(text.charAt(body - 1)))) {
            body--;
        }
        if (body == start || !isTerminator(text.charAt(body - 1))) {
            return false;
        }
        if (withinCornerQuote(text, start, body)) {
            return false;
        }
        int first = skipOpeners(text, next);
        if (first == text.length() || onlyClosers(text, next)) {
            return false;
        }
        // A lower-case letter continues, even after "?" within a quotation ("Why?" he asked).
        if (Character.isLowerCase(text.codePointAt(first))) {
            return false;
        }
        return text.charAt(body - 1) != '.' || !joins(text, start, body - 1, first, language);
    }

    /** Whether the full stop at {@code dot} belongs to the word before it rather than to the sentence. */
    private static boolean joins(String text, int start, int dot, int next, Language language) {
        if (dot > start && text.charAt(dot - 1) == '.') {
            return false;
        }
        int from = dot;
        while (from > start && isWordPart(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, dot);
        if (word.isEmpty()) {
            return false;
        }
        if (isNumber(word)) {
            boolean whole = skipOpeners(text, start) >= from;
            return whole || (word.length() <= 2 && Abbreviations.hasOrdinalDots(language));
        }
        String following = wordAt(text, next);
        boolean opensSentence = StopWords.of(language).contains(following.toLowerCase(language.locale()));
        return switch (Abbreviations.kind(word, language)) {
            case NONE -> false;
            case ALWAYS_CONTINUES -> true;
            case BEFORE_NUMBER -> Character.isDigit(text.charAt(next));
            case MAY_END -> !opensSentence || following.isEmpty() || (isHalfOfDay(word) && isWeekday(following));
            // "vitamin C. The": an initial stands before a name, never before "The".
            case INITIAL -> !opensSentence && Character.isUpperCase(text.codePointAt(next));
        };
    }

    /** A Japanese quotation goes on in the sentence that quotes it ("…。…」と述べた。"), so it is never parted. */
    private static boolean withinCornerQuote(String text, int start, int at) {
        int opened = text.lastIndexOf('\u300C', at - 1);
        return opened >= start
                && text.lastIndexOf('\u300D', at - 1) < opened
                && text.indexOf('\u300D', at) >= 0
                && text.indexOf('\u300D', at) - opened <= LONGEST_CORNER_QUOTE;
    }

    /** French closes with a space before: "! \u00BB". */
    private static int skipSpacedCloser(String text, int at) {
        int closer = skipSpace(text, at);
        return closer > at && closer < text.length() && text.charAt(closer) == '\u00BB' ? closer + 1 : at;
    }

    /** "4 p.m. Friday": weekdays are stop words, which would open a sentence. */
    private static boolean isHalfOfDay(String word) {
        return word.equalsIgnoreCase("a.m") || word.equalsIgnoreCase("p.m");
    }

    private static boolean isWeekday(String word) {
        return WEEKDAYS.contains(word);
    }

    private static String wordAt(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || c == '.'
                || c == '-'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static boolean isTerminator(char c) {
        return TERMINATORS.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F';
    }

    private static int skipSpace(String text, int at) {
        int to = at;
        while (to < text.length() && isSpace(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static int skipClosers(String text, int at) {
        int to = at;
        while (to < text.length() && (CLOSERS.indexOf(text.charAt(to)) >= 0 || isTerminator(text.charAt(to)))) {
            to++;
        }
        return to;
    }

    private static int skipOpeners(String text, int at) {
        int to = at;
        while (to < text.length() && (OPENERS.indexOf(text.charAt(to)) >= 0 || isSpace(text.charAt(to)))) {
            to++;
        }
        return to;
    }

    /** Whether what follows up to the next white space only closes: it belongs to the sentence before. */
    private static boolean onlyClosers(String text, int at) {
        int to = skipClosers(text, at);
        return to > at && (to == text.length() || isSpace(text.charAt(to)));
    }

    private static int trimRight(String text, int start, int end) {
        int to = end;
        while (to > start && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    private static void add(List<Span> spans, String text, int start, int end) {
        int to = trimRight(text, start, end);
        if (to > start) {
            spans.add(new Span(start, to));
        }
    }
}
