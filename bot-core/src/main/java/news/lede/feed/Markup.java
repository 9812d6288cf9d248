package news.lede.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Reads the HTML and the text that elements of feeds hold, by the rules of RSS and of Atom. Pure. */
final class Markup {
    private static final Set<String> VOID = Set.of(
            "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr");

    private static final Pattern LOOKS_LIKE_HTML = Pattern.compile(
            "(?i)</(?:p|a|b|i|div|span|em|strong|ul|li|h[1-6]|blockquote|table|img)>|<br ?/?>|<p>|<img ");

    private Markup() {}

    /** What an RSS element holds, as HTML: its characters are HTML, and elements inside it are XHTML that someone forgot to escape. */
    static String html(Element element) {
        return CleanText.html(Fields.hasElements(element) ? inner(element, false) : Fields.text(element));
    }

    /** What an RSS element holds, as one line of plain text. */
    static String line(Element element) {
        String source = Fields.hasElements(element) ? inner(element, false) : Fields.text(element);
        return line(source);
    }

    /** HTML as one line of plain text. */
    static String line(String html) {
        boolean marked = html.indexOf('<') >= 0 || html.indexOf('&') >= 0;
        return CleanText.line(marked ? PlainText.of(CleanText.head(html)) : html);
    }

    /** An Atom content or summary, as HTML, by its type; what has no type but is full of tags is HTML whatever the standard says. */
    static String atomHtml(Element construct) {
        Kind kind = kind(construct);
        if (kind == Kind.TEXT
                && !construct.hasAttr("type")
                && LOOKS_LIKE_HTML.matcher(Fields.text(construct)).find()) {
            kind = Kind.HTML;
        }
        return CleanText.html(
                kind == Kind.TEXT
                        ? escaped(Fields.text(construct))
                        : kind == Kind.HTML ? markup(construct) : inner(construct, false));
    }

    /** An Atom text construct, as one line of plain text. */
    static String atomLine(Element construct) {
        Kind kind = kind(construct);
        return kind == Kind.TEXT
                ? CleanText.line(Fields.text(construct))
                : line(kind == Kind.HTML ? markup(construct) : inner(construct, false));
    }

    private static String markup(Element construct) {
        if (Fields.hasElements(construct)) {
            return inner(construct, true);
        }
        String text = Fields.text(construct);
        return isCoded(construct) ? decoded(text).orElse(text) : text;
    }

    private enum Kind {
        TEXT,
        HTML,
        XHTML
    }

    private static Kind kind(Element construct) {
        String type = type(construct);
        String mode = construct.attr("mode");
        boolean elements = Fields.hasElements(construct);
        if (type.equals("html") || type.equals("text/html")) {
            return elements && !type.equals("html") && !mode.equals("escaped") ? Kind.XHTML : Kind.HTML;
        }
        if (elements) {
            return Kind.XHTML;
        }
        if (type.contains("xhtml") || type.endsWith("+xml") || type.endsWith("/xml")) {
            return mode.equals("escaped") ? Kind.HTML : Kind.XHTML;
        }
        boolean plain = type.isEmpty() || type.equals("text") || type.startsWith("text/");
        if (mode.equals("base64")) {
            return Kind.HTML;
        }
        if (mode.equals("escaped") && !type.equals("text/plain")) {
            return Kind.HTML;
        }
        return plain || decoded(Fields.text(construct)).isEmpty() ? Kind.TEXT : Kind.HTML;
    }

    private static boolean isCoded(Element construct) {
        String type = type(construct);
        return construct.attr("mode").equals("base64") || type.contains("/") && !type.startsWith("text/");
    }

    private static String type(Element construct) {
        String type = construct.attr("type");
        if (type.isEmpty()) {
            return type;
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /** The text behind base64; empty when it is no base64, or what is behind it is no text. */
    private static Optional<String> decoded(String coded) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(coded);
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The HTML that shows plain text as it is. */
    static String shown(String text) {
        return CleanText.html(escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The elements and characters inside an element, as HTML. {@code charactersAreHtml}: whether the characters hold escaped HTML. */
    private static String inner(Element element, boolean charactersAreHtml) {
        StringBuilder out = new StringBuilder(256);
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            boolean raw = charactersAreHtml || text instanceof CDataNode;
                            out.append(raw ? text.getWholeText() : escaped(text.getWholeText()));
                        } else if (node instanceof Element child && child != element) {
                            open(out, child);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element child && child != element && !VOID.contains(name(child))) {
                            out.append("</").append(name(child)).append('>');
                        }
                    }
                },
                element);
        return out.toString();
    }

    private static void open(StringBuilder out, Element element) {
        out.append('<').append(name(element));
        for (Attribute attribute : element.attributes()) {
            if (!attribute.getKey().startsWith("xmlns")) {
                out.append(' ').append(attribute.getKey()).append("=\"");
                out.append(escaped(attribute.getValue()).replace("\"", "&quot;"))
                        .append('"');
            }
        }
        out.append('>');
    }

    private static String name(Element element) {
        return element.tag().localName();
    }
}
