package news.lede.feed;

import static news.lede.feed.TestFeeds.atom;
import static news.lede.feed.TestFeeds.entry;
import static news.lede.feed.TestFeeds.feed;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import news.lede.feed.ParsedFeed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title>1 &lt; 2 &amp; 3</title> | 1 < 2 & 3
            <title type='text'>a &lt;b&gt; c</title> | a <b> c
            <title type='html'>a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title> | a c & d
            <title type='html'><![CDATA[a <em>c</em> &amp; d]]></title> | a c & d
            <title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>use &lt;div&gt; <b>now</b></div></title> | use <div> now
            <title type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:b>now</h:b></h:div></title> | now
            <title type='text/html' mode='escaped'>a &lt;b&gt;c&lt;/b&gt;</title> | a c
            <title mode='base64' type='text/html'>RmVycnkgPGI+bGF0ZTwvYj4=</title> | Ferry late
            <title type='application/octet-stream'>RmVycnkgPGI+bGF0ZTwvYj4=</title> | Ferry late
            <title type='application/x-odd'>test</title> | test
            <title type=''>plain</title> | plain
            <source><title>wrong</title></source><title>right</title> | right
            <title/><media:title xmlns:media='http://search.yahoo.com/mrss/'>of the film</media:title> | of the film
            """)
    void theTypeDecidesHowATitleIsRead(String inside, String title) {
        assertThat(entry(inside).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <content type='text'>a &lt;b&gt; c</content> | a <b> c
            <content type='html'>&lt;p&gt;a&lt;/p&gt;</content> | a
            <content>&lt;p&gt;untyped markup&lt;/p&gt;</content> | untyped markup
            <content type='html'><div xmlns='http://www.w3.org/1999/xhtml'>a &lt;b&gt;c&lt;/b&gt;</div></content> | a c
            <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a<br/>b<script>x()</script></div></content> | a b
            <content type='application/xml'><x><y>deep</y></x></content> | deep
            <content type='image/png' src='/a.png'/> | ''
            """)
    void theTypeDecidesHowContentIsRead(String inside, String text) {
        assertThat(PlainText.of(entry(inside).content()).replaceAll("\\s+", " ").strip())
                .isEqualTo(text);
    }

    @Test
    void theAlternatePageInHtmlIsTheLink() {
        assertThat(entry(
                                "<link rel='self' href='/s'/><link rel='edit' href='/e'/><link rel='alternate' type='application/json' href='/j'/>"
                                        + "<link rel='alternate' type='text/html' href='/h'/>")
                        .link())
                .contains(URI.create("https://paper.example/h"));
        assertThat(entry("<link rel='alternate'>/between</link>").link())
                .contains(URI.create("https://paper.example/between"));
        assertThat(entry("<link rel='http://www.iana.org/assignments/relation/alternate' href='/r'/>")
                        .link())
                .contains(URI.create("https://paper.example/r"));
        assertThat(entry("<link rel='x x alternate' href='/a'/>").link())
                .contains(URI.create("https://paper.example/a"));
        assertThat(entry("<link rel='self' href='/s'/>").link()).contains(URI.create("https://paper.example/s"));
        assertThat(entry("<id>https://paper.example/i</id><link rel='replies' href='/s'/>")
                        .link())
                .isEmpty();
        assertThat(entry("<id>https://paper.example/i</id>").link()).contains(URI.create("https://paper.example/i"));
        assertThat(entry("<id>tag:paper.example,2026:1</id>").link()).isEmpty();
    }

    @Test
    void atomOfTheFirstDraftsIsRead() {
        Feed feed = feed(
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#' xml:lang='nl'><title>Oud</title><tagline>Kort</tagline>"
                        + "<entry><title>T</title><issued>2026-03-04T08:00:00Z</issued><modified>2026-03-05T08:00:00Z</modified></entry></feed>");
        assertThat(feed.title()).isEqualTo("Oud");
        assertThat(feed.description()).isEqualTo("Kort");
        assertThat(feed.language()).contains("nl");
        assertThat(feed.entries().getFirst().published()).contains(Instant.parse("2026-03-04T08:00:00Z"));
        assertThat(feed.entries().getFirst().updated()).contains(Instant.parse("2026-03-05T08:00:00Z"));
    }

    @Test
    void authorsOfTheFeedStandInForMissingOnes() {
        Feed feed = feed(atom(
                "<author><name>Redaktion</name></author><entry><author><name>Ilse</name></author><author><email>tom@paper.example</email></author></entry>"
                        + "<entry><source><author><name>Agentur</name></author></source></entry><entry/>"));
        assertThat(feed.entries())
                .extracting(e -> e.author().orElse(""))
                .containsExactly("Ilse, tom@paper.example", "Agentur", "Redaktion");
    }

    @Test
    void basesAreChained() {
        Feed feed = feed("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/x/'><link href='.'/>"
                + "<entry xml:base='y/z/'><link href='../p'/></entry><entry xml:base='//b.example/'><link xml:base='/deep/' href='?q=1'/></entry>"
                + "<entry xml:base='mailto:x'><link href='p'/></entry></feed>");
        assertThat(feed.link()).contains(URI.create("https://a.example/x/"));
        assertThat(feed.entries())
                .extracting(e -> e.link().orElseThrow().toString())
                .containsExactly("https://a.example/x/y/p", "https://b.example/deep/?q=1", "https://a.example/x/p");
    }
}
