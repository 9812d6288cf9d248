package news.lede.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Maps Atom 0.3 and 1.0 to our words. Elements are known by local name alone: feeds without the namespace are common. */
final class AtomAdapter {
    private final Links links;

    AtomAdapter(Links links) {
        this.links = links;
    }

    ParsedFeed.Feed map(Element root, int mostEntries) {
        List<Entry> entries =
                children(root, "entry").limit(mostEntries).map(this::entry).toList();
        return new ParsedFeed.Feed(
                child(root, "title").map(AtomAdapter::title).orElse(""),
                link(root),
                Optional.of(root.attr("xml:lang").strip()).filter(l -> !l.isEmpty()),
                entries);
    }

    private Entry entry(Element entry) {
        String html = Stream.of(child(entry, "content"), child(entry, "summary"))
                .flatMap(Optional::stream)
                .map(AtomAdapter::html)
                .reduce("", (longest, next) -> next.length() > longest.length() ? next : longest);
        return new Entry(
                text(entry, "id"),
                link(entry),
                child(entry, "title").map(AtomAdapter::title).orElse(""),
                author(entry),
                Moments.first(Stream.of(text(entry, "published"), text(entry, "issued"), text(entry, "created"))),
                Moments.first(Stream.of(text(entry, "updated"), text(entry, "modified"))),
                html);
    }

    private static Optional<String> author(Element entry) {
        Element holder = child(entry, "author").isPresent() || entry.parent() == null ? entry : entry.parent();
        String names = children(holder, "author")
                .map(a -> text(a, "name").or(() -> text(a, "email")).orElse(""))
                .map(Markup::title)
                .filter(n -> !n.isEmpty())
                .collect(Collectors.joining(", "));
        return Optional.of(names).filter(n -> !n.isEmpty());
    }

    /** The alternate page, of several the HTML one; else any link that is no relation of the feed itself. */
    private Optional<URI> link(Element of) {
        List<Element> all = children(of, "link").toList();
        Optional<URI> alternate =
                first(all.stream().filter(l -> isAlternate(l) && l.attr("type").contains("html")));
        return alternate
                .or(() -> first(all.stream().filter(AtomAdapter::isAlternate)))
                .or(() -> first(all.stream().filter(l -> l.attr("rel").equalsIgnoreCase("via"))));
    }

    private Optional<URI> first(Stream<Element> candidates) {
        return candidates
                .map(l -> links.resolve(l.hasAttr("href") ? l.attr("href") : l.wholeText(), l))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isAlternate(Element link) {
        return link.attr("rel").isBlank() || link.attr("rel").strip().equalsIgnoreCase("alternate");
    }

    /** A text construct as plain text. */
    private static String title(Element construct) {
        return isPlain(construct) ? Markup.title(Markup.escaped(construct.wholeText())) : Markup.title(html(construct));
    }

    /** A text construct as HTML, by its type. */
    static String html(Element construct) {
        String type = type(construct);
        if (type.equals("xhtml")
                || type.contains("xhtml+xml")
                || construct.attr("mode").equals("xml") && construct.childrenSize() > 0) {
            return Markup.xhtml(construct);
        }
        if (construct.childrenSize() > 0) {
            return Markup.xhtml(construct);
        }
        return isPlain(construct) ? Markup.escaped(construct.wholeText()) : Markup.html(construct.wholeText());
    }

    private static boolean isPlain(Element construct) {
        String type = type(construct);
        return (type.isEmpty() || type.equals("text") || type.equals("text/plain"))
                && construct.childrenSize() == 0
                && !construct.attr("mode").equals("escaped");
    }

    private static String type(Element construct) {
        return construct.attr("type").strip().toLowerCase(Locale.ROOT);
    }

    private static Stream<Element> children(Element parent, String localName) {
        return parent.children().stream()
                .filter(c -> Xml.localName(c).equals(localName))
                .filter(c -> Xml.vocabulary(c) == Xml.Vocabulary.ATOM || Xml.vocabulary(c) == Xml.Vocabulary.PLAIN);
    }

    private static Optional<Element> child(Element parent, String localName) {
        return children(parent, localName).findFirst();
    }

    private static Optional<String> text(Element parent, String localName) {
        return children(parent, localName)
                .map(e -> e.wholeText().strip())
                .filter(t -> !t.isEmpty())
                .findFirst();
    }
}
