package news.lede.feed;

import static news.lede.feed.Space.ATOM;
import static news.lede.feed.Space.CONTENT;
import static news.lede.feed.Space.DUBLIN_CORE;
import static news.lede.feed.Space.FEED;
import static news.lede.feed.Space.ITUNES;
import static news.lede.feed.Space.MEDIA;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.feed.Moments.Place;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Maps RSS 0.9x to 2.0 and RDF to our words. */
final class RssAdapter {
    private static final Place[] PUBLISHED = {
        new Place(FEED, "pubdate"),
        new Place(DUBLIN_CORE, "date"),
        new Place(DUBLIN_CORE, "issued"),
        new Place(DUBLIN_CORE, "available"),
        new Place(DUBLIN_CORE, "created"),
        new Place(ATOM, "published"),
        new Place(FEED, "published"),
        new Place(ATOM, "issued"),
        new Place(FEED, "date"),
        new Place(DUBLIN_CORE, "pubdate"),
    };
    private static final Place[] UPDATED = {
        new Place(ATOM, "updated"),
        new Place(DUBLIN_CORE, "modified"),
        new Place(ATOM, "modified"),
        new Place(FEED, "updated"),
        new Place(FEED, "modified"),
        new Place(FEED, "lastbuilddate"),
    };

    private final Links links;
    private final Names names;

    RssAdapter(Links links, Names names) {
        this.links = links;
        this.names = names;
    }

    /** {@code root} is {@code rss}, {@code RDF} or a bare {@code channel}; items may stand inside the channel or beside it. */
    ParsedFeed.Feed map(Element root) {
        Fields outer = new Fields(root, names);
        Fields channel = root.tag().localName().equals("channel")
                ? outer
                : outer.first(FEED, "channel").map(outer::of).orElse(outer);
        List<Entry.Builder> entries = new ArrayList<>();
        for (Element item : Newest.of(items(root), this::date)) {
            entries.add(entry(new Fields(item, names)));
        }
        ChannelFacts facts = new ChannelFacts(links, root);
        return new ParsedFeed.Feed(
                line(channel, FEED, "title")
                        .or(() -> line(channel, DUBLIN_CORE, "title"))
                        .orElse(""),
                line(channel, FEED, "description")
                        .or(() -> line(channel, ITUNES, "summary"))
                        .or(() -> line(channel, DUBLIN_CORE, "description"))
                        .or(() -> line(channel, ITUNES, "subtitle"))
                        .or(() -> line(channel, FEED, "tagline"))
                        .orElse(""),
                link(channel),
                facts.image(channel, outer),
                facts.language(channel),
                facts.relation(channel, "self"),
                facts.hubs(channel),
                facts.wishes(channel),
                EntryKeys.assign(entries));
    }

    /** All items, in document order, also those that stand in another because its end is missing. Walks without recursion. */
    private List<Element> items(Element root) {
        List<Element> found = new ArrayList<>();
        Element at = root;
        while (at != null) {
            boolean holdsItems = at == root || isItem(at) || isHolder(at);
            if (at != root && isItem(at) && !isEmptyInItem(at)) {
                found.add(at);
            }
            Element next = holdsItems ? at.firstElementChild() : null;
            while (next == null && at != null && at != root) {
                next = at.nextElementSibling();
                at = next == null ? at.parent() : at;
            }
            at = next;
        }
        return found;
    }

    private boolean isItem(Element element) {
        Names.Name name = names.of(element);
        return name.is(FEED, "item") || name.is(ATOM, "entry") || name.is(FEED, "entry");
    }

    /** An empty item inside another is a slip of a program, not an entry. */
    private boolean isEmptyInItem(Element item) {
        return item.childNodeSize() == 0 && item.parent() != null && isItem(item.parent());
    }

    private boolean isHolder(Element element) {
        Names.Name name = names.of(element);
        return name.is(FEED, "channel") || name.is(FEED, "items");
    }

    private Optional<Instant> date(Element item) {
        return Moments.first(new Fields(item, names), PUBLISHED);
    }

    private Entry.Builder entry(Fields item) {
        Optional<Element> guid = item.first(FEED, "guid");
        Media media = new Media(links).read(item);
        String summary = summary(item);
        String content = content(item);
        String longest = content.length() >= summary.length() ? content : summary;
        return Entry.builder()
                .id(id(item, guid))
                .link(link(item).or(() -> permalink(guid, item.element())))
                .title(title(item))
                .author(author(item))
                .published(Moments.first(item, PUBLISHED))
                .updated(Moments.first(item, UPDATED))
                .summary(summary)
                .content(content)
                .enclosures(media.enclosures())
                .image(media.image(longest, item.element()))
                .media(media.all())
                .categories(Categories.of(item));
    }

