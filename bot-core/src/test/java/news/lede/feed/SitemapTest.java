package news.lede.feed;

import static news.lede.feed.TestFeeds.feed;
import static news.lede.feed.TestFeeds.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import news.lede.feed.ParsedFeed.Feed;
import news.lede.feed.ParsedFeed.NotAFeed;
import news.lede.feed.ParsedFeed.SitemapIndex;
import org.junit.jupiter.api.Test;

class SitemapTest {
    private static final String NEWS = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
            + "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'>";

    private static String story(String address, String title) {
        return "<url><loc>" + address
                + "</loc><n:news><n:publication><n:name>The Velmora Post</n:name><n:language>en</n:language></n:publication>"
                + "<n:publication_date>2026-03-04</n:publication_date><n:title>" + title
                + "</n:title><n:keywords>sea, ferry</n:keywords></n:news>"
                + "<i:image><i:loc>https://paper.example/i.jpg</i:loc></i:image></url>";
    }

    @Test
    void newsAreEntriesAndOtherPagesAreNot() {
        Feed feed = feed(NEWS + story("https://paper.example/1?a=1&amp;b=2", "Ferry &amp;amp; quay")
                + "<url><loc>https://paper.example/about</loc></url></urlset>");
        assertThat(feed.title()).isEqualTo("The Velmora Post");
        assertThat(feed.language()).contains("en");
        assertThat(feed.entries()).hasSize(1);
        Entry entry = feed.entries().getFirst();
        assertThat(entry.title()).isEqualTo("Ferry & quay");
        assertThat(entry.link()).contains(URI.create("https://paper.example/1?a=1&b=2"));
        assertThat(entry.id()).contains("https://paper.example/1?a=1&b=2");
        assertThat(entry.published()).contains(Instant.parse("2026-03-04T00:00:00Z"));
        assertThat(entry.categories()).containsExactly("sea", "ferry");
        assertThat(entry.image()).contains(URI.create("https://paper.example/i.jpg"));
    }

    @Test
    void aNewsSitemapWithoutNewsIsEmptyAndAPlainOneListsItsPages() {
        String pages =
                "<url><loc>https://paper.example/about</loc><lastmod>2026-03-04T08:00:00Z</lastmod></url></urlset>";
        assertThat(feed(NEWS + pages).entries()).isEmpty();
        Feed plain = feed("<urlset>" + pages);
        assertThat(plain.entries()).hasSize(1);
        assertThat(plain.entries().getFirst().updated()).contains(Instant.parse("2026-03-04T08:00:00Z"));
        assertThat(plain.entries().getFirst().title()).isEmpty();
    }

    @Test
    void anIndexNamesItsSitemaps() {
        ParsedFeed parsed = parse(
                "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>/news.xml</loc>"
                        + "<lastmod>2026-03-04</lastmod></sitemap><sitemap><loc>ftp://x/y</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>");
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        SitemapIndex.class,
                        index -> assertThat(index.children())
                                .containsExactly(
                                        new SitemapIndex.Child(
                                                URI.create("https://paper.example/news.xml"),
                                                Optional.of(Instant.parse("2026-03-04T00:00:00Z"))),
                                        new SitemapIndex.Child(
                                                URI.create("https://paper.example/b.xml"), Optional.empty())));
    }

    @Test
    void ofAFloodTheNewestAreKeptInTheirOrder() {
        StringBuilder urls = new StringBuilder("<urlset>");
        for (int i = 0; i < 1_500; i++) {
            urls.append("<url><loc>/p/")
                    .append(i)
                    .append("</loc><lastmod>")
                    .append(Instant.ofEpochSecond(1_700_000_000L + i))
                    .append("</lastmod></url>");
        }
        Feed feed = feed(urls + "</urlset>");
        assertThat(feed.entries()).hasSize(1_000);
        assertThat(feed.entries().getFirst().link()).contains(URI.create("https://paper.example/p/500"));
        assertThat(feed.entries().getLast().link()).contains(URI.create("https://paper.example/p/1499"));
    }

    @Test
    void aPackedSitemapIsUnpackedAndABombIsNot() throws IOException {
        assertThat(parse(packed((NEWS + story("/1", "One") + "</urlset>").getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(Feed.class, f -> assertThat(f.entries()).hasSize(1));
        assertThat(parse(packed(new byte[11 * 1024 * 1024]))).isInstanceOf(NotAFeed.class);
        assertThat(parse(new byte[] {0x1F, (byte) 0x8B, 1})).isInstanceOf(NotAFeed.class);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
