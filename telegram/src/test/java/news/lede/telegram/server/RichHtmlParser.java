package news.lede.telegram.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the HTML of rich messages as the documentation describes it, and is no more lenient anywhere: blocks hold blocks or text where they may, text stands only in blocks,
 * and every block has some. What comes out is the text as a reader sees it, a line a block.
 *
 * @throws Refusal with what is wrong and where
 */
final class RichHtmlParser {
    static final int MAX_LENGTH = 32_768;
    static final int MAX_BLOCKS = 500;
    static final int MAX_DEPTH = 16;
    static final int MAX_COLUMNS = 20;

    private static final String TEXT = "#text";
    private static final Set<String> INLINE =
            Set.of("b", "strong", "i", "em", "u", "s", "code", "mark", "sub", "sup", "a", "tg-time", TEXT);
    private static final Set<String> BLOCKS = Set.of(
            "h1", "h2", "h3", "h4", "h5", "h6", "p", "footer", "ul", "ol", "blockquote", "aside", "table", "details");
    /** What may stand in what; in all else stands text. */
    private static final Map<String, Set<String>> INSIDE = Map.of(
            "",
            BLOCKS,
            "ul",
            Set.of("li"),
            "ol",
            Set.of("li"),
            "table",
            Set.of("tr", "caption"),
            "tr",
            Set.of("th", "td"));

    private static final Map<String, String> LINE = Map.of(
            "li", "• ", "th", "| ", "td", " | ", "summary", "▸ ", "cite", " — ", "h2", "## ", "h3", "### ", "h4",
            "#### ");
    private static final Map<String, String> REFERENCES = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private static final class Open {
        private final String tag;
        private final String url;
        private final int start;
        private int columns;
        private boolean summarised;

        Open(String tag, String url, int start) {
            this.tag = tag;
            this.url = url;
            this.start = start;
        }
    }

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private int blocks;

    private RichHtmlParser(String html) {
        this.html = html;
    }

    static FormattedText parse(String html) {
        return new RichHtmlParser(html).run();
    }

    private FormattedText run() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                tag();
            } else {
                mayStandHere(TEXT);
                text.append(character(c));
            }
        }
        expect(open.isEmpty(), "an end tag is missing");
        expect(text.length() <= MAX_LENGTH, "RICH_MESSAGE_TOO_LONG");
        expect(blocks > 0 && blocks <= MAX_BLOCKS, "RICH_MESSAGE_BLOCKS_INVALID");
        return new FormattedText(text.toString().strip(), entities);
    }

    private String character(char c) {
        expect(c != '>', "character '>' must be escaped");
        expect(c >= ' ' && c != 0x7f, "a control character");
        if (c == '&') {
            int end = html.indexOf(';', at);
            String named = end < 0 ? null : REFERENCES.get(html.substring(at + 1, end));
            expect(named != null, "character '&' must be escaped");
            at = end + 1;
            return String.valueOf(named);
        }
        boolean pair =
                Character.isHighSurrogate(c) && at + 1 < html.length() && Character.isLowSurrogate(html.charAt(at + 1));
        expect(pair || !Character.isSurrogate(c), "text must be encoded in UTF-8");
        at += pair ? 2 : 1;
        return pair ? html.substring(at - 2, at) : String.valueOf(c);
    }

    private void tag() {
        int end = html.indexOf('>', at);
        expect(end > 0, "unclosed tag");
        String inside = html.substring(at + 1, end);
        if (inside.startsWith("/")) {
            close(inside.substring(1));
        } else {
            open(inside);
        }
        at = end + 1;
    }

    private void open(String inside) {
        int space = inside.indexOf(' ');
        String tag = space < 0 ? inside : inside.substring(0, space);
        String attributes = space < 0 ? "" : inside.substring(space + 1);
        mayStandHere(tag);
        String url = "";
        switch (tag) {
            case "a" -> {
                expect(attributes.matches("(?i)href=\"https?://[^\"\\s]+\""), "attributes of a link: " + attributes);
                url = attributes.substring(6, attributes.length() - 1).replace("&amp;", "&");
            }
            case "tg-time" ->
                expect(attributes.matches("unix=\"\\d{1,12}\"( format=\"(r|w?[dD]?[tT]?)\")?"), "attributes of a time");
            case "table" -> expect(attributes.matches("(bordered)?( ?striped)?"), "attributes of a table");
            case "th", "td" -> {
                expect(
                        attributes.matches("(align=\"(left|center|right)\")?( ?valign=\"(top|middle|bottom)\")?"),
                        "attributes of a cell");
                expect(++here().columns <= MAX_COLUMNS, "too many columns");
            }
            case "details" -> expect(attributes.isEmpty() || attributes.equals("open"), "attributes of details");
            default -> expect(attributes.isEmpty(), "attributes of " + tag);
        }
        if (!INLINE.contains(tag)
                && !Set.of("th", "td", "summary", "cite", "caption").contains(tag)) {
            blocks++;
            newLine();
        } else if (tag.equals("summary") || tag.equals("th")) {
            newLine();
        }
        text.append(LINE.getOrDefault(tag, ""));
        open.push(new Open(tag, url, text.length()));
        expect(open.size() <= MAX_DEPTH, "too deep");
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void mayStandHere(String tag) {
        String around = open.isEmpty() ? "" : here().tag;
        if (around.equals("details")) {
            expect(tag.equals("summary") != here().summarised, "details begin with their one summary");
            here().summarised = true;
            expect(tag.equals("summary") || BLOCKS.contains(tag), tag + " in details");
            return;
        }
        Set<String> allowed = INSIDE.get(around);
        boolean kept = allowed != null
                ? allowed.contains(tag)
                : INLINE.contains(tag)
                        || tag.equals("cite") && Set.of("blockquote", "aside").contains(around);
        expect(kept, tag + " may not stand in " + (around.isEmpty() ? "the message" : around));
        boolean link = tag.equals("a") || tag.equals("tg-time");
        expect(!link || open.stream().noneMatch(o -> o.tag.equals("a") || o.tag.equals("tg-time")), "a link in a link");
    }

    private Open here() {
        return open.element();
    }

    private void close(String tag) {
        Open opened = open.poll();
        expect(opened != null && opened.tag.equals(tag), "unmatched end tag " + tag);
        boolean cell = tag.equals("th") || tag.equals("td");
        expect(cell || !text.substring(opened.start).isBlank(), "empty " + tag);
        if (tag.equals("a")) {
            entities.add(new Entity("text_link", opened.start, text.length() - opened.start, opened.url));
        }
    }

    private void expect(boolean kept, String otherwise) {
        if (!kept) {
            throw Refusal.ofBadRequest("can't parse rich message: " + otherwise + " at character offset " + at);
        }
    }
}