    private static Optional<String> id(Fields item, Optional<Element> guid) {
        return guid.map(Fields::text)
                .filter(t -> !t.isEmpty())
                .or(() -> item.text(ATOM, "id"))
                .or(() -> item.text(FEED, "id"))
                .or(() -> about(item.element()))
                .or(() -> item.text(DUBLIN_CORE, "identifier"))
                .flatMap(CleanText::someLine);
    }

    /** The name that RDF gives an item, under any prefix. */
    private static Optional<String> about(Element item) {
        for (Attribute attribute : item.attributes()) {
            String name = attribute.getKey();
            if ((name.equals("about") || name.endsWith(":about"))
                    && !attribute.getValue().isBlank()) {
                return Optional.of(attribute.getValue().strip());
            }
        }
        return Optional.empty();
    }

    private Optional<URI> permalink(Optional<Element> guid, Element item) {
        return guid.filter(g -> !g.attr("ispermalink").strip().equalsIgnoreCase("false"))
                .map(Fields::text)
                .filter(t -> t.regionMatches(true, 0, "http", 0, 4))
                .flatMap(t -> links.resolve(t, item));
    }

    private Optional<URI> link(Fields of) {
        for (Element link : of.all(FEED, "link")) {
            String text = Fields.text(link);
            Optional<URI> address =
                    !text.isEmpty() ? links.resolve(text, link) : AtomLinks.alternate(List.of(link), links);
            if (address.isPresent()) {
                return address;
            }
        }
        return AtomLinks.alternate(of.all(ATOM, "link"), links);
    }

    private static String title(Fields item) {
        return line(item, FEED, "title")
                .or(() -> line(item, DUBLIN_CORE, "title"))
                .or(() -> item.first(ATOM, "title").map(Markup::atomLine).filter(t -> !t.isEmpty()))
                .or(() -> line(item, MEDIA, "title"))
                .or(() -> line(item, ITUNES, "title"))
                .or(() -> item.all(MEDIA).stream()
                        .map(m -> line(item.of(m), MEDIA, "title"))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse("");
    }

    private static Optional<String> line(Fields of, Space space, String local) {
        for (Element element : of.all(space, local)) {
            String line = Markup.line(element);
            if (!line.isEmpty()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> author(Fields item) {
        return Authors.join(texts(item, DUBLIN_CORE, "creator"))
                .or(() -> Authors.join(texts(item, FEED, "author")))
                .or(() -> Authors.join(item.all(ATOM, "author").stream()
                        .map(a -> AtomAdapter.person(item.of(a)))
                        .toList()))
                .or(() -> Authors.join(texts(item, ITUNES, "author")))
                .or(() -> Authors.join(texts(item, DUBLIN_CORE, "author")))
                .or(() -> Authors.join(texts(item, MEDIA, "credit")));
    }

    private static List<String> texts(Fields item, Space space, String local) {
        return item.all(space, local).stream()
                .map(e -> Fields.hasElements(e) ? AtomAdapter.person(item.of(e)) : Fields.text(e))
                .toList();
    }

    private static String summary(Fields item) {
        return html(item, FEED, "description")
                .or(() -> html(item, ITUNES, "summary"))
                .or(() -> item.first(ATOM, "summary").map(Markup::atomHtml).filter(h -> !h.isEmpty()))
                .or(() -> html(item, DUBLIN_CORE, "description"))
                .or(() -> html(item, DUBLIN_CORE, "abstract"))
                .or(() -> html(item, MEDIA, "description"))
                .or(() -> html(item, ITUNES, "subtitle"))
                .or(() -> html(item, FEED, "summary"))
                .or(() -> item.all(MEDIA).stream()
                        .map(m -> html(item.of(m), MEDIA, "description"))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse("");
    }

    private static String content(Fields item) {
        return html(item, CONTENT, "encoded")
                .or(() -> item.first(ATOM, "content").map(Markup::atomHtml).filter(h -> !h.isEmpty()))
                .or(() -> item.first(Space.XHTML, "body").map(Markup::html).filter(h -> !h.isEmpty()))
                .or(() -> html(item, FEED, "body"))
                .or(() -> html(item, FEED, "encoded"))
                .or(() -> html(item, FEED, "fulltext"))
                .or(() -> html(item, FEED, "fullitem"))
                .or(() -> html(item, FEED, "content"))
                .orElse("");
    }

    private static Optional<String> html(Fields of, Space space, String local) {
        for (Element element : of.all(space, local)) {
            String html = Markup.html(element);
            if (!html.isEmpty()) {
                return Optional.of(html);
            }
        }
        return Optional.empty();
    }

    /** Whether RDF or a wrapper holds anything of RSS at all. */
    boolean isFeed(Element root) {
        String name = root.tag().localName().toLowerCase(Locale.ROOT);
        return !name.equals("rdf")
                || new Fields(root, names).first(FEED, "channel").isPresent()
                || !items(root).isEmpty();
    }
}
