package news.lede.feed;

import static news.lede.feed.TestFeeds.feed;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import news.lede.feed.ParsedFeed.Feed;
import org.junit.jupiter.api.Test;

class NamespacesTest {
    private static Entry first(String document) {
        return feed(document).entries().getFirst();
    }

    @Test
    void prefixesMeanWhatTheyAreDeclaredToMean() {
        Entry entry = first(
                "<rss xmlns:x='http://purl.org/dc/elements/1.1/' xmlns:dc='http://search.yahoo.com/mrss/'><channel><item>"
                        + "<x:creator>Ilse</x:creator><dc:thumbnail url='/t.jpg'/></item></channel></rss>");
        assertThat(entry.author()).contains("Ilse");
        assertThat(entry.image()).contains(URI.create("https://paper.example/t.jpg"));
    }

    @Test
    void undeclaredPrefixesMeanWhatTheyUsuallyMean() {
        Entry entry = first(
                "<rss><channel><item><dc:creator>Ilse</dc:creator><content:encoded>all</content:encoded><foo:title>no</foo:title>"
                        + "<media:title>no</media:title><title>yes</title></item></channel></rss>");
        assertThat(entry.author()).contains("Ilse");
        assertThat(entry.content()).isEqualTo("all");
        assertThat(entry.title()).isEqualTo("yes");
    }

    @Test
    void rssItselfMayHaveAPrefixOrAnyNamespace() {
        assertThat(first(
                                "<r:rss xmlns:r='http://backend.userland.com/rss2'><r:channel><r:item><r:title>a</r:title></r:item></r:channel></r:rss>")
                        .title())
                .isEqualTo("a");
        assertThat(first(
                                "<rss xmlns='http://www.w3.org/1999/xhtml'><channel><item><title>b</title></item></channel></rss>")
                        .title())
                .isEqualTo("b");
        assertThat(first(
                                "<q:feed xmlns:q='http://www.w3.org/2005/Atom'><q:entry><q:title>c</q:title></q:entry></q:feed>")
                        .title())
                .isEqualTo("c");
        assertThat(first("<feed><entry><title>d</title></entry></feed>").title())
                .isEqualTo("d");
    }

    @Test
    void atomInsideRssIsKeptApart() {
        Feed feed = feed(
                TestFeeds.rss(
                        "<atom:link rel='self' href='/self.xml'/><atom:link rel='hub' href='https://hub.example/'/><link>https://paper.example/</link>"
                                + "<item><title>a</title><atom:updated>2026-03-04T08:00:00Z</atom:updated><atom:author><atom:name>Tom</atom:name></atom:author></item>"));
        assertThat(feed.link()).contains(URI.create("https://paper.example/"));
        assertThat(feed.self()).contains(URI.create("https://paper.example/self.xml"));
        assertThat(feed.hubs()).containsExactly(URI.create("https://hub.example/"));
        assertThat(feed.entries().getFirst().updated()).isPresent();
        assertThat(feed.entries().getFirst().author()).contains("Tom");
    }

    @Test
    void modulesOfRdfAreNotTakenForRss() {
        Feed feed = feed(
                "<RDF:RDF xmlns:RDF='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
                        + "xmlns:l='http://purl.org/rss/1.0/modules/link/'><channel RDF:about='x'><title>T</title><l:title>no</l:title></channel>"
                        + "<item RDF:about='urn:1'><l:link>https://no.example/</l:link><link>/1</link></item></RDF:RDF>");
        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.entries().getFirst().id()).contains("urn:1");
        assertThat(feed.entries().getFirst().link()).contains(URI.create("https://paper.example/1"));
    }

    @Test
    void namesAreReadInAnyCase() {
        Entry entry = first(
                "<RSS><Channel><Item><TITLE>a</title><PubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDATE></Item></Channel></RSS>");
        assertThat(entry.title()).isEqualTo("a");
        assertThat(entry.published()).isPresent();
    }
}
