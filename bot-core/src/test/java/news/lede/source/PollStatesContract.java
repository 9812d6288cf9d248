package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link PollStates} promises. */
public abstract class PollStatesContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

    private static PollState dueAt(SourceId source, Instant next) {
        return new PollState(
                source,
                Optional.of("W/\"a\""),
                Optional.of("Mon"),
                Optional.of(next),
                Optional.of(NOON.minusSeconds(9)),
                Optional.of(NOON.minusSeconds(60)),
                2,
                "500");
    }

    @Test
    void aStateComesBackAsItWasAndTheLatestReplacesTheFormer() {
        SourceId source = source("a");
        PollState stopped = new PollState(
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                "gone");
        assertThat(store.pollStates().find(source)).isEmpty();

        store.pollStates().save(dueAt(source, NOON));
        assertThat(store.pollStates().find(source)).contains(dueAt(source, NOON));

        store.pollStates().save(stopped);
        assertThat(store.pollStates().find(source)).contains(stopped);
    }

    @Test
    void whatIsDueComesLongestDueFirstAndNoMoreThanAskedFor() {
        SourceId a = source("a");
        SourceId b = source("b");
        SourceId c = source("c");
        store.pollStates().save(dueAt(a, NOON));
        store.pollStates().save(dueAt(b, NOON.minusSeconds(1)));
        store.pollStates().save(dueAt(c, NOON.plusMillis(1)));

        assertThat(store.pollStates().due(NOON, 10))
                .extracting(PollState::source)
                .containsExactly(b, a);
        assertThat(store.pollStates().due(NOON, 1))
                .extracting(PollState::source)
                .containsExactly(b);
        assertThat(store.pollStates().due(NOON.minusSeconds(2), 10)).isEmpty();
    }

    @Test
    void feedsAndPagesWithoutAStateWereNeverPolled() {
        SourceId feed = source("a");
        SourceId page = store.sources()
                .addIfAbsent(SourceKind.PAGE, "https://b.example", "b")
                .id();
        store.sources().addIfAbsent(SourceKind.FOLDER, "file:/news", "c");
        assertThat(store.pollStates().neverPolled()).containsExactly(feed, page);

        store.pollStates().save(PollState.fresh(feed, NOON));
        assertThat(store.pollStates().neverPolled()).containsExactly(page);
    }

    @Test
    void whatHasStoppedIsNeverDue() {
        SourceId source = source("a");
        PollState state = PollState.fresh(source, NOON);
        store.pollStates().save(state);
        assertThat(store.pollStates().due(NOON, 10)).containsExactly(state);

        store.pollStates()
                .save(new PollState(
                        source,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        state.lastPoll(),
                        Optional.empty(),
                        1,
                        "gone"));
        assertThat(store.pollStates().due(NOON.plusSeconds(1_000_000), 10)).isEmpty();
    }
}
