package news.lede.feed;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Plain text of HTML in one pass, without building a tree: tags and comments go, and with them the content of scripts, styles and other elements that are never shown; entities are resolved; each
 * element leaves a blank where it would begin a new line. What only looks like a tag, as "a &lt; b" or an address in angle brackets, stays text. Linear in the text. Pure.
 */
final class PlainText {
    private static final Set<String> HIDDEN =
            Set.of("script", "style", "template", "iframe", "noembed", "noframes", "head");
    /** Those that hide everything after them even when they never end. */
    private static final Set<String> CODE = Set.of("script", "style");

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
            "time", "label", "acronym");

    private final String html;
    private final StringBuilder out;
    private final int lastBracket;
    private final int lastEquals;
    /** A quote was found that never closes; looking for the next one's end again and again would take quadratic time. */
    private boolean quotesAreBroken;

    /** Hidden elements that have no end from here on, for the same reason. */
    private final Set<String> unclosed = new HashSet<>();

    private PlainText(String html) {
        this.html = html;
        this.out = new StringBuilder(html.length());
        this.lastBracket = html.lastIndexOf('>');
        this.lastEquals = html.lastIndexOf('=');
    }

    /** The text that a reader of {@code html} sees, with blanks as they stand in the source. */
    static String of(String html) {
        if (html.indexOf('<') < 0) {
            return unescape(html);
        }
        return unescape(new PlainText(html).shown());
    }

    private String shown() {
        int length = html.length();
        int at = 0;
        while (at < length) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                out.append(html, at, length);
                break;
            }
            out.append(html, at, open);
            at = afterTag(open);
        }
        return out.toString();
    }

    /** Where the text goes on after what begins with "<" at {@code open}; what is shown of it is kept. */
    private int afterTag(int open) {
        if (html.startsWith("<!--", open)) {
            int end = html.indexOf("-->", Math.min(html.length(), open + 4));
            return end < 0 ? html.length() : end + 3;
        }
        if (html.startsWith("<![CDATA[", open)) {
            int end = html.indexOf("]]>", open);
            int stop = end < 0 ? html.length() : end;
            out.append(html, open + 9, stop);
            return end < 0 ? stop : end + 3;
        }
        if (isDeclaration(open)) {
            int end = html.indexOf('>', open);
            return end < 0 ? html.length() : end + 1;
        }
        boolean closing = html.startsWith("</", open);
        int nameStart = closing ? open + 2 : open + 1;
        int nameEnd = nameEnd(nameStart);
        if (nameEnd == nameStart) {
            // "<" that opens nothing is text; it must not meet an entity's "&" or be taken for markup again.
            out.append("&lt;");
            return open + 1;
        }
        int end = tagEnd(nameEnd);
        if (end < 0) {
            if (lastEquals > nameEnd) {
                // A tag cut off at the end of a shortened text.
                return html.length();
            }
            out.append("&lt;");
            return open + 1;
        }
        String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        if (!INLINE.contains(name)) {
            out.append(' ');
        }
        if (!closing && HIDDEN.contains(name) && html.charAt(end - 1) != '/') {
            int after = afterClosing(end + 1, name);
            return after < 0 ? CODE.contains(name) ? html.length() : end + 1 : after;
        }
        return end + 1;
    }

    private boolean isDeclaration(int open) {
        if (open + 2 >= html.length() || html.charAt(open + 1) != '!' && html.charAt(open + 1) != '?') {
            return false;
        }
        char next = html.charAt(open + 2);
        return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '[' || next == '-' || next == '>';
    }

    /** The end of an element's name; {@code from} when no name stands there. */
    private int nameEnd(int from) {
        int at = from;
        while (at < html.length() && isNameCharacter(html.charAt(at), at == from)) {
            at++;
        }
        boolean ends = at == html.length() || " \t\r\n\f/>".indexOf(html.charAt(at)) >= 0 || html.charAt(at) == '<';
        return ends ? at : from;
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || !first && (c >= '0' && c <= '9' || ":-_".indexOf(c) >= 0);
    }

    /** The ">" that ends a tag, outside quoted values; -1 when it never ends. */
    private int tagEnd(int from) {
        if (from > lastBracket) {
            return -1;
        }
        int firstEnd = html.indexOf('>', from);
        if (quotesAreBroken) {
            return firstEnd;
        }
        char quote = 0;
        char last = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && last == '=') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
            last = c > ' ' ? c : last;
        }
        // The tag ends at the next bracket, or the rest of the text would be lost.
        quotesAreBroken = true;
        return firstEnd;
    }

    /** Where the text goes on after the end of a hidden element; -1 when it never ends. */
    private int afterClosing(int from, String name) {
        if (unclosed.contains(name)) {
            return -1;
        }
        for (int close = html.indexOf("</", from); close >= 0; close = html.indexOf("</", close + 2)) {
            if (html.regionMatches(true, close + 2, name, 0, name.length())) {
                int end = html.indexOf('>', close);
                return end < 0 ? html.length() : end + 1;
            }
        }
        unclosed.add(name);
        return -1;
    }

    private static String unescape(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }
}
