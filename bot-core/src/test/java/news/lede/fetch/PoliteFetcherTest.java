package news.lede.fetch;

import static news.lede.fetch.FakeFetcher.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

class PoliteFetcherTest {
    private static final URI FEED = URI.create("https://a.example/feed");

    private final SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
    private final HostGate gate = new HostGate(new Politeness(1, Duration.ZERO), clock);
    private final FakeFetcher inner = new FakeFetcher();
    private final List<URI> checked = new ArrayList<>();
    private final PoliteFetcher fetcher = new PoliteFetcher(
            inner,
            gate,
            next -> {
                checked.add(next);
                return next.getPath().contains("closed")
                        ? Optional.of(new Refused(Refusal.ROBOTS, next))
                        : Optional.empty();
            },
            clock);

    private boolean isFree(String host) throws InterruptedException {
        Optional<HostGate.Pass> pass = gate.enter(host, Duration.ZERO);
        pass.ifPresent(HostGate.Pass::close);
        return pass.isPresent();
    }

    @Test
    void theHostIsEnteredForTheTimeOfTheRequest() throws InterruptedException {
        List<Boolean> free = new ArrayList<>();
        inner.answer("https://a.example/feed", _ -> {
            try {
                free.add(isFree("a.example"));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return page("");
        });
        assertThat(fetcher.fetch(FetchRequest.of(FEED))).isInstanceOf(Fetched.class);
        assertThat(free).containsExactly(false);
        assertThat(isFree("a.example")).isTrue();
    }

    @Test
    void aRedirectGivesTheOldHostFreeAndEntersTheNew() throws InterruptedException {
        List<Boolean> free = new ArrayList<>();
        inner.redirect("https://a.example/feed", "https://a.example/other")
                .redirect("https://a.example/other", "https://b.example/feed")
                .answer("https://b.example/feed", _ -> {
                    try {
                        free.add(isFree("a.example"));
                        free.add(isFree("b.example"));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return page("");
                });
        assertThat(fetcher.fetch(FetchRequest.of(FEED))).isInstanceOf(Fetched.class);
        assertThat(free).containsExactly(true, false);
        assertThat(isFree("b.example")).isTrue();
    }

    @Test
    void theHostThatAskedForRestRestsAndIsNotAskedMeanwhile() {
        inner.redirect("https://a.example/feed", "https://b.example/feed")
                .answer("https://b.example/feed", new Throttled(429, Optional.of(Duration.ofMinutes(5))));
        fetcher.fetch(FetchRequest.of(FEED));
        assertThat(gate.restingUntil("a.example")).isEmpty();
        assertThat(gate.restingUntil("b.example")).contains(clock.instant().plusSeconds(300));

        clock.advance(Duration.ofMinutes(1));
        assertThat(fetcher.fetch(FetchRequest.of(URI.create("https://b.example/x"))))
                .isEqualTo(new Throttled(429, Optional.of(Duration.ofMinutes(4))));
        assertThat(inner.asked()).doesNotContain("https://b.example/x");
        assertThat(fetcher.fetch(FetchRequest.of(FEED)))
                .isEqualTo(new Throttled(429, Optional.of(Duration.ofMinutes(4))));
        assertThat(inner.asked().stream().filter("https://b.example/feed"::equals))
                .hasSize(1);
    }

    @Test
    void pagesAreCheckedAtEveryHop() {
        inner.redirect("https://a.example/open", "https://b.example/closed")
                .answer("https://b.example/closed", page("secret"));
        URI closed = URI.create("https://b.example/closed");
        assertThat(fetcher.fetch(FetchRequest.page(URI.create("https://a.example/open"))))
                .isEqualTo(new Refused(Refusal.ROBOTS, closed));
        assertThat(checked).containsExactly(URI.create("https://a.example/open"), closed);
        assertThat(fetcher.fetch(FetchRequest.page(closed))).isEqualTo(new Refused(Refusal.ROBOTS, closed));
        assertThat(inner.asked()).containsExactly("https://a.example/open");
    }

    @Test
    void feedsAreNot() {
        inner.answer("https://a.example/closed", page("<rss/>"));
        assertThat(fetcher.fetch(FetchRequest.of(URI.create("https://a.example/closed"))))
                .isInstanceOf(Fetched.class);
        assertThat(checked).isEmpty();
    }

    @Test
    void whoeverElseHasASayIsHeardFirst() {
        inner.redirect("https://a.example/feed", "https://b.example/feed");
        FetchOutcome no = new Throttled(503, Optional.empty());
        assertThat(fetcher.fetch(
                        FetchRequest.of(FEED),
                        next -> Optional.of(no).filter(_ -> next.getHost().equals("b.example"))))
                .isEqualTo(no);
    }
}
