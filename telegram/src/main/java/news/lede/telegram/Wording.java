package news.lede.telegram;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.answer.Display;
import news.lede.answer.Isolates;

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
    private static final Pattern SIGN = Pattern.compile("[#$.:](?=\\S)");
    private static final String JOINER = "\u2060";
    /** More tags and addresses in one text than news has; each would count against what a message may mark up. */
    private static final int MOST_DETECTED = 10;

    private Wording() {}

    /** News text: nothing in it is ours. */
    static String foreign(String text, int maxChars) {
        String harmless = COMMAND.matcher(mentionless(text)).replaceAll("/" + JOINER);
        boolean crowded = Html.DETECTED.matcher(harmless).results().count() > MOST_DETECTED;
        return cut(crowded ? SIGN.matcher(harmless).replaceAll("$0" + JOINER) : harmless, maxChars);
    }

    /** News text within a line of ours. */
    static String line(String text) {
        return Isolates.in(foreign(text, LINE));
    }

    /** A text of the desk, which may name commands to tap on and repeat what somebody typed. */
    static String own(String text, int maxChars) {
        return cut(mentionless(text), maxChars);
    }

    /** A text of the desk of several lines. */
    static String paragraphs(String text) {
        String lines =
                text.strip().lines().map(l -> Isolates.in(own(l, PARAGRAPHS))).collect(Collectors.joining("\n"));
        return Isolates.closed(cut(lines, PARAGRAPHS));
    }

    private static String mentionless(String text) {
        return MENTION.matcher(Display.plain(text)).replaceAll("@" + JOINER);
    }

    /** Joiners lengthen a text, so it is cut last. */
    private static String cut(String text, int maxChars) {
        return Display.cut(text, maxChars);
    }
}
