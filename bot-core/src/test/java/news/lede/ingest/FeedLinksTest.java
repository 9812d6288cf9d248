package news.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import news.lede.ingest.FeedLinks.Found;
import org.junit.jupiter.api.Test;

class FeedLinksTest {
    private static List<Found> on(String page) {
        return FeedLinks.on(page.getBytes(UTF_8), URI.create("https://pier.example/news/"), Optional.of("utf-8"));
    }

    @Test
    void feedsInTheHeadCountWhateverTheirForm() {
        assertThat(on("""
                        <link rel="alternate" type="application/rss+xml; charset=utf-8" title="RSS" href="/rss">
                        <link rel="Alternate" type="application/ATOM+xml" href="//feeds.example/atom">
                        <link rel="feed" type="application/feed+json" title="JSON" href="feed.json">
                        <link rel="alternate" type="text/html" hreflang="de" href="/de">
                        <a href="/other/feed">Other</a>
                        """))
                .containsExactly(
                        new Found("https://pier.example/rss", "RSS"),
                        new Found("https://feeds.example/atom", ""),
                        new Found("https://pier.example/news/feed.json", "JSON"));
    }

    @Test
    void withoutThemLinksThatAreWrittenLikeFeedsCount() {
        assertThat(on("""
                        <a href="/feed/">Our feed</a> <a href="all.rss?x=1">All</a> <a href="/atom.xml">Atom</a>
                        <a href="/feedback">Write to us</a> <a href="/rss-explained">What is RSS?</a>
                        """))
                .extracting(Found::address)
                .containsExactly(
                        "https://pier.example/feed/",
                        "https://pier.example/news/all.rss?x=1",
                        "https://pier.example/atom.xml");
    }

    @Test
    void addressesAreRelativeToTheBaseThatThePageStates() {
        assertThat(on("<base href='https://cdn.example/x/'><link rel=alternate type=application/rss+xml href=f.xml>"))
                .extracting(Found::address)
                .containsExactly("https://cdn.example/x/f.xml");
    }

    @Test
    void oneFeedNamedTwiceIsOneAndCommentsComeLast() {
        assertThat(on("""
                        <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments">
                        <link rel="alternate" type="application/rss+xml" title="News" href="/rss">
                        <link rel="alternate" type="application/rss+xml" title="Again" href="/rss#x">
                        """)).extracting(Found::title).containsExactly("News", "Comments");
    }

    @Test
    void whatIsNotOnTheWebDoesNotCount() {
        assertThat(on("<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>"))
                .isEmpty();
        assertThat(on("")).isEmpty();
    }

    @Test
    void aFloodIsCut() {
        assertThat(on("<link rel=alternate type=application/rss+xml href=/%s>"
                        .repeat(100)
                        .formatted((Object[])
                                java.util.stream.IntStream.range(0, 100).boxed().toArray())))
                .hasSize(20);
    }
}
