package news.lede.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import news.lede.feed.ParsedFeed.NotAFeed;
import news.lede.text.ByteText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom, JSON Feed and sitemaps, however broken.
 *
 * <p>Wire (text, then XML without DTD or external entities, or JSON) to adapter (one per family) to {@link Entry}. What cannot be read is left out; what is no feed is
 * told as {@link NotAFeed}, never thrown. Time and memory grow with the bytes, whatever is in them; at most 1,000 entries come out. Thread-safe.
 */
public final class FeedParser {
    /** How deep under wrappers and junk a feed is looked for. */
    private static final int DEEPEST_ROOT = 4;

    private static final int LARGE = 1024 * 1024;

    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel", "urlset", "sitemapindex");
    private static final Set<String> OTHER_DOCUMENTS =
            Set.of("html", "head", "body", "svg", "opml", "envelope", "math");

    private final ReentrantLock oneLargeAtATime = new ReentrantLock();

    /** {@code address}: where the bytes came from, base of relative links. {@code charset}: what the transport claimed. */
    public ParsedFeed parse(byte[] bytes, Optional<URI> address, Optional<String> charset) {
        if (Unpacked.isPacked(bytes)) {
            return Unpacked.of(bytes)
                    .map(inside -> read(inside, address, charset))
                    .orElseGet(() -> new NotAFeed("it is a gzip file, damaged or larger than 10 MiB"));
        }
        return read(bytes, address, charset);
    }

    /** Large documents are read one after the other: each takes many times its size while it is read. */
    private ParsedFeed read(byte[] bytes, Optional<URI> address, Optional<String> charset) {
        if (bytes.length < LARGE) {
            return readNow(bytes, address, charset);
        }
        oneLargeAtATime.lock();
        try {
            return readNow(bytes, address, charset);
        } finally {
            oneLargeAtATime.unlock();
        }
    }

    private static ParsedFeed readNow(byte[] bytes, Optional<URI> address, Optional<String> charset) {
        String text = CleanText.of(ByteText.decode(bytes, charset));
        int start = firstMark(text);
        if (start < 0) {
            return new NotAFeed(text.isBlank() ? "it is empty" : "it is plain text");
        }
        return text.charAt(start) == '{' ? new JsonFeedAdapter(address).map(text.substring(start)) : xml(text, address);
    }

    /** Where a document may begin: JSON only at the very start, XML also after junk. -1 when there is none. */
    private static int firstMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '[') {
                return c == '{' ? i : text.indexOf('<');
            }
            if (c > ' ' && c != '\uFEFF') {
                return text.indexOf('<', i);
            }
        }
        return -1;
    }

    private static ParsedFeed xml(String text, Optional<URI> address) {
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault);
        Document document = Jsoup.parse(Ampersands.mend(Bounded.cut(text)), "", parser);
        Optional<Element> found = root(document);
        if (found.isEmpty()) {
            Element first = document.firstElementChild();
            return new NotAFeed(first == null ? "it has no element" : "its root is " + shown(first));
        }
        Element root = found.get();
        Links links = new Links(address, text.contains("xml:base"));
        Names names = new Names(root);
        return switch (root.tag().localName()) {
            case "feed" -> new AtomAdapter(links, names).map(root);
            case "urlset" -> new SitemapAdapter(links, names).pages(root, text.contains("sitemap-news"));
            case "sitemapindex" -> new SitemapAdapter(links, names).index(root);
            default -> {
                RssAdapter rss = new RssAdapter(links, names);
                yield rss.isFeed(root) ? rss.map(root) : new NotAFeed("it is RDF, but no RSS");
            }
        };
    }

    private static String shown(Element element) {
        String name = element.tag().localName();
        return name.equals("html") ? "a web page (html)" : name.substring(0, Math.min(40, name.length()));
    }

    /** The feed's element: the root, or near it under a wrapper that is no other kind of document. */
    private static Optional<Element> root(Element document) {
        List<Element> level = document.children();
        for (int depth = 0; depth < DEEPEST_ROOT && !level.isEmpty(); depth++) {
            for (Element element : level) {
                String name = element.tag().localName();
                if (ROOTS.contains(name)) {
                    return Optional.of(element);
                }
                if (OTHER_DOCUMENTS.contains(name)) {
                    return Optional.empty();
                }
            }
            level = level.stream().limit(20).flatMap(e -> e.children().stream()).toList();
        }
        return Optional.empty();
    }
}
