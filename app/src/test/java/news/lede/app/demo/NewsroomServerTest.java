package news.lede.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.app.demo.SampleNews.Piece;
import news.lede.extract.Document;
import news.lede.extract.DocumentExtractor;
import news.lede.extract.Extraction;
import news.lede.feed.FeedParser;
import news.lede.feed.ParsedFeed;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewsroomServerTest {
    private final SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
    private final SampleNews news = SampleNews.shipped();
    private final NewsroomServer server = new NewsroomServer(news, clock);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String address(String title) {
        return server.addresses().stream()
                .filter(a -> a.title().equals(title))
                .findFirst()
                .orElseThrow()
                .url();
    }

    private ParsedFeed.Feed feed(String title) throws IOException, InterruptedException {
        byte[] body = get(address(title)).body().getBytes(UTF_8);
        return (ParsedFeed.Feed) new FeedParser().parse(body, Optional.empty(), Optional.empty());
    }

    @Test
    void theNewsroomHasWhatTheDemoPromises() {
        Set<String> events = news.articles().stream().map(Piece::event).collect(Collectors.toSet());
        Set<String> languages = news.publishers().values().stream()
                .map(SampleNews.Publisher::language)
                .collect(Collectors.toSet());
        assertThat(news.articles()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(events).hasSizeGreaterThanOrEqualTo(12);
        assertThat(news.publishers()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(languages).contains("en", "de", "fr", "es");
        assertThat(news.articles()).allMatch(p -> news.publishers().containsKey(p.publisher()));
        assertThat(news.articles().stream().filter(p -> p.appears().isPositive()))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void aFeedCarriesWhatHasAppearedInFull() throws Exception {
        ParsedFeed.Feed wire = feed("Tidewire");
        assertThat(wire.entries())
                .extracting("title")
                .contains("Strong earthquake shakes Koru Island, at least three dead");
        assertThat(wire.entries())
                .extracting("title")
                .doesNotContain("Government pauses work on Saltmarsh migrant camp after march");
        assertThat(wire.entries().getFirst().html()).contains("<p>").contains("magnitude 6.4");
        assertThat(wire.language()).contains("en");
    }

    @Test
    void laterArticlesAppearWhenTheirTimeHasComeAtAddressesThatStay() throws Exception {
        int before = feed("Tidewire").entries().size();
        var first = feed("Tidewire").entries().getFirst().link();

        clock.advance(server.lasts());

        assertThat(feed("Tidewire").entries()).hasSizeGreaterThan(before);
        assertThat(feed("Tidewire").entries()).extracting("link").contains(first);
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() throws Exception {
        HttpResponse<String> first = get(address("Harbour Post"));
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(get(address("Harbour Post"), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        clock.advance(Duration.ofSeconds(60));
        assertThat(get(address("Harbour Post"), "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void eachArticleHasAPageThatReadsAsItWasWritten() throws Exception {
        URI link = feed("Nordvik Tageblatt").entries().getFirst().link().orElseThrow();
        Extraction read = read(get(link.toString()).body());
        assertThat(read).isInstanceOfSatisfying(Extraction.Page.class, p -> {
            assertThat(p.main().title()).isEqualTo("Fähre rammt vor Port Ellery Frachter im Nebel, 14 Verletzte");
            assertThat(p.main().publisher()).contains("Nordvik Tageblatt");
            assertThat(p.main().paragraphs()).hasSize(3);
        });
    }

    @Test
    void theAggregatorsPageIsFourArticlesWithoutAdvertising() throws Exception {
        Extraction read = read(get(address("Skylark Daily")).body());
        assertThat(read).isInstanceOfSatisfying(Extraction.Page.class, p -> {
            assertThat(p.main().title()).isEqualTo(news.aggregator().title());
            assertThat(p.listed())
                    .extracting("title")
                    .containsExactlyElementsOf(news.aggregator().related().stream()
                            .map(SampleNews.Listed::title)
                            .toList());
            assertThat(p.toString())
                    .doesNotContain("Taboola", "Sponsored Links", "Read More", "Live Events", "cat wants");
        });
    }

    private Extraction read(String html) {
        return new DocumentExtractor()
                .extract(new Document(html.getBytes(UTF_8), Optional.empty(), clock.instant(), Optional.of("utf-8")));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        String base = "http://127.0.0.1:" + server.port();
        assertThat(get(base + "/").statusCode()).isEqualTo(404);
        assertThat(get(base + "/nobody/feed").statusCode()).isEqualTo(404);
        assertThat(get(base + "/wire/9999").statusCode()).isEqualTo(404);
        assertThat(get(base + "/wire/feed/more").statusCode()).isEqualTo(404);
    }

    @Test
    void anArticleIsEitherOldOrStillToCome() {
        assertThatThrownBy(() -> new Piece("e", "wire", null, null, "t", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Piece("e", "wire", 1, 1, "t", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
