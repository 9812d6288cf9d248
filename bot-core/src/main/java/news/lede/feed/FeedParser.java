package news.lede.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.lede.feed.ParsedFeed.NotAFeed;
import news.lede.text.ByteText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads RSS 0.9x to 2.0, RDF and Atom, however broken.
 *
 * <p>Wire (XML without DTD or external entities) to adapter (one per family) to {@link Entry}. What cannot be read is left out; what is no feed is
 * told as {@link NotAFeed}, never thrown. Immutable and thread-safe.
 */
public final class FeedParser {
    /** More than any feed has for good reason; a flood is cut. */
    private static final int MOST_ENTRIES = 1_000;

    private static final int DEEPEST_ROOT = 4;
    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");

    /** {@code address}: where the bytes came from, base of relative links. {@code charset}: what the transport claimed. */
    public ParsedFeed parse(byte[] bytes, Optional<URI> address, Optional<String> charset) {
        if (bytes.length == 0) {
            return new NotAFeed("it is empty");
        }
        String text = Markup.clean(ByteText.decode(bytes, charset));
        int start = text.indexOf('<');
        if (text.isBlank()) {
            return new NotAFeed("it is empty");
        }
        if (start < 0) {
            return new NotAFeed("it is plain text");
        }
        Document document = Jsoup.parse(text.substring(start), "", Parser.xmlParser());
        Optional<Element> root = root(document);
        if (root.isEmpty()) {
            Element first = document.firstElementChild();
            return new NotAFeed(first == null ? "it has no element" : "its root is " + shown(first));
        }
        Links links = new Links(address);
        Element found = root.get();
        return Xml.localName(found).equals("feed")
                ? new AtomAdapter(links).map(found, MOST_ENTRIES)
                : new RssAdapter(links).map(found, MOST_ENTRIES);
    }

    private static String shown(Element element) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        return name.equals("html") ? "a web page (html)" : name.substring(0, Math.min(40, name.length()));
    }

    /** The feed's element: the root, or near it under a wrapper that is no page. */
    private static Optional<Element> root(Element document) {
        Element at = document;
        for (int depth = 0; depth < DEEPEST_ROOT; depth++) {
            for (Element child : at.children()) {
                if (ROOTS.contains(Xml.localName(child))) {
                    return Optional.of(child);
                }
            }
            Element next = at.firstElementChild();
            if (next == null || Set.of("html", "svg", "opml", "body").contains(Xml.localName(next))) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.empty();
    }
}
