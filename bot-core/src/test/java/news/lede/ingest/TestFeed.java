package news.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import news.lede.feed.FeedParser;
import news.lede.feed.ParsedFeed;
import org.jsoup.nodes.Entities;

/** Feeds as a publisher writes them, read as a poll reads them. */
final class TestFeed {
    private TestFeed() {}

    /** One item of an RSS feed; empty parts are left out. */
    record Item(String guid, String link, String title, Optional<Instant> published, String html) {
        static Item of(String link, String title, Instant published, String html) {
            return new Item("", link, title, Optional.of(published), html);
        }

        Item titled(String other) {
            return new Item(guid, link, other, published, html);
        }

        Item telling(String other) {
            return new Item(guid, link, title, published, other);
        }

        Item identified(String other) {
            return new Item(other, link, title, published, html);
        }

        Item at(String other) {
            return new Item(guid, other, title, published, html);
        }

        Item dated(Optional<Instant> other) {
            return new Item(guid, link, title, other, html);
        }

        private String xml() {
            return "<item>" + element("title", title) + element("link", link)
                    + (guid.isEmpty() ? "" : "<guid isPermaLink=\"false\">" + guid + "</guid>")
                    + published
                            .map(p -> element(
                                    "pubDate", DateTimeFormatter.RFC_1123_DATE_TIME.format(p.atZone(ZoneOffset.UTC))))
                            .orElse("")
                    + element("description", html) + "</item>";
        }

        private static String element(String name, String text) {
            return text.isEmpty() ? "" : "<" + name + ">" + Entities.escape(text) + "</" + name + ">";
        }
    }

    static ParsedFeed.Feed of(String title, List<Item> items) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>")
                .append(title)
                .append("</title><language>en</language>");
        items.forEach(item -> xml.append(item.xml()));
        byte[] bytes = xml.append("</channel></rss>").toString().getBytes(UTF_8);
        return (ParsedFeed.Feed) new FeedParser()
                .parse(bytes, Optional.of(URI.create("https://feeds.example/rss")), Optional.of("UTF-8"));
    }
}
