package news.lede.telegram;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.answer.Display;

/**
 * Makes text that others wrote harmless here: on one line, bounded, and without anything the service would make a mention or a command of by itself. The
 * word joiner that parts a sign from its name is invisible and takes no room.
 */
final class Wording {
    static final int TITLE = 300;
    static final int SENTENCE = 900;
    static final int LINE = 400;
    static final int PARAGRAPHS = 3500;

    private static final Pattern MENTION = Pattern.compile("@(?=\\w)");
    private static final Pattern COMMAND = Pattern.compile("(?<![\\p{L}\\p{N}_/])/(?=\\w)");
    private static final String JOINER = "\u2060";

    private Wording() {}

    /** News text: nothing in it is ours. */
    static String foreign(String text, int maxChars) {
        return cut(COMMAND.matcher(mentionless(text)).replaceAll("/" + JOINER), maxChars);
    }

    /** A text of the desk, which may name commands to tap on and repeat what somebody typed. */
    static String own(String text, int maxChars) {
        return cut(mentionless(text), maxChars);
    }

    /** A text of the desk of several lines. */
    static String paragraphs(String text) {
        String lines = text.strip().lines().map(l -> own(l, PARAGRAPHS)).collect(Collectors.joining("\n"));
        return cut(lines, PARAGRAPHS);
    }

    private static String mentionless(String text) {
        return MENTION.matcher(Display.plain(text)).replaceAll("@" + JOINER);
    }

    /** Joiners lengthen a text, so it is cut last; never within a character. */
    private static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        int end = maxChars - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
