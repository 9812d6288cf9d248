package news.lede.web.chat;

import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads text as Discord's apps do: marks around words, marks at the start of a line, links with words of their own, instants. What opens and never closes stands as it is.
 */
final class DiscordMarks {
    private static final Pattern HEADING = Pattern.compile("(#{1,3}) +(\\S.*)");
    private static final Pattern SMALL = Pattern.compile("-# +(\\S.*)");
    private static final Pattern BULLET = Pattern.compile("( *)[-*] +(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("( *)(\\d{1,9})\\. +(\\S.*)");
    private static final Pattern QUOTE = Pattern.compile("> (.*)");
    private static final Pattern TIME = Pattern.compile("<t:(-?\\d{1,15})(?::([tTdDfFR]))?>");
    private static final Pattern MENTION = Pattern.compile("<(@&|@!?|#)(\\d{1,20})>");
    private static final Pattern COMMAND = Pattern.compile("</([-\\w ]{1,98}):\\d{1,20}>");
    private static final Pattern ANGLED = Pattern.compile("<(https?://[^\\s<>]+)>");
    private static final Pattern BARE = Pattern.compile("https?://[^\\s<>]*[^\\s<>.,:;\"'\\])]");
    private static final String ESCAPED = "\\*_~`|[]()<>#-+.:@!{}>\"'/";

    /** The marks around words, the longer before those they begin with. */
    private enum Around {
        STRONG("**", "strong"),
        UNDERLINED("__", "u"),
        STRUCK("~~", "s"),
        SPOILER("||", "span"),
        SLANTED("*", "em"),
        SLANTED_TOO("_", "em");

        private final String mark;
        private final String tag;

        Around(String mark, String tag) {
            this.mark = mark;
            this.tag = tag;
        }
    }

    private final Markup out;
    private final Scene scene;

    private DiscordMarks(Markup out, Scene scene) {
        this.out = out;
        this.scene = scene;
    }

    /** A whole text with its lines. */
    static void lines(String text, Markup out, Scene scene) {
        new DiscordMarks(out, scene).lines(text);
    }

    /** One line, without what lines may begin with. */
    static void inline(String text, Markup out, Scene scene) {
        new DiscordMarks(out, scene).inline(text);
    }

    private void lines(String text) {
        String open = "";
        for (String line : text.split("\n", -1)) {
            String kind = list(line);
            if (!kind.equals(open)) {
                end(open);
                begin(kind);
                open = kind;
            }
            line(line);
        }
        end(open);
    }

    private static String list(String line) {
        return BULLET.matcher(line).matches() && !SMALL.matcher(line).matches()
                ? "ul"
                : NUMBER.matcher(line).matches() ? "ol" : QUOTE.matcher(line).matches() ? "blockquote" : "";
    }

    private void begin(String kind) {
        if (!kind.isEmpty()) {
            out.open(kind, "class", kind.equals("blockquote") ? "dc-quote" : "dc-list");
        }
    }

    private void end(String kind) {
        if (!kind.isEmpty()) {
            out.close(kind);
        }
    }

    private void line(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher small = SMALL.matcher(line);
        Matcher bullet = BULLET.matcher(line);
        Matcher number = NUMBER.matcher(line);
        Matcher quote = QUOTE.matcher(line);
        if (heading.matches()) {
            block("dc-h" + heading.group(1).length(), heading.group(2));
        } else if (small.matches()) {
            block("dc-small", small.group(1));
        } else if (bullet.matches()) {
            item(bullet.group(2));
        } else if (number.matches()) {
            item(number.group(3), "value", number.group(2));
        } else {
            block("dc-line", quote.matches() ? quote.group(1) : line);
        }
    }

    private void item(String text, String... attributes) {
        out.open("li", attributes).open("span", "dir", "auto");
        inline(text);
        out.close("span").close("li");
    }

    private void block(String look, String text) {
        out.open("div", "class", look, "dir", "auto");
        inline(text);
        out.close("div");
    }

    private void inline(String text) {
        int i = 0;
        while (i < text.length()) {
            i = next(text, i);
        }
    }

    /** Writes what begins at {@code i}; answers where the rest begins. */
    private int next(String text, int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '\\' -> escaped(text, i);
            case '`' -> code(text, i);
            case '<' -> angled(text, i);
            case '[' -> link(text, i);
            case '*', '_', '~', '|' -> around(text, i);
            case 'h' -> bare(text, i);
            default -> plain(text, i);
        };
    }

