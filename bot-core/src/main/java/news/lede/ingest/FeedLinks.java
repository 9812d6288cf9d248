package news.lede.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.fetch.WebAddress;
import news.lede.opml.SourceAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the feeds that a page names: in its head, as browsers look for them; without such, among links that are written like addresses of feeds. Feeds of comments come last.
 * Pure.
 */
public final class FeedLinks {
    /** More than a person chooses from. */
    private static final int MOST = 20;

    private static final int MAX_TITLE = 100;
    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/x.atom+xml");
    private static final Pattern LIKE_A_FEED = Pattern.compile(
            "(?i)(?:/(?:feed|rss|atom|index)(?:\\.(?:xml|rss|rdf|atom))|/(?:feed|rss|atom)/?|\\.(?:rss|rdf|atom))$");
    private static final Pattern COMMENTS = Pattern.compile("(?i)\\b(?:comments?|kommentare?|commentaires)\\b");

    private FeedLinks() {}

    /** A feed that a page names. {@code title} is empty when the page gives none. */
    public record Found(String address, String title) {}

    /** At most twenty, those in the head in their order. {@code address}: where the page came from; {@code charset}: what its server claimed. */
    public static List<Found> on(byte[] page, URI address, Optional<String> charset) {
        Document document =
                parse(page, address, charset.filter(FeedLinks::isCharset).orElse(null));
        URI base = WebAddress.resolve(address, document.select("base[href]").attr("href"))
                .orElse(address);
        Map<String, Found> found = new LinkedHashMap<>();
        for (Element link : document.select("link[rel][href]")) {
            if (TYPES.contains(type(link))
                    && !link.attr("rel").toLowerCase(Locale.ROOT).contains("stylesheet")) {
                add(found, base, link, link.attr("title"));
            }
        }
        if (found.isEmpty()) {
            for (Element link : document.select("a[href]")) {
                if (TYPES.contains(type(link)) || looksLikeAFeed(link.attr("href"))) {
                    add(found, base, link, link.text());
                }
            }
        }
        List<Found> feeds = new ArrayList<>(found.values());
        feeds.sort(Comparator.comparing(FeedLinks::ofComments));
        return feeds.stream().limit(MOST).toList();
    }

    private static Document parse(byte[] page, URI address, @Nullable String charset) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(page), charset, address.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static void add(Map<String, Found> found, URI base, Element link, String title) {
        WebAddress.resolve(base, link.attr("href"))
                .map(uri -> SourceAddress.read(uri.toString()))
                .ifPresent(read -> {
                    if (read instanceof SourceAddress.Usable(String address)) {
                        String line = title.strip();
                        found.putIfAbsent(address, new Found(address, line.length() > MAX_TITLE ? "" : line));
                    }
                });
    }

    private static String type(Element link) {
        return link.attr("type")
                .toLowerCase(Locale.ROOT)
                .replaceFirst(";.*", "")
                .strip();
    }

    private static boolean looksLikeAFeed(String href) {
        return LIKE_A_FEED.matcher(href.replaceFirst("[?#].*", "")).find();
    }

    private static boolean ofComments(Found feed) {
        return COMMENTS.matcher(feed.title()).find()
                || COMMENTS.matcher(feed.address()).find();
    }
}
