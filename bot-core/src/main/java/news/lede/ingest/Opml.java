package news.lede.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads the feeds that an OPML file lists: OPML 1.0 and 2.0, {@code outline} elements with an {@code xmlUrl}, however deeply nested. */
final class Opml {
    private Opml() {}

    /** A feed as listed. */
    record Subscription(String address, String title) {}

    /** Each address once, in the order of the file; what is no web address is left out. */
    static List<Subscription> read(byte[] bytes) {
        Map<String, Subscription> found = new LinkedHashMap<>();
        for (Element outline : parse(bytes).select("outline")) {
            address(outline).ifPresent(a -> found.putIfAbsent(a, new Subscription(a, title(outline, a))));
        }
        return List.copyOf(found.values());
    }

    private static Document parse(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /** Some programs write {@code xmlurl}. */
    private static Optional<String> address(Element outline) {
        return Optional.of(outline.attributes().getIgnoreCase("xmlUrl").strip()).filter(Opml::isWebAddress);
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String title(Element outline, String address) {
        for (String name : new String[] {"title", "text"}) {
            String title = outline.attributes().getIgnoreCase(name).strip();
            if (!title.isEmpty()) {
                return title;
            }
        }
        return address;
    }
}
