package news.lede.telegram;

/**
 * Keeps words written from right to left from reordering a line of ours that they stand in: each run of them is isolated, so that the counts and times behind a Hebrew name
 * stay behind it. A line without words of the other direction is left as it is; it takes its own.
 */
final class Isolates {
    private static final char FIRST_STRONG = '\u2068';
    private static final char POP = '\u2069';

    private Isolates() {}

    static String in(String line) {
        if (!has(line, true) || !has(line, false)) {
            return line;
        }
        StringBuilder out = new StringBuilder(line.length() + 4);
        int i = 0;
        while (i < line.length()) {
            int start = next(line, i);
            out.append(line, i, start);
            if (start == line.length()) {
                break;
            }
            int end = runFrom(line, start);
            out.append(FIRST_STRONG).append(line, start, end).append(POP);
            i = end;
        }
        return out.toString();
    }

    /** Whether a text reads from right to left as a whole: its first letter does. */
    static boolean isRightToLeft(String text) {
        return text.codePoints()
                .filter(c -> rightToLeft(c) || leftToRight(c))
                .mapToObj(Isolates::rightToLeft)
                .findFirst()
                .orElse(false);
    }

    private static int next(String line, int from) {
        int i = from;
        while (i < line.length() && !rightToLeft(line.codePointAt(i))) {
            i += Character.charCount(line.codePointAt(i));
        }
        return i;
    }

    /** Behind the last letter of that direction before one of the other. */
    private static int runFrom(String line, int start) {
        int end = start;
        for (int i = start; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            if (leftToRight(c)) {
                break;
            }
            // A mark belongs to the letter before it.
            if (rightToLeft(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK && end == i - Character.charCount(c)) {
                end = i;
            }
        }
        return end;
    }

    private static boolean has(String line, boolean right) {
        return line.codePoints().anyMatch(right ? Isolates::rightToLeft : Isolates::leftToRight);
    }

    private static boolean rightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean leftToRight(int c) {
        return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
