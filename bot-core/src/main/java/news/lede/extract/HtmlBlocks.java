package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads HTML as blocks in document order, walking without recursion. Scripts, forms and what is hidden say nothing. Pure. */
final class HtmlBlocks {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "select",
            "option",
            "textarea",
            "input",
            "head",
            "audio",
            "video",
            "map",
            "math",
            "datalist");
    /** Never the text of an article, unless a page abuses them. */
    private static final Set<String> ASIDE = Set.of("nav", "footer", "dialog", "button");

    private static final Set<String> BREAKING = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "hgroup",
            "menu",
            "caption");

    private static final Set<String> LABELS = Set.of("span", "a", "time", "label", "cite");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> parts = new ArrayList<>();
    private int characters;
    private int partFrom;
    private int linkChars;
    private int linkDepth;
    private int hiddenDepth;
    private @Nullable Element home;
    private @Nullable Element joinedRow;

    private final boolean lax;

    private HtmlBlocks(boolean lax) {
        this.lax = lax;
    }

    /** {@code lax}: also what stands in navigation and the like, for pages that abuse it. */
    static List<Block> of(Element root, boolean lax) {
        HtmlBlocks reader = new HtmlBlocks(lax);
        reader.walk(root);
        return reader.blocks;
    }

    private void walk(Element root) {
        Node node = root;
        boolean entering = true;
        while (blocks.size() < TextBlocks.MOST_BLOCKS && characters < TextBlocks.MOST_CHARACTERS) {
            if (entering) {
                boolean inside = enter(node);
                Node child = inside && node.childNodeSize() > 0 ? node.childNode(0) : null;
                if (child != null) {
                    node = child;
                    continue;
                }
                if (inside) {
                    leave(node);
                }
            } else {
                leave(node);
            }
            if (node == root) {
                break;
            }
            Node next = node.nextSibling();
            if (next != null) {
                node = next;
                entering = true;
            } else {
                Node parent = node.parent();
                if (parent == null) {
                    break;
                }
                node = parent;
                entering = false;
            }
        }
        flush();
    }

    /** Whether the children are to be read. */
    private boolean enter(Node node) {
        if (node instanceof TextNode words) {
            String all = words.getWholeText();
            add(all.substring(0, Math.min(all.length(), TextBlocks.MOST_CHARACTERS - characters)));
            return true;
        }
        if (!(node instanceof Element element)) {
            return true;
        }
        String tag = element.normalName();
        boolean breaks = BREAKING.contains(tag) && !isJoined(element);
        boolean hides = isHidden(element);
        if (SILENT.contains(tag) || (!lax && (ASIDE.contains(tag) || (hides && !breaks)))) {
            return false;
        }
        if (breaks) {
            flush();
            home = element;
            joinedRow = tag.equals("tr") && isDataRow(element) ? element : joinedRow;
            hiddenDepth += hides ? 1 : 0;
        } else {
            endPart();
            if (isJoined(element)) {
                text.append(' ');
            }
            partFromLabel(element, tag);
            linkDepth += tag.equals("a") ? 1 : 0;
        }
        return true;
    }

    /** Labels set side by side by style alone ("Paper" "2 hours ago") are words apart, though no space stands between them. */
    private void partFromLabel(Element element, String tag) {
        if (LABELS.contains(tag)
                && element.previousSibling() instanceof Element before
                && LABELS.contains(before.normalName())
                && !text.isEmpty()
                && Tokens.isWordPart(text.codePointBefore(text.length()))
                && !Tokens.isUnspaced(text.codePointBefore(text.length()))
                && !isInitial(before)) {
            text.append(' ');
        }
    }

    /** A first letter set large. */
    private static boolean isInitial(Element element) {
        return element.childNodeSize() == 1
                && element.childNode(0) instanceof TextNode words
                && words.getWholeText().length() < 2;
    }

    private void leave(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (BREAKING.contains(element.normalName()) && !isJoined(element)) {
            flush();
            home = element.parent();
            hiddenDepth -= isHidden(element) ? 1 : 0;
        } else {
            endPart();
            linkDepth -= element.normalName().equals("a") ? 1 : 0;
        }
    }

    private boolean isJoined(Element cell) {
        return joinedRow != null && cell.parent() == joinedRow;
    }

    /** A row of figures and names reads as one line; a row of a page's layout has elements of its own in its cells. */
    private static boolean isDataRow(Element row) {
        int cells = 0;
        for (Element cell : row.children()) {
            cells++;
            for (Node inside : cell.childNodes()) {
                if (inside instanceof Element element && BREAKING.contains(element.normalName())) {
                    return false;
                }
            }
        }
        return cells > 1;
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                        && !element.normalName().equals("a")
                || element.hasAttr("style")
                        && element.attr("style").replace(" ", "").contains("display:none");
    }

    private void add(String words) {
        text.append(words);
        characters += words.length();
        if (linkDepth > 0) {
            linkChars += words.strip().length();
        }
    }

    private void endPart() {
        if (!isBlankFrom(partFrom)) {
            String part = Spaces.single(text.substring(partFrom));
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        partFrom = text.length();
    }

    /** Between most elements there is nothing but the white space of the markup. */
    private boolean isBlankFrom(int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    private void flush() {
        boolean single = partFrom == 0;
        endPart();
        String whole = !single ? Spaces.single(text.toString()) : parts.isEmpty() ? "" : parts.getFirst();
        if (!whole.isEmpty()) {
            blocks.add(new Block(whole, kind(home), parts, linkChars, home, hiddenDepth > 0));
        }
        text.setLength(0);
        parts.clear();
        partFrom = 0;
        linkChars = 0;
    }

    private static Block.Kind kind(@Nullable Element home) {
        if (home == null) {
            return Block.Kind.TEXT;
        }
        String tag = home.normalName();
        if (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6') {
            return Block.Kind.HEADING;
        }
        return tag.equals("li") ? Block.Kind.ITEM : Block.Kind.TEXT;
    }
}
