package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** The elements of a page in which it states facts, in the order of the page, found in one walk. Not to be changed once made. */
final class Landmarks {
    /** All {@code meta}. */
    final List<Element> metas = new ArrayList<>();
    /** Scripts of JSON-LD. */
    final List<Element> jsonLd = new ArrayList<>();
    /** All {@code link} with an address. */
    final List<Element> links = new ArrayList<>();
    /** Headings of the first three ranks. */
    final List<Element> headings = new ArrayList<>();
    /** All {@code time} that are marked with one. */
    final List<Element> times = new ArrayList<>();
    /** What is marked as the headline by {@code itemprop}. */
    final List<Element> headlines = new ArrayList<>();
    /** What is marked as the date of publication by {@code itemprop}. */
    final List<Element> published = new ArrayList<>();
    /** What must not be quoted. */
    final List<Element> unquotable = new ArrayList<>();

    Landmarks(Document page) {
        page.traverse((NodeVisitor) (node, depth) -> visit(node));
    }

    private void visit(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "script" -> addIf(isJsonLd(element), element, jsonLd);
            case "link" -> addIf(element.hasAttr("href"), element, links);
            case "h1", "h2", "h3" -> headings.add(element);
            case "time" -> addIf(element.hasAttr("datetime"), element, times);
            default -> {}
        }
        if (element.attributesSize() > 0) {
            String property = element.attr("itemprop").strip();
            if (!property.isEmpty()) {
                addIf(property.equalsIgnoreCase("headline"), element, headlines);
                addIf(property.equalsIgnoreCase("datePublished"), element, published);
            }
            addIf(element.hasAttr("data-nosnippet"), element, unquotable);
        }
    }

    private static boolean isJsonLd(Element script) {
        return script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
    }

    private static void addIf(boolean wanted, Element element, List<Element> list) {
        if (wanted) {
            list.add(element);
        }
    }
}
