package news.lede.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostGateTest {
    private static final Duration NO_PATIENCE = Duration.ZERO;

    private final SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
    private final HostGate gate = new HostGate(new Politeness(2, Duration.ZERO), clock);

    @ParameterizedTest
    @CsvSource({
        "http://News.Example.org/feed, news.example.org",
        "https://news.example.org./feed?x=1, news.example.org",
        "https://news.example.org:443/, news.example.org",
        "http://news.example.org:8080/, news.example.org:8080",
        "http://[2001:DB8::1]:81/, [2001:db8::1]:81",
        "http://under_score.example.org/, under_score.example.org"
    })
    void aHostIsNamedWithoutWhatDoesNotTellItApart(URI address, String name) {
        assertThat(HostGate.hostOf(address)).isEqualTo(name);
    }

    @Test
    void aThirdRequestWaitsForOneOfTheFirstTwo() throws InterruptedException {
        HostGate.Pass first = gate.enter("a.example");
        gate.enter("a.example");
        assertThat(gate.enter("a.example", NO_PATIENCE)).isEmpty();
        first.close();
        assertThat(gate.enter("a.example", NO_PATIENCE)).isPresent();
    }

    @Test
    void oneHostDoesNotHoldUpAnother() throws InterruptedException {
        gate.enter("a.example");
        gate.enter("a.example");
        assertThat(gate.enter("b.example", NO_PATIENCE)).isPresent();
    }

    @Test
    void closingAPassTwiceLetsOnlyOneIn() throws InterruptedException {
        HostGate.Pass first = gate.enter("a.example");
        gate.enter("a.example");
        first.close();
        first.close();
        assertThat(gate.enter("a.example", NO_PATIENCE)).isPresent();
        assertThat(gate.enter("a.example", NO_PATIENCE)).isEmpty();
    }

    @Test
    void startsAreAGapApartEvenWhenTheRequestsAreShort() throws InterruptedException {
        Duration gap = Duration.ofMillis(30);
        HostGate slow = new HostGate(new Politeness(2, gap), clock);
        long began = System.nanoTime();
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            try (HostGate.Pass pass = slow.enter("a.example")) {
                assertThat(pass).isNotNull();
                starts.add(System.nanoTime() - began);
            }
        }
        for (int i = 1; i < 4; i++) {
            assertThat(starts.get(i)).isGreaterThanOrEqualTo(gap.toNanos() * i);
        }
    }

    @Test
    void whoHasNoTimeForTheGapTakesNothing() throws InterruptedException {
        HostGate slow = new HostGate(new Politeness(1, Duration.ofHours(1)), clock);
        slow.enter("a.example").close();
        assertThat(slow.enter("a.example", Duration.ofMillis(5))).isEmpty();
        assertThat(slow.enter("a.example", Duration.ofMillis(5))).isEmpty();
        assertThat(slow.enter("b.example", Duration.ofMillis(5))).isPresent();
    }

    @Test
    void manyAtOnceNeverExceedTheLimitAndAllGetThrough() throws InterruptedException, ExecutionException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                all.add(threads.submit(() -> {
                    try (HostGate.Pass pass = gate.enter("a.example")) {
                        assertThat(pass).isNotNull();
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void hostsThatAreIdleAreForgotten() throws InterruptedException {
        for (int i = 0; i < 5_000; i++) {
            gate.enter("host-" + i + ".example").close();
        }
        assertThat(gate.size()).isLessThan(300);
    }

    @Nested
    class GivenAServerThatTheOperatorNamed {
        private final HostGate own = new HostGate(
                new Politeness(1, Duration.ofHours(1)),
                new AddressRules(List.of(AllowedAddress.parse("127.0.0.1:9000"), AllowedAddress.parse("127.0.0.0/8"))),
                clock);

        @Test
        void itMayBeAskedAsFastAsItAnswers() throws InterruptedException {
            for (int i = 0; i < 10; i++) {
                assertThat(own.enter("127.0.0.1:9000", NO_PATIENCE)).isPresent();
            }
        }

        @Test
        void onePageOfItThatWantsRestDoesNotSpeakForTheOthers() {
            own.rest("127.0.0.1:9000", clock.instant().plusSeconds(60));
            assertThat(own.restingUntil("127.0.0.1:9000")).isEmpty();
        }

        @Test
        void othersInTheSameNetworkAreTreatedAsAnyHost() throws InterruptedException {
            own.enter("127.0.0.1:9001").close();
            assertThat(own.enter("127.0.0.1:9001", NO_PATIENCE)).isEmpty();
        }
    }

    @Nested
    class GivenAHostThatWantsRest {
        @Test
        void itRestsUntilThen() {
            Instant until = clock.instant().plusSeconds(60);
            gate.rest("a.example", until);
            assertThat(gate.restingUntil("a.example")).contains(until);
            assertThat(gate.restingUntil("b.example")).isEmpty();
            clock.set(until);
            assertThat(gate.restingUntil("a.example")).isEmpty();
            assertThat(gate.resting()).isEmpty();
        }

        @Test
        void aShorterWishDoesNotShortenALongerOne() {
            Instant until = clock.instant().plusSeconds(60);
            gate.rest("a.example", until);
            gate.rest("a.example", until.minusSeconds(30));
            assertThat(gate.restingUntil("a.example")).contains(until);
        }

        @Test
        void whatIsKeptIsTakenUpAgain() {
            Instant until = clock.instant().plusSeconds(60);
            gate.rest("a.example", until);
            HostGate restarted = new HostGate(Politeness.DEFAULT, clock);
            restarted.restore(gate.resting());
            assertThat(restarted.resting()).isEqualTo(Map.of("a.example", until));
            assertThat(restarted.restingUntil("a.example")).isEqualTo(Optional.of(until));
        }
    }
}
