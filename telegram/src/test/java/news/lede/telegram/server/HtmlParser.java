package news.lede.telegram.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the HTML of {@code parse_mode} as the documentation describes it, and is no more lenient anywhere: only its tags and attributes, properly nested,
 * every {@code <}, {@code >} and {@code &} escaped, four named character references and numeric ones.
 *
 * @throws Refusal with what is wrong and at which byte
 */
final class HtmlParser {
    static final int MAX_ENTITIES = 100;

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"),
            Map.entry("tg-time", "date_time"),
            Map.entry("a", "text_link"));
    private static final Map<String, String> REFERENCES = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private static final Set<String> LINKS = Set.of("a", "tg-time");

    private record Open(String tag, String type, int start, String url) {}

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private HtmlParser(String html) {
        this.html = html;
    }

    static FormattedText parse(String html) {
        return new HtmlParser(html).run();
    }

    private FormattedText run() {
        while (at < html.length()) {
            char c = html.charAt(at);
            switch (c) {
                case '<' -> tag();
                case '&' -> text.append(reference());
                case '>' -> throw fault("character '>' is reserved and must be escaped");
                default -> {
                    if (Character.isSurrogate(c) && !pairedSurrogate(at)) {
                        throw fault("text must be encoded in UTF-8");
                    }
                    text.append(c);
                    at++;
                }
            }
        }
        if (!open.isEmpty()) {
            throw fault("can't find end tag corresponding to start tag \""
                    + open.peek().tag() + "\"");
        }
        entities.sort(Comparator.comparingInt(Entity::offset)
                .thenComparing(Comparator.comparingInt(Entity::length).reversed()));
        if (entities.size() > MAX_ENTITIES) {
            throw Refusal.ofBadRequest("message has " + entities.size() + " entities, at most 100 are kept");
        }
        return new FormattedText(text.toString(), entities);
    }

    private boolean pairedSurrogate(int index) {
        return Character.isHighSurrogate(html.charAt(index))
                ? index + 1 < html.length() && Character.isLowSurrogate(html.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(html.charAt(index - 1));
    }

    private String reference() {
        int end = html.indexOf(';', at);
        if (end < 0 || end - at > 10) {
            throw fault("character '&' is reserved and must be escaped");
        }
        String name = html.substring(at + 1, end);
        String named = REFERENCES.get(name);
        if (named != null) {
            at = end + 1;
            return named;
        }
        try {
            int point = name.startsWith("#x")
                    ? Integer.parseInt(name.substring(2), 16)
                    : name.startsWith("#") ? Integer.parseInt(name.substring(1)) : -1;
            if (point > 0 && Character.isValidCodePoint(point) && !(point >= 0xD800 && point <= 0xDFFF)) {
                at = end + 1;
                return Character.toString(point);
            }
        } catch (NumberFormatException e) {
            throw fault("unsupported character reference \"" + name + "\"");
        }
        throw fault("unsupported character reference \"" + name + "\"");
    }

    private void tag() {
        int end = html.indexOf('>', at);
        if (end < 0) {
            throw fault("unclosed start tag");
        }
        String inside = html.substring(at + 1, end);
        if (inside.startsWith("/")) {
            close(inside.substring(1).toLowerCase(Locale.ROOT));
        } else {
            open(inside);
        }
        at = end + 1;
    }

    private void open(String inside) {
        int space = inside.indexOf(' ');
        String name = (space < 0 ? inside : inside.substring(0, space)).toLowerCase(Locale.ROOT);
        String attributes = space < 0 ? "" : inside.substring(space + 1).strip();
        String type = name.equals("span") ? "spoiler" : TAGS.get(name);
        if (type == null) {
            throw fault("unsupported start tag \"" + name + "\"");
        }
        String url = "";
        switch (name) {
            case "a" -> url = href(attributes);
            case "tg-time" -> expect(attributes.matches("unix=\"\\d{1,12}\"( format=\"(r|w?[dD]?[tT]?)\")?"), name);
            case "span" -> expect(attributes.equals("class=\"tg-spoiler\""), name);
            case "blockquote" -> {
                expect(attributes.isEmpty() || attributes.equals("expandable"), name);
                expect(open.stream().noneMatch(o -> o.tag().equals("blockquote")), name);
                type = attributes.isEmpty() ? type : "expandable_blockquote";
            }
            case "code" -> expect(attributes.matches("(class=\"language-[a-zA-Z0-9+#-]+\")?"), name);
            default -> expect(attributes.isEmpty(), name);
        }
        expect(mayStandHere(name), name);
        open.push(new Open(name, type, text.length(), url));
    }

    /** Code holds no other entity but the language of a preformatted block; links and times hold neither each other nor a quote. */
    private boolean mayStandHere(String name) {
        return open.stream()
                .noneMatch(o -> o.tag().equals("code")
                        || o.tag().equals("pre") && !name.equals("code")
                        || LINKS.contains(o.tag()) && (LINKS.contains(name) || name.equals("blockquote")));
    }

    private String href(String attributes) {
        if (!attributes.matches("href=\"[^\"]*\"")) {
            throw fault("unsupported attributes of tag \"a\": " + attributes);
        }
        String raw = attributes.substring(6, attributes.length() - 1);
        String url = unescaped(raw);
        if (!url.matches("(?is)(https?|tg)://[^\\s]+") || url.length() > 2048) {
            throw fault("the service drops the link \"" + url + "\"");
        }
        return url;
    }

    private String unescaped(String raw) {
        StringBuilder out = new StringBuilder();
        HtmlParser inner = new HtmlParser(raw);
        while (inner.at < raw.length()) {
            char c = raw.charAt(inner.at);
            if (c == '&') {
                out.append(inner.reference());
            } else if (c == '<') {
                throw fault("character '<' is reserved and must be escaped");
            } else {
                out.append(c);
                inner.at++;
            }
        }
        return out.toString();
    }

    private void close(String name) {
        Open opened = open.poll();
        if (opened == null || !opened.tag().equals(name)) {
            throw fault("unmatched end tag \"" + name + "\"");
        }
        int length = text.length() - opened.start();
        if (length == 0) {
            throw fault("empty entity \"" + name + "\"");
        }
        entities.add(new Entity(opened.type(), opened.start(), length, opened.url()));
    }

    private void expect(boolean kept, String tag) {
        if (!kept) {
            throw fault("unsupported attributes or place of tag \"" + tag + "\"");
        }
    }

    private Refusal fault(String what) {
        return Refusal.ofBadRequest("can't parse entities: " + what + " at character offset " + at);
    }
}
