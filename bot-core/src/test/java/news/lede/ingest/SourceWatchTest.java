package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import news.lede.ingest.Inbox.Carried;
import news.lede.source.PollState;
import news.lede.source.SourceEvent;
import news.lede.source.SourceEvent.Kind;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.source.Staleness;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

class SourceWatchTest {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final InMemoryStore store = new InMemoryStore();
    private final SourceId source = store.sources()
            .addIfAbsent(SourceKind.FEED, "https://a.example/feed", "A")
            .id();
    private final SourceWatch watch = new SourceWatch(
            new PollBooks(
                    store.transactor(),
                    store.sources(),
                    store.pollStates(),
                    store.inbox(),
                    store.sourceEvents(),
                    store.hostRests()),
            Staleness.DEFAULT,
            clock);

    @Test
    void aSourceThatNobodyPollsIsToldOnceAndNotForTheTimeBeforeTheStart() {
        store.pollStates().save(PollState.fresh(source, START.minus(Duration.ofDays(3))));
        clock.advance(Duration.ofHours(1));
        watch.look();
        assertThat(store.sourceEvents().latest(source)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        watch.look();
        watch.look();
        assertThat(store.sourceEvents().of(source, 9))
                .containsExactly(new SourceEvent(
                        source,
                        START.plus(Duration.ofMinutes(61)),
                        Kind.OVERDUE,
                        "should have been polled at 2026-05-01T08:00:00Z"));
    }

    @Test
    void onceADayOldMarksAreForgottenButTheNewestThousandsOfASource() {
        List<Carried> many = IntStream.range(0, 3_010)
                .mapToObj(i -> new Carried("k" + i, "f", "p"))
                .toList();
        store.inbox().receive(source, many, true, START.minus(Duration.ofDays(100)));
        store.inbox()
                .done(store.inbox().waiting(START, 4_000).stream()
                        .map(Inbox.Waiting::id)
                        .toList());
        clock.advance(Duration.ofHours(23));
        watch.look();
        assertThat(store.inbox().receive(source, many, false, clock.instant()).added())
                .isZero();
        clock.advance(Duration.ofHours(1));
        watch.look();
        assertThat(store.inbox().receive(source, many, false, clock.instant()).added())
                .isEqualTo(10);
    }
}
