package news.lede.fetch;

import static news.lede.fetch.FakeFetcher.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RobotsTest {
    private static final String FILE = "https://news.example.org/robots.txt";
    private static final URI PAGE = URI.create("https://news.example.org/a");

    private final SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
    private final FakeFetcher fetcher = new FakeFetcher();
    private final Robots robots = new Robots(fetcher, "Lede/1.0 (+https://lede.example)", clock);

    @Test
    void aPageThatTheFileForbidsIsRefusedByName() {
        fetcher.answer(FILE, page("User-agent: Lede\nDisallow: /a\n"));
        assertThat(robots.objection(PAGE)).contains(new Refused(Refusal.ROBOTS, PAGE));
        assertThat(robots.allowed(PAGE.resolve("/b"))).isTrue();
    }

    @Test
    void theFileIsAskedForOnceADay() {
        fetcher.answer(FILE, page("User-agent: *\nDisallow: /a\n"));
        robots.allowed(PAGE);
        clock.advance(Robots.GOOD_FOR.minusSeconds(1));
        robots.allowed(PAGE);
        assertThat(fetcher.asked()).containsExactly(FILE);
        clock.advance(Duration.ofSeconds(1));
        fetcher.answer(FILE, page(""));
        assertThat(robots.allowed(PAGE)).isTrue();
        assertThat(fetcher.asked()).hasSize(2);
    }

    @Test
    void eachServerSpeaksForItself() {
        fetcher.answer(FILE, page("User-agent: *\nDisallow: /\n"));
        assertThat(robots.allowed(PAGE)).isFalse();
        assertThat(robots.allowed(URI.create("https://NEWS.example.org/x"))).isFalse();
        assertThat(robots.allowed(URI.create("http://news.example.org/a"))).isTrue();
        assertThat(robots.allowed(URI.create("https://news.example.org:8443/a")))
                .isTrue();
        assertThat(fetcher.asked())
                .containsExactly(
                        FILE, "http://news.example.org/robots.txt", "https://news.example.org:8443/robots.txt");
    }

    static Stream<FetchOutcome> none() {
        return Stream.of(
                new Status(400), new Status(403), new Status(404), new Gone(), new Broken(Fault.TOO_MANY_HOPS, ""));
    }

    @ParameterizedTest
    @MethodSource("none")
    void aServerWithoutOneForbidsNothing(FetchOutcome outcome) {
        fetcher.answer(FILE, outcome);
        assertThat(robots.allowed(PAGE)).isTrue();
        clock.advance(Robots.RETRY_AFTER);
        robots.allowed(PAGE);
        assertThat(fetcher.asked()).hasSize(1);
    }

    static Stream<FetchOutcome> unknown() {
        return Stream.of(
                new Status(500),
                new Throttled(503, Optional.empty()),
                new Throttled(429, Optional.empty()),
                new Broken(Fault.CONNECT, ""),
                new Broken(Fault.UNKNOWN_HOST, ""),
                new Broken(Fault.TIMEOUT, ""),
                new Refused(Refusal.PRIVATE_ADDRESS, PAGE));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void aServerThatCannotSayForbidsEverythingForAWhileAndTheReasonIsTold(FetchOutcome outcome) {
        fetcher.answer(FILE, outcome);
        assertThat(robots.objection(PAGE)).contains(outcome);
        robots.allowed(PAGE);
        assertThat(fetcher.asked()).hasSize(1);
        clock.advance(Robots.RETRY_AFTER);
        fetcher.answer(FILE, page(""));
        assertThat(robots.allowed(PAGE)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void whatItSaidBeforeStandsInForAWeek(FetchOutcome outcome) {
        fetcher.answer(FILE, page("User-agent: *\nDisallow: /b\n"));
        assertThat(robots.allowed(PAGE)).isTrue();
        fetcher.answer(FILE, outcome);
        clock.advance(Robots.STAND_IN.minusSeconds(1));
        assertThat(robots.allowed(PAGE)).isTrue();
        assertThat(robots.allowed(PAGE.resolve("/b"))).isFalse();
        clock.advance(Robots.RETRY_AFTER);
        assertThat(robots.allowed(PAGE)).isFalse();
    }
}
