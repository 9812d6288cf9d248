package news.lede.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import news.lede.feed.ParsedFeed.Feed;

/** Reads documents written into tests. They come from {@link #ADDRESS}. */
final class TestFeeds {
    static final URI ADDRESS = URI.create("https://paper.example/news/feed.xml");

    private TestFeeds() {}

    static ParsedFeed parse(byte[] bytes) {
        return new FeedParser().parse(bytes, Optional.of(ADDRESS), Optional.empty());
    }

    static ParsedFeed parse(String document) {
        return parse(document.getBytes(StandardCharsets.UTF_8));
    }

    static Feed feed(String document) {
        ParsedFeed parsed = parse(document);
        assertThat(parsed).isInstanceOf(Feed.class);
        return (Feed) parsed;
    }

    static List<Entry> entries(String document) {
        return feed(document).entries();
    }

    /** A document of RSS 2.0 around the inside of a channel. */
    static String rss(String inside) {
        return "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:atom='http://www.w3.org/2005/Atom' "
                + "xmlns:media='http://search.yahoo.com/mrss/' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
                + "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>"
                + "<channel><title>The Velmora Post</title>" + inside + "</channel></rss>";
    }

    /** The one item of an RSS feed. */
    static Entry item(String inside) {
        return feed(rss("<item>" + inside + "</item>")).entries().getFirst();
    }

    static String atom(String inside) {
        return "<feed xmlns='http://www.w3.org/2005/Atom'>" + inside + "</feed>";
    }

    /** The one entry of an Atom feed. */
    static Entry entry(String inside) {
        return feed(atom("<entry>" + inside + "</entry>")).entries().getFirst();
    }
}
