package news.lede.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps words of the other direction from reordering the line they stand in. In an English line each run of Hebrew or Arabic is isolated, so that the counts and times behind a name stay behind it; in
 * an Arabic one each run of Latin words, so that a command keeps its slash before it. Which is which the letters say: most of a line's own words run its way. A line of one direction is left as it is.
 */
public final class Isolates {
    private static final char FIRST_STRONG = '\u2068';
    private static final char POP = '\u2069';

    /** Signs that belong to the Latin word behind them. */
    private static final String BEFORE_WORDS = "/@#-+$";

    /** The number before what it counts, at the beginning of a part of a line. */
    private static final Pattern COUNT = Pattern.compile("(?:^|[·–] )(\\d[\\d.,\\u00A0]* )$");

    /** A command as it is typed. A value may be a word of the other direction; the whole is read from left to right all the same. */
    private static final Pattern COMMAND =
            Pattern.compile("/[a-z][a-z0-9_]*(?: [a-z]+:\\S*[^\\s.,;!?\")\\u00BB\\u060C\\u061B\\u061F])*");

    private Isolates() {}

    /** {@code line} with the runs of its other direction isolated. */
    public static String in(String line) {
        long right = count(line, true);
        long left = count(line, false);
        if (right == 0 || left == 0) {
            return line;
        }
        boolean isolatesRight = left >= right;
        StringBuilder out = new StringBuilder(line.length() + 4);
        int i = 0;
        while (i < line.length()) {
            int start = next(line, i, isolatesRight);
            if (start == line.length()) {
                break;
            }
            int end = runFrom(line, start, isolatesRight);
            if (isolatesRight) {
                start = withCountBefore(line, start, i);
            } else {
                start = withSignsBefore(line, start, i);
                end = withClosingQuote(line, start, withWholeCommand(line, start, end));
            }
            out.append(line, i, start)
                    .append(FIRST_STRONG)
                    .append(line, start, end)
                    .append(POP);
            i = end;
        }
        return out.append(line, i, line.length()).toString();
    }

    /** {@code words} as one piece of whatever line they are put into: isolated when they have letters that run from right to left. */
    public static String piece(String words) {
        return count(words, true) == 0 ? words : FIRST_STRONG + words + POP;
    }

    /** Closes what a cut through an isolated run left open: all that comes after it would be within. At most one character longer. */
    public static String closed(String cut) {
        return cut.lastIndexOf(FIRST_STRONG) > cut.lastIndexOf(POP) ? cut + POP : cut;
    }

    /**
     * {@code number}, a number with its signs, as it stands in a row of parts: isolated when one of the others has letters that run from right to left, since these would turn its signs around.
     */
    public static String beside(String number, String others) {
        return count(others, true) == 0 ? number : FIRST_STRONG + number + POP;
    }

    /** Whether a text reads from right to left as a whole: its first letter does. */
    public static boolean isRightToLeft(String text) {
        return text.codePoints()
                .filter(c -> runs(c, true) || runs(c, false))
                .mapToObj(c -> runs(c, true))
                .findFirst()
                .orElse(false);
    }

    private static int next(String line, int from, boolean right) {
        int i = from;
        while (i < line.length() && !runs(line.codePointAt(i), right)) {
            i += Character.charCount(line.codePointAt(i));
        }
        return i;
    }

    /** Behind the last letter of that direction before one of the other. */
    private static int runFrom(String line, int start, boolean right) {
        int end = start;
        for (int i = start; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            if (runs(c, !right)) {
                break;
            }
            // A mark belongs to the letter before it, and so do digits to Latin words.
            if (runs(c, right)
                    || Character.getType(c) == Character.NON_SPACING_MARK && end == i - Character.charCount(c)
                    || !right && Character.isDigit(c)) {
                end = i;
            }
        }
        return end;
    }

    /** A count is read with what it counts. */
    private static int withCountBefore(String line, int start, int least) {
        Matcher count = COUNT.matcher(line.substring(least, start));
        return count.find() ? least + count.start(1) : start;
    }

    private static int withSignsBefore(String line, int start, int least) {
        int first = start;
        while (first > least && BEFORE_WORDS.indexOf(line.charAt(first - 1)) >= 0) {
            first--;
        }
        return first;
    }

    private static int withWholeCommand(String line, int start, int end) {
        Matcher command = COMMAND.matcher(line).region(start, line.length());
        return command.lookingAt() ? Math.max(end, command.end()) : end;
    }

    /** A quotation that was opened in the run is closed in it. */
    private static int withClosingQuote(String line, int start, int end) {
        boolean open = line.substring(start, end).chars().filter(c -> c == '"').count() % 2 == 1;
        return open && end < line.length() && line.charAt(end) == '"' ? end + 1 : end;
    }

    private static long count(String line, boolean right) {
        return line.codePoints().filter(c -> runs(c, right)).count();
    }

    private static boolean runs(int c, boolean right) {
        byte direction = Character.getDirectionality(c);
        return right
                ? direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                : direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
