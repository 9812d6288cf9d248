package news.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.lede.article.Samples;
import news.lede.feed.FeedParser;
import news.lede.fetch.FakeWeb;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.Validators;
import news.lede.ingest.SourceTrial.Result;
import news.lede.opml.PassedOver.Reason;
import news.lede.source.SourceKind;
import org.junit.jupiter.api.Test;

class SourceTrialTest {
    private static final String FEED = """
            <rss version="2.0"><channel><title> Pier
              News </title><item><title>Ferry sails</title><link>https://pier.example/1</link></item></channel></rss>
            """;

    private final FakeWeb web = new FakeWeb();
    private final SourceTrial trial = new SourceTrial(
            web,
            document -> new FeedParser().parse(document.bytes(), document.address(), document.charset()),
            InstantSource.fixed(Samples.NOON));

    @Test
    void aFeedIsToldWithItsTitle() {
        web.put("https://pier.example/feed", FEED);

        assertThat(trial.of(" HTTPS://Pier.example/feed#top "))
                .isEqualTo(new Result.Readable(SourceKind.FEED, "https://pier.example/feed", "Pier News"));
    }

    @Test
    void aFeedWithoutATitleIsCalledLikeItsHost() {
        web.put(
                "https://pier.example/feed",
                "<rss version=\"2.0\"><channel><item><title>Ferry</title></item></channel></rss>");

        assertThat(trial.of("https://pier.example/feed"))
                .isEqualTo(new Result.Readable(SourceKind.FEED, "https://pier.example/feed", "pier.example"));
    }

    @Test
    void aSitemapIsToldApart() {
        web.put("https://pier.example/map.xml", """
                <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://pier.example/1</loc></url></urlset>
                """);

        assertThat(trial.of("https://pier.example/map.xml"))
                .isEqualTo(new Result.Readable(SourceKind.SITEMAP, "https://pier.example/map.xml", "pier.example"));
    }

    @Test
    void aPageIsToldWithTheFeedsItNames() {
        web.put("https://pier.example/", """
                <!doctype html><html><head><title>The Pier</title>
                <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
                <link rel="alternate" type="application/rss+xml" title="News" href="feed.xml">
                <link rel="stylesheet" href="style.css"></head><body>Hello</body></html>
                """);

        assertThat(trial.of("https://pier.example"))
                .isEqualTo(new Result.Page(
                        "https://pier.example/",
                        "The Pier",
                        List.of(
                                new FeedLinks.Found("https://pier.example/feed.xml", "News"),
                                new FeedLinks.Found("https://pier.example/comments/feed", "Comments"))));
    }

    @Test
    void whereAPermanentRedirectLeadsIsTheAddressAndATemporaryOneIsNot() {
        web.put("https://old.example/", fetched(Optional.of(URI.create("https://new.example/feed"))));
        assertThat(trial.of("https://old.example/"))
                .isEqualTo(new Result.Readable(SourceKind.FEED, "https://new.example/feed", "Pier News"));

        web.put("https://old.example/", fetched(Optional.empty()));
        assertThat(trial.of("https://old.example/"))
                .isEqualTo(new Result.Readable(SourceKind.FEED, "https://old.example/", "Pier News"));
    }

    private static FetchOutcome fetched(Optional<URI> moved) {
        return new Fetched(
                URI.create("https://new.example/feed"),
                moved,
                FEED.getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                Validators.NONE,
                Optional.empty());
    }

    @Test
    void whatIsNeitherFeedNorPageIsToldAsSuch() {
        web.put("https://pier.example/notes.txt", "Just words.");

        assertThat(trial.of("https://pier.example/notes.txt"))
                .isEqualTo(new Result.Unreadable(URI.create("https://pier.example/notes.txt")));
    }

    @Test
    void anAddressThatCannotBeASourceIsNotAsked() {
        assertThat(trial.of("ftp://pier.example/feed")).isEqualTo(new Result.NoAddress(Reason.NOT_WEB));
        assertThat(trial.of("https://ada:secret@pier.example/feed"))
                .isEqualTo(new Result.NoAddress(Reason.CREDENTIALS));
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void whateverTheFetcherSaysIsHandedOn() {
        web.put("https://pier.example/feed", new FetchOutcome.Status(404));

        assertThat(trial.of("https://pier.example/feed"))
                .isEqualTo(new Result.Failed(URI.create("https://pier.example/feed"), new FetchOutcome.Status(404)));
    }
}
