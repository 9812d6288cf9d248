package news.lede.web.chat;

import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the HTML that Telegram takes, of plain messages and of rich ones, and writes it as a page shows it. Tags that Telegram does not know keep their words alone. What it would find by itself (addresses, names,
 * tags, commands) is found here too, unless told not to.
 */
final class TelegramMarks {
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("b", "strong"),
            Map.entry("strong", "strong"),
            Map.entry("i", "em"),
            Map.entry("em", "em"),
            Map.entry("u", "u"),
            Map.entry("ins", "u"),
            Map.entry("s", "s"),
            Map.entry("strike", "s"),
            Map.entry("del", "s"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"),
            Map.entry("mark", "mark"));
    /** Of rich messages. */
    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "li", "footer", "details", "summary", "cite");

    private static final Pattern FOUND = Pattern.compile(
            "(?<address>https?://[^\\s<>]*[^\\s<>.,:;\"'\\])])|(?<![\\w/@#])(?:(?<command>/[A-Za-z0-9_]{1,32})(?:@\\w{4,32})?(?!\\w|/)|(?<name>@[A-Za-z]\\w{3,31})(?!\\w)|(?<tag>#(?=[\\w]*\\p{L})[\\p{L}\\p{N}_]{1,64}))",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final Markup out;
    private final Scene scene;
    private final boolean finds;

    private TelegramMarks(Markup out, Scene scene, boolean finds) {
        this.out = out;
        this.scene = scene;
        this.finds = finds;
    }

    /** {@code finds}: whether commands, names and addresses are found in plain words. */
    static void write(String html, Markup out, Scene scene, boolean finds) {
        TelegramMarks marks = new TelegramMarks(out, scene, finds);
        // Taken as XML, since line feeds count and nothing is to be mended.
        Jsoup.parse(html, "", Parser.xmlParser()).childNodes().forEach(marks::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode words) {
            words(besideQuotes(words), finds && node.parent() instanceof Element in && !isOpaque(in));
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    /** A quote is a block of its own, so the line feeds that part it from what stands around are not shown once more. */
    private static String besideQuotes(TextNode words) {
        String text = words.getWholeText();
        if (isQuote(words.previousSibling()) && text.startsWith("\n")) {
            text = text.substring(1);
        }
        return isQuote(words.nextSibling()) && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isQuote(@Nullable Node node) {
        return node instanceof Element element && element.normalName().equals("blockquote");
    }

    /** Nothing is found within links and code. */
    private static boolean isOpaque(Element element) {
        return element.normalName().equals("a")
                || element.normalName().equals("code")
                || element.normalName().equals("pre")
                || (element.parent() != null && isOpaque(element.parent()));
    }

    private void words(String text, boolean found) {
        if (!found) {
            out.text(text);
            return;
        }
        Matcher matcher = FOUND.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.text(text.substring(from, matcher.start()));
            entity(matcher);
            from = matcher.end();
        }
        out.text(text.substring(from));
    }

    private void entity(Matcher found) {
        String words = found.group();
        if (found.group("address") != null) {
            Links.open(out, words, "tg-link");
            out.text(words).close("a");
        } else if (found.group("command") != null && scene.live()) {
            out.element("button", words, "class", "tg-link tg-command", "name", "say", "value", words);
        } else {
            out.element("span", words, "class", "tg-link");
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        String same = SAME.get(name);
        if (same != null) {
            around(element, same, "class", "tg-" + same);
            return;
        }
        if (BLOCKS.contains(name)) {
            around(element, name, "class", "tg-" + name, "dir", "auto");
            return;
        }
        switch (name) {
            case "a" -> link(element);
            case "tg-time" -> time(element);
            case "blockquote" -> quote(element);
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                around(element, "div", "class", "tg-h tg-" + name, "dir", "auto");
            case "table" -> around(element, "table", "class", "tg-table");
            case "tr" -> around(element, "tr");
            case "th", "td" -> around(element, name, "dir", "auto");
            case "tg-spoiler" -> around(element, "span", "class", "tg-spoiler");
            case "span" -> around(element, "span", "class", element.hasClass("tg-spoiler") ? "tg-spoiler" : "tg-span");
            case "br" -> out.text("\n");
            case "hr" -> out.open("div", "class", "tg-rule").close("div");
            default -> element.childNodes().forEach(this::node);
        }
    }

    private void around(Element element, String tag, String... attributes) {
        out.open(tag, attributes);
        element.childNodes().forEach(this::node);
        out.close(tag);
    }

    private void link(Element element) {
        var address = Links.web(element.attr("href"));
        if (address.isEmpty()) {
            around(element, "span", "class", "tg-link");
            return;
        }
        Links.open(out, address.get(), "tg-link");
        element.childNodes().forEach(this::node);
        out.close("a");
    }

    /** An expandable one shows its first lines, and opens when tapped on: a box to be ticked does that without a script. */
    private void quote(Element element) {
        if (!element.hasAttr("expandable")) {
            around(element, "blockquote", "class", "tg-quote", "dir", "auto");
            return;
        }
        out.open("div", "class", "tg-quote tg-expandable")
                .open("input", "type", "checkbox", "class", "tg-fold", "aria-label", "Show the whole quote")
                .open("div", "class", "tg-folded", "dir", "auto");
        element.childNodes().forEach(this::node);
        out.close("div").close("div");
    }

    private void time(Element element) {
        Times.Words words = switch (element.attr("format")) {
            case "r" -> Times::ago;
            case "t" -> Times.time(FormatStyle.SHORT);
            case "T" -> Times.time(FormatStyle.MEDIUM);
            case "d" -> Times.date(FormatStyle.SHORT);
            case "D" -> Times.date(FormatStyle.LONG);
            // A form of later days: what it says itself is right.
            default -> (_, _) -> element.text();
        };
        Times.write(out, element.attr("unix"), words, scene);
    }
}
