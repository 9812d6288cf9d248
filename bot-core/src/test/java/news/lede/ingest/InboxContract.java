package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import news.lede.ingest.Inbox.Carried;
import news.lede.ingest.Inbox.Received;
import news.lede.ingest.Inbox.Waiting;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link Inbox} promises. */
public abstract class InboxContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

    private static Carried carried(String key, String text) {
        return new Carried(key, "print of " + text, text);
    }

    private Received receive(SourceId source, Instant now, Carried... carried) {
        return store.inbox().receive(source, Arrays.asList(carried), false, now);
    }

    private List<String> waiting(Instant now) {
        return store.inbox().waiting(now, 100).stream().map(Waiting::payload).toList();
    }

    private long idOf(String payload) {
        return store.inbox().waiting(NOON.plusSeconds(99_999), 100).stream()
                .filter(w -> w.payload().equals(payload))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void whatIsNewWaitsInTheOrderInWhichItCame() {
        SourceId a = source("a");
        SourceId b = source("b");
        assertThat(receive(a, NOON, carried("2", "two"), carried("1", "one"))).isEqualTo(new Received(2, 0));
        assertThat(store.inbox().receive(b, List.of(carried("1", "other")), true, NOON))
                .isEqualTo(new Received(1, 0));
        assertThat(receive(a, NOON.minusSeconds(1), carried("0", "earlier"))).isEqualTo(new Received(1, 0));

        assertThat(waiting(NOON)).containsExactly("other", "earlier", "two", "one");
        assertThat(waiting(NOON.minusMillis(1))).containsExactly("earlier");
        assertThat(store.inbox().waiting(NOON, 2)).extracting(Waiting::payload).containsExactly("other", "earlier");
        assertThat(store.inbox().backlog()).isEqualTo(4);
        Waiting two = store.inbox().waiting(NOON, 100).get(2);
        assertThat(two).isEqualTo(new Waiting(two.id(), a, "two", NOON, false, false, 0));
        assertThat(store.inbox().waiting(NOON, 100).getFirst().firstContact()).isTrue();
    }

    @Test
    void sourcesTakeTurnsSoThatAFloodHoldsUpNobody() {
        SourceId flood = source("flood");
        SourceId brook = source("brook");
        receive(
                flood,
                NOON,
                IntStream.range(0, 50).mapToObj(i -> carried("k" + i, "f" + i)).toArray(Carried[]::new));
        receive(brook, NOON.plusSeconds(1), carried("1", "b0"), carried("2", "b1"));

        assertThat(store.inbox().waiting(NOON.plusSeconds(1), 5))
                .extracting(Waiting::payload)
                .containsExactly("f0", "b0", "f1", "b1", "f2");
        assertThat(waiting(NOON)).hasSize(50);
    }

    @Test
    void whateverPublishersCallThingsTheyAreKnownAgain() {
        SourceId source = source("a");
        assertThat(receive(source, NOON, carried(longName(1), "one"), carried(longName(2), "two")))
                .isEqualTo(new Received(2, 0));

        assertThat(receive(source, NOON, carried(longName(1), "one"), carried(longName(2), "other")))
                .isEqualTo(new Received(0, 1));
        assertThat(waiting(NOON)).containsExactly("one", "other");
    }

    @Test
    void whatIsKnownIsLeftAloneAlsoAfterItWasDealtWith() {
        SourceId source = source("a");
        receive(source, NOON, carried("1", "one"));
        assertThat(receive(source, NOON.plusSeconds(1), carried("1", "one"))).isEqualTo(new Received(0, 0));
        store.inbox().done(List.of(idOf("one")));
        assertThat(store.inbox().backlog()).isZero();
        assertThat(receive(source, NOON.plusSeconds(2), carried("1", "one"))).isEqualTo(new Received(0, 0));
        assertThat(waiting(NOON.plusSeconds(9))).isEmpty();
    }

    @Test
    void anEditOfWhatWasDealtWithWaitsAsChanged() {
        SourceId source = source("a");
        receive(source, NOON, carried("1", "one"));
        long id = idOf("one");
        store.inbox().done(List.of(id));

        assertThat(receive(source, NOON.plusSeconds(5), carried("1", "one, corrected")))
                .isEqualTo(new Received(0, 1));
        assertThat(waiting(NOON)).isEmpty();
        assertThat(store.inbox().waiting(NOON.plusSeconds(5), 9))
                .containsExactly(new Waiting(id, source, "one, corrected", NOON, false, true, 0));

        store.inbox().done(List.of(id));
        receive(source, NOON.plusSeconds(6), carried("1", "one, again"));
        assertThat(store.inbox().waiting(NOON.plusSeconds(6), 9))
                .extracting(Waiting::changed)
                .containsExactly(true);
    }

    @Test
    void anEditOfWhatStillWaitsTakesItsPlaceAndIsNoChange() {
        SourceId source = source("a");
        receive(source, NOON, carried("1", "one"), carried("2", "two"));
        store.inbox().postpone(idOf("one"), NOON.plusSeconds(60));
        assertThat(receive(source, NOON.plusSeconds(5), carried("1", "one, corrected")))
                .isEqualTo(new Received(0, 1));

        assertThat(waiting(NOON.plusSeconds(5))).containsExactly("two");
        Waiting edited = store.inbox().waiting(NOON.plusSeconds(60), 9).getLast();
        assertThat(edited).isEqualTo(new Waiting(edited.id(), source, "one, corrected", NOON, false, false, 0));
    }

    @Test
    void ofSeveralWithOneKeyTheFirstCounts() {
        SourceId source = source("a");
        assertThat(receive(source, NOON, carried("1", "first"), carried("1", "second")))
                .isEqualTo(new Received(1, 0));
        assertThat(waiting(NOON)).containsExactly("first");
        assertThat(receive(source, NOON, carried("1", "first"), carried("1", "second")))
                .isEqualTo(new Received(0, 0));
        assertThat(receive(source, NOON)).isEqualTo(new Received(0, 0));
    }

    @Test
    void whatIsPutOffComesLaterAndCountsItsAttempts() {
        SourceId source = source("a");
        receive(source, NOON, carried("1", "one"), carried("2", "two"));
        long id = idOf("one");
        store.inbox().postpone(id, NOON.plusSeconds(60));
        store.inbox().postpone(id, NOON.plusSeconds(120));
        assertThat(waiting(NOON.plusSeconds(119))).containsExactly("two");
        assertThat(store.inbox().waiting(NOON.plusSeconds(120), 9))
                .extracting(Waiting::payload, Waiting::attempts)
                .containsExactly(tuple("two", 0), tuple("one", 2));
        assertThat(store.inbox().backlog()).isEqualTo(2);

        store.inbox().done(List.of(id));
        store.inbox().postpone(id, NOON);
        assertThat(waiting(NOON.plusSeconds(200))).containsExactly("two");
    }

    @Test
    void whatWasUndoneWasNeverReceived() {
        SourceId source = source("a");
        assertThatThrownBy(() -> store.transactor().inTransaction(() -> {
                    receive(source, NOON, carried("1", "one"));
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(store.inbox().backlog()).isZero();
        assertThat(receive(source, NOON, carried("1", "one"))).isEqualTo(new Received(1, 0));
    }

    @Test
    void oldKeysAreForgottenButNeverWhatWaitsNorTheNewestOfASource() {
        SourceId a = source("a");
        SourceId b = source("b");
        IntStream.range(0, 6).forEach(i -> receive(a, NOON.plusSeconds(i), carried("k" + i, "a" + i)));
        receive(b, NOON, carried("k", "b"));
        List<Long> all = store.inbox().waiting(NOON.plusSeconds(9), 100).stream()
                .filter(w -> !w.payload().equals("a1"))
                .map(Waiting::id)
                .toList();
        store.inbox().done(all);

        // Of a: 0 goes; 1 waits; 2 is not old enough; 3 to 5 are the newest. Of b: its only one stays.
        assertThat(store.inbox().prune(NOON.plusSeconds(2), 3)).isEqualTo(1);
        assertThat(receive(a, NOON.plusSeconds(9), carried("k0", "a0"))).isEqualTo(new Received(1, 0));
        assertThat(receive(a, NOON.plusSeconds(9), carried("k1", "a1"), carried("k2", "a2"), carried("k5", "a5")))
                .isEqualTo(new Received(0, 0));
        assertThat(receive(b, NOON.plusSeconds(9), carried("k", "b"))).isEqualTo(new Received(0, 0));
    }
}