    private int plain(String text, int i) {
        int c = text.codePointAt(i);
        out.text(c);
        return i + Character.charCount(c);
    }

    private int escaped(String text, int i) {
        if (i + 1 < text.length() && ESCAPED.indexOf(text.charAt(i + 1)) >= 0) {
            return plain(text, i + 1);
        }
        return plain(text, i);
    }

    private int code(String text, int i) {
        int end = text.indexOf('`', i + 1);
        if (end <= i + 1) {
            return plain(text, i);
        }
        out.element("code", text.substring(i + 1, end), "class", "dc-code");
        return end + 1;
    }

    private int angled(String text, int i) {
        String rest = text.substring(i);
        Matcher time = TIME.matcher(rest);
        Matcher mention = MENTION.matcher(rest);
        Matcher command = COMMAND.matcher(rest);
        Matcher address = ANGLED.matcher(rest);
        if (time.lookingAt()) {
            Times.write(
                    out, time.group(1), words(Optional.ofNullable(time.group(2)).orElse("f")), scene);
            return i + time.end();
        }
        if (mention.lookingAt()) {
            out.element("span", mentioned(mention.group(1)), "class", "dc-mention", "title", mention.group(2));
            return i + mention.end();
        }
        if (command.lookingAt()) {
            out.element("span", "/" + command.group(1), "class", "dc-mention");
            return i + command.end();
        }
        if (address.lookingAt()) {
            linked(address.group(1), address.group(1));
            return i + address.end();
        }
        return plain(text, i);
    }

    private static String mentioned(String kind) {
        return switch (kind) {
            case "#" -> "#channel";
            case "@&" -> "@role";
            default -> "@somebody";
        };
    }

    private static Times.Words words(String style) {
        return switch (style) {
            case "t" -> Times.time(FormatStyle.SHORT);
            case "T" -> Times.time(FormatStyle.MEDIUM);
            case "d" -> Times.date(FormatStyle.SHORT);
            case "D" -> Times.date(FormatStyle.LONG);
            case "F" -> Times.dateTime(FormatStyle.FULL, FormatStyle.SHORT);
            case "R" -> Times::ago;
            default -> Times.dateTime(FormatStyle.LONG, FormatStyle.SHORT);
        };
    }

    private int link(String text, int i) {
        int label = closing(text, i + 1, "]");
        if (label < 0 || !text.startsWith("](", label)) {
            return plain(text, i);
        }
        int end = text.indexOf(')', label + 2);
        Optional<String> address = end < 0
                ? Optional.empty()
                : Links.web(text.substring(label + 2, end).replace("\\", ""));
        if (address.isEmpty() || label == i + 1) {
            return plain(text, i);
        }
        Links.open(out, address.get(), "dc-link");
        inline(text.substring(i + 1, label));
        out.close("a");
        return end + 1;
    }

    private void linked(String address, String words) {
        Links.open(out, address, "dc-link");
        out.text(words).close("a");
    }

    private int bare(String text, int i) {
        Matcher address = BARE.matcher(text).region(i, text.length());
        if (!address.lookingAt()) {
            return plain(text, i);
        }
        linked(address.group(), address.group());
        return address.end();
    }

    private int around(String text, int i) {
        for (Around around : Around.values()) {
            if (text.startsWith(around.mark, i)) {
                int from = i + around.mark.length();
                int end = closing(text, from, around.mark);
                if (end > from) {
                    if (around == Around.SPOILER) {
                        out.open("span", "class", "dc-spoiler");
                    } else {
                        out.open(around.tag);
                    }
                    inline(text.substring(from, end));
                    out.close(around.tag);
                    return end + around.mark.length();
                }
            }
        }
        return plain(text, i);
    }

    /** Where {@code mark} stands next without being escaped, part of code, or of a mark that is twice as long; -1 when nowhere. */
    private static int closing(String text, int from, String mark) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '`' && text.indexOf('`', i + 1) > 0) {
                i = text.indexOf('`', i + 1);
            } else if (c == '[' && mark.equals("]")) {
                depth++;
            } else if (text.startsWith(mark, i)) {
                if (depth > 0) {
                    depth--;
                } else if (mark.length() == 1 && text.startsWith(mark + mark, i) && !mark.equals("]")) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }
}
