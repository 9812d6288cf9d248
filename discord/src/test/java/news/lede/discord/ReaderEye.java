package news.lede.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a text as Discord's client does, written from its documentation and without a look at what writes here: which marks it finds, and which characters are left for the
 * reader's eye. In doubt it finds a mark.
 */
final class ReaderEye {
    enum Kind {
        HEADING,
        SMALL,
        QUOTE,
        ITEM,
        NUMBERED,
        BLOCK,
        CODE,
        STRONG,
        UNDERLINED,
        ITALIC,
        STRUCK,
        SPOILER,
        LINK,
        BARE_LINK,
        MENTION,
        EVERYBODY,
        CHANNEL,
        COMMAND,
        EMOJI,
        GUIDE,
        TIME
    }

    /** {@code detail}: where a link leads; else empty. */
    record Found(Kind kind, String detail) {}

    private static final Pattern LINE = Pattern.compile("^\\s*(?:(-# )|(#{1,3} )|(>>> |> )|([-*+] )|(\\d{1,9}[.)] ))");
    private static final List<Kind> OF_LINE = List.of(Kind.SMALL, Kind.HEADING, Kind.QUOTE, Kind.ITEM, Kind.NUMBERED);
    private static final Pattern LINK = Pattern.compile(
            "\\[((?:\\\\.|[^\\]\\\\])*)]\\(<?((?:https?|discord)://[^)>\\s]+)>?\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANGLE = Pattern.compile(
            "<(?:(@!?\\d+|@&\\d+)|(#\\d+)|(/[^:>]+:\\d+)|(a?:\\w+:\\d+)|(t:-?\\d+(?::[a-zA-Z])?)|(id:\\w+)|([a-z]+:[^>\\s]+|[^>\\s@]+@[^>\\s]+))>",
            Pattern.CASE_INSENSITIVE);
    private static final List<Kind> OF_ANGLE =
            List.of(Kind.MENTION, Kind.CHANNEL, Kind.COMMAND, Kind.EMOJI, Kind.TIME, Kind.GUIDE, Kind.BARE_LINK);
    private static final Pattern BARE = Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s<]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERYBODY = Pattern.compile("@(everyone|here)");
    private static final List<String> PAIRS = List.of("**", "__", "~~", "||", "*", "_");
    private static final List<Kind> OF_PAIR =
            List.of(Kind.STRONG, Kind.UNDERLINED, Kind.STRUCK, Kind.SPOILER, Kind.ITALIC, Kind.ITALIC);

    private final List<Found> found = new ArrayList<>();
    private final StringBuilder seen = new StringBuilder();

    private ReaderEye() {}

    static ReaderEye on(String text) {
        ReaderEye eye = new ReaderEye();
        if (text.contains("```")) {
            eye.found.add(new Found(Kind.BLOCK, ""));
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                eye.seen.append('\n');
            }
            eye.line(lines[i]);
        }
        return eye;
    }

    List<Found> found() {
        return found;
    }

    List<Kind> kinds() {
        return found.stream().map(Found::kind).toList();
    }

    /** Without what cannot be seen. */
    String seen() {
        return seen.toString().replaceAll("[\u200B\u2068\u2069]", "");
    }

    private void line(String line) {
        Matcher mark = LINE.matcher(line);
        if (!mark.find()) {
            inline(line);
            return;
        }
        for (int group = 1; group <= OF_LINE.size(); group++) {
            if (mark.group(group) != null) {
                found.add(new Found(OF_LINE.get(group - 1), ""));
            }
        }
        inline(line.substring(mark.end()));
    }

    private void inline(String text) {
        int at = 0;
        while (at < text.length()) {
            at = one(text, at);
        }
    }

    /** Reads what stands at {@code at}; the place behind it. */
    private int one(String text, int at) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length() && isMark(text.charAt(at + 1))) {
            seen.append(text.charAt(at + 1));
            return at + 2;
        }
        int end = switch (c) {
            case '`' -> code(text, at);
            case '[' -> link(text, at);
            case '<' -> angle(text, at);
            case '@' -> matched(EVERYBODY, Kind.EVERYBODY, text, at);
            case '*', '_', '~', '|' -> pair(text, at);
            default -> Character.isLetter(c) ? matched(BARE, Kind.BARE_LINK, text, at) : at;
        };
        if (end > at) {
            return end;
        }
        seen.append(c);
        return at + 1;
    }

    private static boolean isMark(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c) && c < 0x80;
    }

    private int code(String text, int at) {
        int ticks = 1;
        while (at + ticks < text.length() && text.charAt(at + ticks) == '`') {
            ticks++;
        }
        int close = text.indexOf("`".repeat(ticks), at + ticks);
        if (close < 0) {
            return at;
        }
        found.add(new Found(Kind.CODE, ""));
        seen.append(text, at + ticks, close);
        return close + ticks;
    }

    private int link(String text, int at) {
        Matcher link = LINK.matcher(text).region(at, text.length());
        if (!link.lookingAt()) {
            return at;
        }
        found.add(new Found(Kind.LINK, link.group(2)));
        inline(link.group(1));
        return link.end();
    }

    private int angle(String text, int at) {
        Matcher angle = ANGLE.matcher(text).region(at, text.length());
        if (!angle.lookingAt()) {
            return at;
        }
        for (int group = 1; group <= OF_ANGLE.size(); group++) {
            if (angle.group(group) != null) {
                found.add(new Found(OF_ANGLE.get(group - 1), angle.group(group)));
            }
        }
        seen.append(angle.group());
        return angle.end();
    }

    private int matched(Pattern pattern, Kind kind, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return at;
        }
        found.add(new Found(kind, matcher.group()));
        seen.append(matcher.group());
        return matcher.end();
    }

    private int pair(String text, int at) {
        for (int i = 0; i < PAIRS.size(); i++) {
            String mark = PAIRS.get(i);
            if (text.startsWith(mark, at)) {
                int close = closing(text, at + mark.length(), mark);
                if (close > at + mark.length()) {
                    found.add(new Found(OF_PAIR.get(i), ""));
                    inline(text.substring(at + mark.length(), close));
                    return close + mark.length();
                }
            }
        }
        return at;
    }

    private static int closing(String text, int from, String mark) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(mark, i)) {
                return i;
            }
        }
        return -1;
    }
}
