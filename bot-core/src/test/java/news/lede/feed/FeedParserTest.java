package news.lede.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import news.lede.feed.ParsedFeed.Feed;
import news.lede.feed.ParsedFeed.NotAFeed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FeedParserTest {
    private static final Optional<URI> ADDRESS = Optional.of(URI.create("https://paper.example/news/feed.xml"));

    private final FeedParser parser = new FeedParser();

    private Feed feed(String xml) {
        return feed(xml.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private Feed feed(byte[] bytes, Optional<String> charset) {
        ParsedFeed parsed = parser.parse(bytes, ADDRESS, charset);
        assertThat(parsed).isInstanceOf(Feed.class);
        return (Feed) parsed;
    }

    private static String rss(String item) {
        return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/' "
                + "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
                + "<title>The Velmora Post</title><link>https://paper.example/</link><language>en-GB</language>"
                + "<atom:link rel='self' href='https://paper.example/news/feed.xml'/>" + item + "</channel></rss>";
    }

    private Entry item(String inside) {
        return feed(rss("<item>" + inside + "</item>")).entries().getFirst();
    }

    @Nested
    class GivenRss {
        @Test
        void theChannelTellsTitleLinkAndLanguage() {
            Feed feed = feed(rss(""));
            assertThat(feed.title()).isEqualTo("The Velmora Post");
            assertThat(feed.link()).contains(URI.create("https://paper.example/"));
            assertThat(feed.language()).contains("en-GB");
            assertThat(feed.entries()).isEmpty();
        }

        @Test
        void anItemKeepsItsFacts() {
            Entry entry = item(
                    "<guid isPermaLink='false'>a1</guid><title>Ferry &amp;amp; harbour</title><link>/ferry</link>"
                            + "<dc:creator>Ilse Brandt</dc:creator><pubDate>Wed, 04 Mar 2026 08:15:00 +0100</pubDate><description>Short.</description>");
            assertThat(entry.id()).contains("a1");
            assertThat(entry.title()).isEqualTo("Ferry & harbour");
            assertThat(entry.link()).contains(URI.create("https://paper.example/ferry"));
            assertThat(entry.author()).contains("Ilse Brandt");
            assertThat(entry.published()).contains(Instant.parse("2026-03-04T07:15:00Z"));
            assertThat(entry.html()).isEqualTo("Short.");
        }

        @Test
        void theLongestTextIsTakenAsHtml() {
            Entry entry = item(
                    "<description>Short.</description><content:encoded><![CDATA[<p>The whole <b>text</b>.</p>]]></content:encoded>");
            assertThat(entry.html()).isEqualTo("<p>The whole <b>text</b>.</p>");
        }

        @Test
        void elementsOfOtherVocabulariesAreNotTakenForTitleAndDescription() {
            Entry entry = item(
                    "<media:content><media:title>Picture</media:title><media:description>A very long text on the picture</media:description>"
                            + "</media:content><title>Story</title><description>Text</description>");
            assertThat(entry.title()).isEqualTo("Story");
            assertThat(entry.html()).isEqualTo("Text");
        }

        @Test
        void aPermanentGuidServesAsLink() {
            assertThat(item("<guid>https://paper.example/p/1</guid>").link())
                    .contains(URI.create("https://paper.example/p/1"));
            assertThat(item("<guid isPermaLink='false'>https://paper.example/p/1</guid>")
                            .link())
                    .isEmpty();
        }

        @Test
        void onlyWebLinksAreGivenOut() {
            assertThat(item("<link>java\tscript:alert(1)</link>").link()).isEmpty();
            assertThat(item("<link>ftp://paper.example/x</link>").link()).isEmpty();
        }

        @Test
        void linksAreReadAgainstTheirBase() {
            Feed feed = feed(
                    "<rss><channel xml:base='https://other.example/a/'><item xml:base='b/'><link>c</link></item></channel></rss>");
            assertThat(feed.entries().getFirst().link()).contains(URI.create("https://other.example/a/b/c"));
        }

        @Test
        void theAuthorIsTheNameBesideAMailAddress() {
            assertThat(item("<author>desk@paper.example (Tomas Reyl)</author>").author())
                    .contains("Tomas Reyl");
        }

        @Test
        void anUnreadableDateIsNoDate() {
            assertThat(item("<pubDate>31 Feb 2026 10:00 GMT</pubDate>").published())
                    .isEmpty();
            assertThat(item("<pubDate>soon</pubDate>").published()).isEmpty();
        }
    }

    @Test
    void itemsOfRdfStandBesideTheChannel() {
        Feed feed = feed(
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel><title>Old Paper</title></channel><item rdf:about='urn:1'><title>One</title></item><item><title>Two</title></item></rdf:RDF>");
        assertThat(feed.title()).isEqualTo("Old Paper");
        assertThat(feed.entries()).extracting(Entry::title).containsExactly("One", "Two");
        assertThat(feed.entries().getFirst().id()).contains("urn:1");
    }

    @Nested
    class GivenAtom {
        private static final String OPEN = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'>";

        @Test
        void anEntryKeepsItsFacts() {
            Feed feed = feed(OPEN
                    + "<title type='html'>Die &lt;b&gt;Zeile&lt;/b&gt;</title><link href='/'/><author><name>Redaktion</name></author>"
                    + "<entry><id>tag:1</id><title>1 &lt; 2</title><link rel='self' href='x'/><link href='y'/><published>2026-03-04T08:15:00Z</published>"
                    + "<updated>2026-03-05T08:15:00Z</updated><summary>kurz</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
                    + "<p>lang</p></div></content></entry></feed>");
            assertThat(feed.title()).isEqualTo("Die Zeile");
            assertThat(feed.language()).contains("de");
            Entry entry = feed.entries().getFirst();
            assertThat(entry.id()).contains("tag:1");
            assertThat(entry.title()).isEqualTo("1 < 2");
            assertThat(entry.link()).contains(URI.create("https://paper.example/news/y"));
            assertThat(entry.author()).contains("Redaktion");
            assertThat(entry.published()).contains(Instant.parse("2026-03-04T08:15:00Z"));
            assertThat(entry.updated()).contains(Instant.parse("2026-03-05T08:15:00Z"));
            assertThat(entry.html()).contains("<p>lang</p>");
        }

        @Test
        void plainTextIsEscapedAndEscapedHtmlIsNot() {
            Feed feed = feed(OPEN + "<entry><content type='text'>a &lt; b</content></entry>"
                    + "<entry><content type='html'>&lt;p&gt;a&lt;/p&gt;</content></entry></feed>");
            assertThat(feed.entries()).extracting(Entry::html).containsExactly("a &lt; b", "<p>a</p>");
        }
    }

    @Nested
    class GivenBrokenInput {
        @Test
        void whatIsNoFeedIsNamed() {
            assertThat(parser.parse(new byte[0], ADDRESS, Optional.empty())).isEqualTo(new NotAFeed("it is empty"));
            assertThat(parser.parse("hello".getBytes(StandardCharsets.UTF_8), ADDRESS, Optional.empty()))
                    .isEqualTo(new NotAFeed("it is plain text"));
            assertThat(parser.parse(
                            "<!doctype html><html><body><p>x</p></body></html>".getBytes(StandardCharsets.UTF_8),
                            ADDRESS,
                            Optional.empty()))
                    .isEqualTo(new NotAFeed("its root is a web page (html)"));
        }

        @Test
        void aCutDocumentGivesWhatCanBeRead() {
            Feed feed = feed(
                    "junk \u0000 <?xml version='1.0'?><rss><channel><item><title>One</title></item><item><title>Tw");
            assertThat(feed.entries()).extracting(Entry::title).startsWith("One");
        }

        @Test
        void declaredEntitiesAreNotExpanded() {
            Feed feed = feed(
                    "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel><title>a &x; b</title></channel></rss>");
            assertThat(feed.title()).isEqualTo("a &x; b");
        }

        @Test
        void aDeepDocumentIsReadInTime() {
            assertThat(feed("<rss><channel><title>t</title>" + "<a>".repeat(100_000))
                            .title())
                    .isEqualTo("t");
        }

        @Test
        void aFloodIsCut() {
            assertThat(feed(rss("<item><title>x</title></item>".repeat(1_500))).entries())
                    .hasSize(1_000);
        }

        @Test
        void validUtf8WinsOverAWrongLabelAndOtherBytesKeepTheirs() {
            byte[] utf8 = rss("<item><title>Über</title></item>").getBytes(StandardCharsets.UTF_8);
            assertThat(feed(utf8, Optional.of("iso-8859-1"))
                            .entries()
                            .getFirst()
                            .title())
                    .isEqualTo("Über");
            byte[] cyrillic = rss("<item><title>Новости</title></item>").getBytes(Charset.forName("windows-1251"));
            assertThat(feed(cyrillic, Optional.of("windows-1251"))
                            .entries()
                            .getFirst()
                            .title())
                    .isEqualTo("Новости");
        }
    }
}
