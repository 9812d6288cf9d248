package news.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.extract.DocumentExtractor;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.FetchRequest.Wanted;
import news.lede.fetch.Fetcher;
import news.lede.fetch.Validators;
import news.lede.ingest.PageReader.PageReading;
import news.lede.ingest.PageReader.PageReading.Closed;
import news.lede.ingest.PageReader.PageReading.Later;
import news.lede.ingest.PageReader.PageReading.Read;
import news.lede.ingest.PageReader.Reason;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebPagesTest {
    private static final URI PAGE = URI.create("https://courier.example/2026/ferry");
    private static final Validators TAG = new Validators(Optional.of("\"7\""), Optional.empty());
    private static final String TEXT = "<p>The ferry Alma ran aground on Monday near Port Ellery with ninety people on"
            + " board, the harbour master said, and all of them were brought ashore by noon.</p><p>Two of the crew were"
            + " taken to the hospital of Larkhaven with broken arms, its spokeswoman told the Courier.</p><p>Divers will"
            + " look at the hull on Tuesday before tugs try to pull the ship off the sand bank, where it has been lying"
            + " since the early morning. Nobody could say how it left the channel in calm weather.</p>";

    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();

    private final List<FetchRequest> asked = new ArrayList<>();
    private FetchOutcome answer = new Status(500);
    private final WebPages pages = new WebPages(
            new Fetcher() {
                @Override
                public FetchOutcome fetch(FetchRequest request) {
                    asked.add(request);
                    return answer;
                }

                @Override
                public void close() {}
            },
            EXTRACTOR::extract,
            new SettableClock("2026-05-04T12:00:00Z"));

    private static Fetched page(URI address, String head, String type) {
        String html = "<!DOCTYPE html><html lang=\"en\"><head><title>Ferry runs aground near Port Ellery</title>" + head
                + "</head><body><article><h1>Ferry runs aground near Port Ellery</h1>" + TEXT
                + "</article></body></html>";
        return new Fetched(
                address,
                Optional.empty(),
                html.getBytes(UTF_8),
                Optional.of(type),
                Optional.empty(),
                TAG,
                Optional.empty());
    }

    private PageReading read() {
        return pages.read(PAGE, Validators.NONE);
    }

    @Test
    void aGoodPageGivesItsArticleItsAddressAndItsValidators() {
        answer = page(PAGE, "", "text/html; charset=utf-8");

        Read read = (Read) read();

        assertThat(read.article().title()).isEqualTo("Ferry runs aground near Port Ellery");
        assertThat(read.article().paragraphs()).hasSize(3);
        assertThat(read.aliases()).containsExactly(PAGE);
        assertThat(read.validators()).isEqualTo(TAG);
    }

    @Test
    void itAsksForAPageWithTheValidatorsItWasGiven() {
        answer = new FetchOutcome.NotModified(TAG, Optional.empty());

        assertThat(pages.read(PAGE, TAG)).isEqualTo(new PageReading.Unchanged());
        assertThat(asked).containsExactly(new FetchRequest(PAGE, TAG).wanting(Wanted.PAGE));
    }

    @Test
    void theAddressAPageNamesItselfIsOneMoreNameOfItWithinItsSite() {
        answer = page(
                URI.create("https://m.courier.example/2026/ferry"),
                "<link rel=\"canonical\" href=\"https://www.courier.example/news/ferry-aground\">",
                "text/html");

        assertThat(((Read) read()).aliases())
                .containsExactly(
                        URI.create("https://m.courier.example/2026/ferry"),
                        URI.create("https://www.courier.example/news/ferry-aground"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void neitherAnotherSiteNorAHomePageIsAName(String canonical) {
        answer = page(PAGE, "<link rel=\"canonical\" href=\"" + canonical + "\">", "text/html");

        assertThat(((Read) read()).aliases()).containsExactly(PAGE);
    }

    static Stream<String> foreign() {
        return Stream.of(
                "https://other.example/ferry", "https://courier.example/", "https://courier.example", "javascript:1");
    }

    @Test
    void aLinkThatEndsAtAHomePageHasNoArticle() {
        answer = page(URI.create("https://courier.example/"), "", "text/html");

        assertThat(read())
                .isInstanceOfSatisfying(
                        Closed.class, c -> assertThat(c.reason()).isEqualTo(Reason.NO_ARTICLE));
    }

    @ParameterizedTest
    @MethodSource("closed")
    void whatIsNotToBeHadIsClosed(FetchOutcome outcome, Reason reason) {
        answer = outcome;

        assertThat(read())
                .isInstanceOfSatisfying(
                        Closed.class, c -> assertThat(c.reason()).isEqualTo(reason));
    }

    static Stream<Arguments> closed() {
        return Stream.of(
                Arguments.of(new Refused(Refusal.ROBOTS, PAGE), Reason.ROBOTS),
                Arguments.of(new Refused(Refusal.PRIVATE_ADDRESS, PAGE), Reason.REFUSED),
                Arguments.of(new Refused(Refusal.NOT_HTTP, PAGE), Reason.REFUSED),
                Arguments.of(new Status(401), Reason.WALL),
                Arguments.of(new Status(402), Reason.WALL),
                Arguments.of(new Status(403), Reason.WALL),
                Arguments.of(new Status(451), Reason.WALL),
                Arguments.of(new Status(406), Reason.NO_ARTICLE),
                Arguments.of(new Broken(Fault.TOO_LARGE, "10 MiB"), Reason.TOO_LARGE),
                Arguments.of(new Broken(Fault.TOO_MANY_HOPS, "6"), Reason.NO_ARTICLE),
                Arguments.of(page(PAGE, "", "application/pdf"), Reason.NO_PAGE),
                Arguments.of(page(PAGE, "", "audio/mpeg"), Reason.NO_PAGE),
                Arguments.of(bytes("%PDF-1.7 and so on"), Reason.NO_PAGE),
                Arguments.of(bytes(""), Reason.NO_ARTICLE),
                Arguments.of(bytes("<html><body><p>Hello.</p></body></html>"), Reason.NO_ARTICLE),
                Arguments.of(
                        bytes(
                                "<html><head><title>Ferry</title></head><body><h1>Ferry</h1><p>Subscribe to continue reading."
                                        + " Already a subscriber? Log in to read the full story now.</p></body></html>"),
                        Reason.WALL));
    }

    private static Fetched bytes(String body) {
        return new Fetched(
                PAGE,
                Optional.empty(),
                body.getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                TAG,
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("temporary")
    void whatMayPassIsForLater(FetchOutcome outcome, Optional<Duration> after) {
        answer = outcome;

        assertThat(read())
                .isInstanceOfSatisfying(
                        Later.class, later -> assertThat(later.after()).isEqualTo(after));
    }

    static Stream<Arguments> temporary() {
        return Stream.of(
                Arguments.of(
                        new Throttled(429, Optional.of(Duration.ofMinutes(9))), Optional.of(Duration.ofMinutes(9))),
                Arguments.of(new Status(500), Optional.empty()),
                Arguments.of(new Status(503), Optional.empty()),
                Arguments.of(new Status(408), Optional.empty()),
                Arguments.of(new Broken(Fault.TIMEOUT, "30 s"), Optional.empty()),
                Arguments.of(new Broken(Fault.UNKNOWN_HOST, "courier.example"), Optional.empty()),
                Arguments.of(new Broken(Fault.TLS, "expired"), Optional.empty()));
    }

    @Test
    void whatWasTakenAwayIsGone() {
        answer = new Status(404);
        assertThat(read()).isEqualTo(new PageReading.Gone(404));
        answer = new FetchOutcome.Gone();
        assertThat(read()).isEqualTo(new PageReading.Gone(410));
    }
}
