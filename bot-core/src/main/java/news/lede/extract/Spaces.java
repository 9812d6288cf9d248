package news.lede.extract;

/** Keeps white space as print would have it: single, none at the edges, none before a closing mark. Pure. */
final class Spaces {
    private static final String NEVER_AFTER_SPACE = ".,)]}。，、；：！？）」』】》؟،؛";

    private Spaces() {}

    /** The text with every run of white space as one space, and without the invisible marks that pages sprinkle. */
    static String single(String text) {
        int clean = cleanUntil(text);
        if (clean == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, clean);
        boolean pending = false;
        for (int i = clean; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F) {
                if (pending && !out.isEmpty()) {
                    out.append(' ');
                }
                pending = false;
                out.append(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
                pending = true;
            } else if (c == '\u200B' || c == '\u00AD' || c == '\u2060' || Character.isISOControl(c) || c == '\uFFFD') {
                continue;
            } else {
                if (pending && !out.isEmpty()) {
                    out.append(' ');
                }
                pending = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** How much of the beginning is as it should be; it ends with no space. */
    private static int cleanUntil(String text) {
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F) {
                clean = i + 1;
            } else if (c != ' ' || clean != i || i == 0) {
                break;
            }
        }
        return clean;
    }

    /** As {@link #single}, and no space before a mark that closes: "Donald Trump ." becomes "Donald Trump." */
    static String tidy(String text) {
        String single = single(text);
        StringBuilder out = new StringBuilder(single.length());
        for (int i = 0; i < single.length(); i++) {
            char c = single.charAt(i);
            if (c == ' ' && i + 1 < single.length() && closesHere(single, i + 1)) {
                continue;
            }
            out.append(c);
        }
        return out.toString();
    }

    /** A mark closes when no word follows it directly: ".NET" and "... he" keep their space. */
    private static boolean closesHere(String text, int at) {
        char c = text.charAt(at);
        if (NEVER_AFTER_SPACE.indexOf(c) < 0) {
            return false;
        }
        if (c != '.') {
            return true;
        }
        return at + 1 == text.length()
                || (text.charAt(at + 1) != '.' && !Character.isLetterOrDigit(text.charAt(at + 1)));
    }
}
