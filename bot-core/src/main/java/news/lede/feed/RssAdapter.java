package news.lede.feed;

import static news.lede.feed.Xml.Vocabulary.ATOM;
import static news.lede.feed.Xml.Vocabulary.CONTENT;
import static news.lede.feed.Xml.Vocabulary.DUBLIN_CORE;
import static news.lede.feed.Xml.Vocabulary.ITUNES;
import static news.lede.feed.Xml.Vocabulary.MEDIA;
import static news.lede.feed.Xml.Vocabulary.PLAIN;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Maps RSS 0.9x to 2.0 and RDF to our words. */
final class RssAdapter {
    private static final Pattern MAIL_AND_NAME =
            Pattern.compile("^[^\\s()]{1,100}@[^\\s()]{1,100}\\s+\\(([^()]{1,200})\\)$");

    private final Links links;

    RssAdapter(Links links) {
        this.links = links;
    }

    /** {@code root} is {@code rss}, {@code RDF} or a bare {@code channel}; items may stand inside the channel or beside it. */
    ParsedFeed.Feed map(Element root, int mostEntries) {
        Element channel = Xml.localName(root).equals("channel")
                ? root
                : Xml.child(root, PLAIN, "channel").orElse(root);
        List<Entry> entries = Stream.concat(
                        Stream.concat(items(channel), channel == root ? Stream.empty() : items(root)),
                        Xml.children(channel, PLAIN, "items").flatMap(RssAdapter::items))
                .limit(mostEntries)
                .map(this::entry)
                .toList();
        return new ParsedFeed.Feed(
                Xml.text(channel, PLAIN, "title")
                        .or(() -> Xml.text(channel, DUBLIN_CORE, "title"))
                        .map(Markup::title)
                        .orElse(""),
                link(channel),
                Xml.text(channel, PLAIN, "language").or(() -> Xml.text(channel, DUBLIN_CORE, "language")),
                entries);
    }

    private static Stream<Element> items(Element parent) {
        return parent.children().stream()
                .filter(e -> Xml.is(e, PLAIN, "item") || Xml.is(e, ATOM, "entry") || Xml.is(e, PLAIN, "entry"));
    }

    private Entry entry(Element item) {
        Optional<Element> guid = Xml.child(item, PLAIN, "guid");
        Optional<String> id = guid.map(g -> g.wholeText().strip())
                .filter(t -> !t.isEmpty())
                .or(() -> Xml.text(item, ATOM, "id"))
                .or(() -> Optional.of(item.attr("rdf:about").strip()).filter(t -> !t.isEmpty()))
                .or(() -> Xml.text(item, DUBLIN_CORE, "identifier"));
        Optional<URI> link = link(item).or(() -> permalink(guid, item));
        return new Entry(id, link, title(item), author(item), published(item), updated(item), html(item));
    }

    private Optional<URI> permalink(Optional<Element> guid, Element item) {
        return guid.filter(g -> !g.attr("isPermaLink").strip().equalsIgnoreCase("false"))
                .map(g -> g.wholeText().strip())
                .filter(t -> t.startsWith("http://") || t.startsWith("https://"))
                .flatMap(t -> links.resolve(t, item));
    }

    private Optional<URI> link(Element of) {
        Optional<URI> plain = Xml.children(of, PLAIN, "link")
                .map(l -> l.wholeText().isBlank() ? l.attr("href") : l.wholeText())
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .map(t -> links.resolve(t, of))
                .flatMap(Optional::stream)
                .findFirst();
        return plain.or(() -> Xml.children(of, ATOM, "link")
                .filter(l -> l.attr("rel").isEmpty() || l.attr("rel").equals("alternate"))
                .map(l -> links.resolve(l.attr("href"), l))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static String title(Element item) {
        return Xml.text(item, PLAIN, "title")
                .or(() -> Xml.text(item, DUBLIN_CORE, "title"))
                .or(() -> Xml.text(item, ATOM, "title"))
                .or(() -> Xml.text(item, MEDIA, "title"))
                .or(() -> Xml.text(item, ITUNES, "title"))
                .map(Markup::title)
                .orElse("");
    }

    private static Optional<String> author(Element item) {
        return Xml.text(item, DUBLIN_CORE, "creator")
                .or(() -> Xml.text(item, PLAIN, "author"))
                .or(() -> Xml.child(item, ATOM, "author").flatMap(a -> Xml.text(a, ATOM, "name")))
                .or(() -> Xml.text(item, ITUNES, "author"))
                .or(() -> Xml.text(item, DUBLIN_CORE, "author"))
                .map(Markup::title)
                .map(RssAdapter::name)
                .filter(n -> !n.isEmpty());
    }

    /** RSS wants "mail (name)"; readers want the name. */
    private static String name(String author) {
        Matcher matcher = MAIL_AND_NAME.matcher(author);
        return matcher.matches() ? matcher.group(1).strip() : author;
    }

    private static Optional<Instant> published(Element item) {
        return Moments.first(Stream.of(
                Xml.text(item, PLAIN, "pubdate"),
                Xml.text(item, DUBLIN_CORE, "date"),
                Xml.text(item, DUBLIN_CORE, "issued"),
                Xml.text(item, DUBLIN_CORE, "created"),
                Xml.text(item, ATOM, "published"),
                Xml.text(item, PLAIN, "date"),
                Xml.text(item, PLAIN, "published"),
                Xml.text(item, DUBLIN_CORE, "pubdate")));
    }

    private static Optional<Instant> updated(Element item) {
        return Moments.first(Stream.of(
                Xml.text(item, ATOM, "updated"),
                Xml.text(item, DUBLIN_CORE, "modified"),
                Xml.text(item, PLAIN, "updated")));
    }

    /** The longest text, since some feeds put the whole article in the description and others a teaser. */
    private static String html(Element item) {
        return Stream.of(
                        Xml.text(item, CONTENT, "encoded"),
                        Xml.child(item, ATOM, "content").map(AtomAdapter::html),
                        Xml.text(item, PLAIN, "description"),
                        Xml.children(item, PLAIN, "body").findFirst().map(Markup::xhtml),
                        Xml.text(item, PLAIN, "fulltext"),
                        Xml.child(item, ATOM, "summary").map(AtomAdapter::html),
                        Xml.text(item, ITUNES, "summary"),
                        Xml.text(item, DUBLIN_CORE, "description"),
                        Xml.text(item, MEDIA, "description"))
                .flatMap(Optional::stream)
                .map(Markup::html)
                .reduce("", (longest, next) -> next.length() > longest.length() ? next : longest);
    }
}
