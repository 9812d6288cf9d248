package news.lede.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.hub.Carrier;
import news.lede.lease.Lease;
import news.lede.source.PollSchedule;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

/** What a hub brings to one of several processes. */
class SharedCarrierTest {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration FLOOR = Duration.ofMinutes(15);
    private static final URI TOPIC = URI.create("https://paper.example/feed");

    private final SettableClock clock = new SettableClock(START);
    private final InMemoryStore store = new InMemoryStore();
    private final SharedCarrier carrier = new SharedCarrier(store, PollSchedule.over(FLOOR), clock);
    private final SourceId source = store.sources()
            .addIfAbsent(SourceKind.FEED, TOPIC.toString(), "Paper")
            .id();
    private final List<String> brought = new ArrayList<>();

    /** Takes in news in this process. */
    private final class Taking implements Carrier {
        @Override
        public boolean bring(SourceId of, URI topic, byte[] body, Optional<String> charset)
                throws InterruptedException {
            String text = new String(body, UTF_8);
            if (text.equals("stop")) {
                throw new InterruptedException("stopped");
            }
            store.transactor().inTransaction(() -> brought.add(text));
            return text.startsWith("<rss");
        }

        @Override
        public Optional<Instant> pollSoon(SourceId of) {
            return Optional.of(Instant.EPOCH);
        }
    }

    private Lease lease() {
        return store.leases().take("news", "us", Duration.ofHours(1)).orElseThrow();
    }

    private boolean bring(String body) throws InterruptedException {
        return carrier.bring(source, TOPIC, body.getBytes(UTF_8), Optional.empty());
    }

    @Test
    void whereAnotherProcessTakesInNewsItIsAHint_andTheFloorHolds() throws InterruptedException {
        store.pollStates().admit(START);
        store.pollStates().begin(List.of(source), START, START.plus(Duration.ofDays(1)));
        clock.set(START.plus(Duration.ofMinutes(5)));

        assertThat(bring("<rss>")).isFalse();
        assertThat(carrier.pollSoon(source))
                .hasValueSatisfying(
                        due -> assertThat(due).isAfterOrEqualTo(clock.instant()).isBeforeOrEqualTo(START.plus(FLOOR)));
        assertThat(store.pollStates().due(START.plus(FLOOR), 10)).hasSize(1);
    }

    @Test
    void whatIsNotPolledIsNotPolledSoon() {
        assertThat(carrier.pollSoon(source)).isEmpty();
    }

    @Test
    void whereWeTakeInNewsItIsTakenInAsItIs() throws InterruptedException {
        carrier.carryBy(new Taking(), lease());

        assertThat(bring("<rss>")).isTrue();
        assertThat(bring("no feed")).isFalse();
        assertThat(brought).containsExactly("<rss>", "no feed");
        assertThat(carrier.pollSoon(source)).contains(Instant.EPOCH);
    }

    @Test
    void whoeverTakesInNewsNoMoreTakesHintsAgain() throws InterruptedException {
        carrier.carryBy(new Taking(), lease());
        carrier.carryNoMore();

        assertThat(bring("<rss>")).isFalse();
        assertThat(brought).isEmpty();
    }

    @Test
    void whoeverIsStoppedMeanwhileSaysSo() {
        carrier.carryBy(new Taking(), lease());

        assertThatThrownBy(() -> bring("stop")).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
