package news.lede.feed;

import static news.lede.feed.TestFeeds.entries;
import static news.lede.feed.TestFeeds.feed;
import static news.lede.feed.TestFeeds.item;
import static news.lede.feed.TestFeeds.parse;
import static news.lede.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.lede.feed.ParsedFeed.Feed;
import news.lede.feed.ParsedFeed.NotAFeed;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFeedTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** Reads on a thread with the usual, small stack; recursion over the document would end it. */
    private static ParsedFeed inTime(String document) {
        return Assertions.assertTimeoutPreemptively(LONG_ENOUGH, () -> parse(document));
    }

    @Test
    void deepNestingNeitherOverflowsNorHidesWhatComesBefore() {
        String deep = "<a>".repeat(200_000);
        assertThat(inTime(rss("<item><title>One</title></item>" + deep + "</a>".repeat(200_000)
                        + "<item><title>Two</title></item>")))
                .isInstanceOfSatisfying(
                        Feed.class,
                        f -> assertThat(f.entries().getFirst().title()).isEqualTo("One"));
        assertThat(inTime(rss("<item><title>One</title><description>" + deep + "</description></item>")))
                .isInstanceOf(Feed.class);
        assertThat(inTime("<item>".repeat(200_000))).isInstanceOf(NotAFeed.class);
        assertThat(inTime(rss("<item>".repeat(200_000)))).isInstanceOf(Feed.class);
        assertThat(inTime(rss("<item><itunes:category text='a'>" + "<itunes:category text='b'>".repeat(100_000))))
                .isInstanceOf(Feed.class);
    }

    @Test
    void fieldsBehindATitleThatNeverEndsAreFound() {
        Entry entry = item("<title>Ferry<link>/1</link><guid>a</guid><description>Text</description>");
        assertThat(entry.title()).isEqualTo("Ferry");
        assertThat(entry.link()).contains(URI.create("https://paper.example/1"));
        assertThat(entry.id()).contains("a");
        assertThat(item("<title>Ferry</titel><pubDate>1772612130</pubDate>").published())
                .isPresent();
        assertThat(item("<description>a<link>no</link></description>").link()).isEmpty();
        assertThat(inTime("<rss><channel><title>Post" + "<item><title>x</item>".repeat(50_000)))
                .isInstanceOfSatisfying(Feed.class, f -> {
                    assertThat(f.title()).isEqualTo("Post");
                    assertThat(f.entries())
                            .hasSize(1_000)
                            .extracting(Entry::title)
                            .containsOnly("x");
                });
        assertThat(inTime("<rss><channel>" + "<title>".repeat(100_000))).isInstanceOf(Feed.class);
    }

    @Test
    void attributesNamespacesAndEntitiesInMassesAreBounded() {
        StringBuilder attributes = new StringBuilder("<rss ");
        StringBuilder spaces = new StringBuilder("<rss ");
        for (int i = 0; i < 100_000; i++) {
            attributes.append('a').append(i).append("='1' ");
            spaces.append("xmlns:n").append(i).append("='u").append(i).append("' ");
        }
        String rest = "><channel><item><title>One</title></item></channel></rss>";
        assertThat(inTime(attributes + rest)).isInstanceOf(Feed.class);
        assertThat(inTime(spaces + rest)).isInstanceOf(Feed.class);
        String bomb =
                "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
        assertThat(feed(bomb + rss("<item><title>x &c; y</title></item>"))
                        .entries()
                        .getFirst()
                        .title())
                .isEqualTo("x &c; y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://evil.example/x.dtd'> %p;]>",
                "<!DOCTYPE rss SYSTEM 'http://evil.example/x.dtd'>"
            })
    void nothingOutsideIsRead(String doctype) {
        assertThat(entries(doctype
                                + rss("<item><title>a &e; b</title><xi:include href='file:///etc/hostname'/></item>"))
                        .getFirst()
                        .title())
                .isEqualTo("a &e; b");
    }

    @Test
    void longTitlesTextsAndLinksAreCutOrRefused() {
        Entry entry = item("<title>" + "long ".repeat(2_000_000) + "</title><link>https://paper.example/"
                + "a".repeat(100_000) + "</link><description>" + "text ".repeat(1_000_000) + "</description>");
        assertThat(entry.title()).hasSizeLessThanOrEqualTo(4096);
        assertThat(entry.summary()).hasSizeLessThanOrEqualTo(256 * 1024);
        assertThat(entry.link()).isEmpty();
    }

    @Test
    void aFloodOfEntriesIsCutToTheNewest() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            items.append("<item><guid isPermaLink='false'>").append(i).append("</guid></item>");
        }
        Feed feed = (Feed) inTime(rss(items.toString()));
        assertThat(feed.entries()).hasSize(1_000);
        assertThat(feed.entries().getFirst().id()).contains("0");
        StringBuilder dated = new StringBuilder();
        for (int i = 0; i < 1_200; i++) {
            dated.append("<item><title>")
                    .append(i)
                    .append("</title><pubDate>")
                    .append(1_700_000_000 + i)
                    .append("</pubDate></item>");
        }
        List<Entry> newest = feed(rss(dated.toString())).entries();
        assertThat(newest).hasSize(1_000);
        assertThat(newest.getFirst().title()).isEqualTo("200");
        assertThat(newest.getLast().title()).isEqualTo("1199");
    }

    @Test
    void aFloodOfElementsIsCutWhereItTakesTooMuchMemory() {
        String one = "<item><title>One</title></item>";
        String two = "<item><title>Two</title></item>";
        assertThat(((Feed) inTime(rss(one + "<a/>".repeat(400_000) + two))).entries())
                .hasSize(2);
        assertThat(((Feed) inTime(rss(one + "<a/>".repeat(600_000) + two))).entries())
                .hasSize(1);
        String raw = "<description><![CDATA[" + "<a/>".repeat(600_000) + "]]></description>";
        assertThat(((Feed) inTime(rss("<item><title>One</title>" + raw + "</item>" + two))).entries())
                .hasSize(2);
        assertThat(((Feed) inTime("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":["
                                + "{},".repeat(1_000_000) + "]}"))
                        .entries())
                .hasSize(1_000);
    }

    @Test
    void whatNoTextMayHoldIsDroppedAndNeighboursSurvive() {
        Entry entry = item(
                "<title>a\u0000b\u0008c&#0;d&#xD800;e&#xFFFF;f\uFFFEg\u202Eh\u2066i</title><description>x\u0001y&#1;z</description>");
        assertThat(entry.title().replace("\uFFFD", "")).isEqualTo("abcdefghi");
        assertThat(PlainText.of(entry.summary()).replace("\uFFFD", ""))
                .startsWith("xy")
                .endsWith("z");
        byte[] lone = new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        String document = rss("<item><title>Zpráva @ jedna ó</title></item>");
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        int at = document.substring(0, document.indexOf('@')).getBytes(StandardCharsets.UTF_8).length;
        byte[] broken = new byte[bytes.length + 2];
        System.arraycopy(bytes, 0, broken, 0, at);
        System.arraycopy(lone, 0, broken, at, 3);
        System.arraycopy(bytes, at + 1, broken, at + 3, bytes.length - at - 1);
        Feed feed = (Feed) parse(broken);
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().getFirst().title()).doesNotContain("\uD800").contains("jedna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JaVaScRiPt:alert(1)",
                "java\tscript:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://x.example/",
                "http://",
                "https:///",
                "http:",
                "http://\u0000",
                "http://a b.example/"
            })
    void onlyWebLinksAreGivenOut(String link) {
        assertThat(item("<link>" + link + "</link><guid>" + link + "</guid>").link())
                .satisfies(l -> assertThat(l.map(u -> u.getScheme().startsWith("http") && u.getRawAuthority() != null)
                                .orElse(true))
                        .isTrue());
        assertThat(item("<link>" + link + "</link>")
                        .link()
                        .map(Object::toString)
                        .orElse(""))
                .doesNotContain("script", "passwd", " ");
    }

    @Test
    void linksCannotBreakOutOfPageOrChat() {
        assertThat(item("<link>https://user:pass@paper.example/a\"b&gt;&lt;c`[d](e)|\\f%0D%0Ag\u202E#h#i</link>")
                        .link())
                .hasValueSatisfying(l -> assertThat(l.toString())
                        .isEqualTo("https://paper.example/a%22b%3E%3Cc%60%5Bd%5D(e)%7C%5Cf%0D%0Ag#h%23i"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 01 Jan 0001 00:00:00 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "2050-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "99999999999999999999",
                "2026-02-30T00:00:00Z",
                "31 Feb 2026",
                "25 Mar 2026 25:00",
                "-1",
                "1e400"
            })
    void aDateThatCannotBeIsNoDate(String date) {
        assertThat(item("<pubDate>" + date + "</pubDate>").published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "just text",
                "<",
                "<>",
                "<?xml version='1.0'?>",
                "<html><body>x</body></html>",
                "<!doctype html><p>x",
                "<body>x</body>",
                "<opml version='2.0'><body><outline/></body></opml>",
                "<s:Envelope xmlns:s='x'><s:Body><rss/></s:Body></s:Envelope>",
                "<svg xmlns='http://www.w3.org/2000/svg'><feed/></svg>",
                "%PDF-1.7 binary",
                "\u0089PNG\r\n\u001a\n",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><foaf:Person/></rdf:RDF>"
            })
    void whatIsNoFeedIsRefusedWithAReason(String document) {
        assertThat(parse(document))
                .isInstanceOfSatisfying(
                        NotAFeed.class, n -> assertThat(n.reason()).isNotBlank());
    }

    /** Cut, flip and double pieces of good documents: whatever comes of it, it comes, and what comes out is fit to be stored. */
    @Test
    void noDamageThrowsOrYieldsHalvesOfCharacters() {
        Random random = new Random(20261122);
        String[] documents = {
            rss(
                    "<item><title>Fähre &amp; Kai 😀</title><link>/a?b=1&c=2</link><guid>1</guid><pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate>"
                            + "<description><![CDATA[<p>Ein <b>Text</b> &copy</p>]]></description><media:content url='/a.jpg'/></item><item><title>Zwei</title></item>"),
            TestFeeds.atom(
                    "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a</div></title><entry xml:base='x/'><id>1</id><link href='y'/>"
                            + "<content type='html'>&lt;p&gt;b&lt;/p&gt;</content><updated>2026-03-04T08:00:00Z</updated></entry>"),
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":1,\"title\":\"ä\\u00e4\",\"tags\":[\"x\"],\"content_html\":\"<p>\"}]}"
        };
        for (int round = 0; round < 1_000; round++) {
            byte[] bytes = documents[round % 3].getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1 + round % 7; i++) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(3)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(256);
                    case 1 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                    default -> {
                        byte[] doubled = Arrays.copyOf(bytes, bytes.length + at);
                        System.arraycopy(bytes, 0, doubled, bytes.length, at);
                        bytes = doubled.length > 5_000 ? bytes : doubled;
                    }
                }
            }
            ParsedFeed parsed = new FeedParser().parse(bytes, Optional.of(TestFeeds.ADDRESS), Optional.empty());
            if (parsed instanceof Feed feed) {
                for (Entry entry : feed.entries()) {
                    assertThat(entry.key()).isNotBlank();
                    String all = feed.title()
                            + entry.title()
                            + entry.html()
                            + entry.author().orElse("")
                            + entry.id().orElse("")
                            + entry.categories();
                    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(all))
                            .isTrue();
                    assertThat(entry.fingerprint()).hasSize(32);
                }
            }
        }
    }
}
