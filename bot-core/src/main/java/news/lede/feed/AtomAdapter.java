package news.lede.feed;

import static news.lede.feed.Space.DUBLIN_CORE;
import static news.lede.feed.Space.FEED;
import static news.lede.feed.Space.ITUNES;
import static news.lede.feed.Space.MEDIA;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.feed.Moments.Place;
import news.lede.text.WebAddress;
import org.jsoup.nodes.Element;

/** Maps Atom 0.3 and 1.0 to our words. Feeds without the namespace, or with a wrong one, are common and read alike. */
final class AtomAdapter {
    private static final Place[] PUBLISHED = {
        new Place(FEED, "published"),
        new Place(FEED, "issued"),
        new Place(FEED, "created"),
        new Place(FEED, "pubdate"),
        new Place(DUBLIN_CORE, "date"),
        new Place(DUBLIN_CORE, "created"),
        new Place(DUBLIN_CORE, "issued"),
    };
    private static final Place[] UPDATED = {
        new Place(FEED, "updated"), new Place(FEED, "modified"), new Place(DUBLIN_CORE, "modified"),
    };

    private final Links links;
    private final Names names;

    AtomAdapter(Links links, Names names) {
        this.links = links;
        this.names = names;
    }

    ParsedFeed.Feed map(Element root) {
        Fields feed = new Fields(root, names);
        Optional<String> authors = authors(feed);
        List<Entry.Builder> entries = new ArrayList<>();
        for (Element entry : Newest.of(entries(root), this::date)) {
            entries.add(entry(new Fields(entry, names), authors));
        }
        ChannelFacts facts = new ChannelFacts(links, root);
        return new ParsedFeed.Feed(
                line(feed, "title").orElse(""),
                line(feed, "subtitle")
                        .or(() -> line(feed, "tagline"))
                        .or(() -> line(feed, "info"))
                        .or(() -> line(feed, "description"))
                        .orElse(""),
                AtomLinks.alternate(feed.all(FEED, "link"), links),
                facts.image(feed, feed),
                facts.language(feed),
                facts.relation(feed, "self"),
                facts.hubs(feed),
                facts.wishes(feed),
                EntryKeys.assign(entries));
    }

    /** The entries in document order, also those that stand in another because its end is missing. Walks without recursion. */
    private List<Element> entries(Element root) {
        List<Element> found = new ArrayList<>();
        Element at = root.firstElementChild();
        while (at != null) {
            boolean isEntry = isEntry(at);
            if (isEntry) {
                found.add(at);
            }
            Element next = isEntry ? at.firstElementChild() : null;
            while (next == null && at != null && at != root) {
                next = at.nextElementSibling();
                at = next == null ? at.parent() : at;
            }
            at = next;
        }
        return found;
    }

    private boolean isEntry(Element element) {
        Names.Name name = names.of(element);
        return name.is(FEED, "entry") || name.is(FEED, "item");
    }

    private Optional<Instant> date(Element entry) {
        Fields fields = new Fields(entry, names);
        return Moments.first(fields, PUBLISHED).or(() -> Moments.first(fields, UPDATED));
    }

    private Entry.Builder entry(Fields entry, Optional<String> feedAuthors) {
        Media media = new Media(links).read(entry);
        String summary = html(entry, "summary")
                .or(() -> html(entry, "description"))
                .or(() -> mediaText(entry, "description"))
                .or(() -> entry.text(ITUNES, "summary").map(CleanText::html))
                .orElse("");
        String content = html(entry, "content").orElse("");
        String longest = content.length() >= summary.length() ? content : summary;
        Optional<String> id =
                entry.text(FEED, "id").or(() -> entry.text(FEED, "guid")).flatMap(CleanText::someLine);
        return Entry.builder()
                .id(id)
                .link(link(entry))
                .title(line(entry, "title")
                        .or(() -> mediaText(entry, "title").map(Markup::line))
                        .orElse(""))
                .author(authors(entry).or(() -> sourceAuthors(entry)).or(() -> feedAuthors))
                .published(Moments.first(entry, PUBLISHED))
                .updated(Moments.first(entry, UPDATED))
                .summary(summary)
                .content(content)
                .enclosures(media.enclosures())
                .image(media.image(longest, entry.element()))
                .media(media.all())
                .categories(Categories.of(entry));
    }

    /** An identifier that is an address serves where there is no link at all. */
    private Optional<URI> link(Fields entry) {
        List<Element> all = entry.all(FEED, "link");
        return AtomLinks.alternate(all, links)
                .or(() -> AtomLinks.relation(all, "via", links))
                .or(() -> AtomLinks.relation(all, "related", links))
                .or(() -> AtomLinks.relation(all, "self", links))
                .or(() -> all.isEmpty() ? entry.text(FEED, "id").flatMap(WebAddress::absolute) : Optional.empty());
    }

    private Optional<String> sourceAuthors(Fields entry) {
        return entry.first(FEED, "source").flatMap(s -> authors(entry.of(s)));
    }

    private static Optional<String> authors(Fields of) {
        List<String> names = new ArrayList<>();
        of.all(FEED, "author").forEach(a -> names.add(person(of.of(a))));
        of.all(DUBLIN_CORE, "creator").forEach(c -> names.add(Fields.text(c)));
        of.all(ITUNES, "author").forEach(a -> names.add(Fields.text(a)));
        return Authors.join(names);
    }

    /** A person construct: the name, else the mail address, else what stands there. */
    static String person(Fields person) {
        for (Space space : new Space[] {FEED, Space.ATOM}) {
            Optional<String> named = person.text(space, "name").or(() -> person.text(space, "email"));
            if (named.isPresent()) {
                return named.get();
            }
        }
        return Fields.hasElements(person.element()) ? "" : Fields.text(person.element());
    }

    private static Optional<String> mediaText(Fields entry, String local) {
        return entry.text(MEDIA, local)
                .or(() -> entry.all(MEDIA, "group").stream()
                        .map(g -> entry.of(g).text(MEDIA, local))
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(CleanText::html);
    }

    private static Optional<String> line(Fields of, String local) {
        for (Element element : of.all(FEED, local)) {
            String line = Markup.atomLine(element);
            if (!line.isEmpty()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> html(Fields of, String local) {
        for (Element element : of.all(FEED, local)) {
            String html = Markup.atomHtml(element);
            if (!html.isEmpty()) {
                return Optional.of(html);
            }
        }
        return Optional.empty();
    }
}
