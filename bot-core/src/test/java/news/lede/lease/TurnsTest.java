package news.lede.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration REST = Duration.ofSeconds(5);
    private final InMemoryLeases leases = new InMemoryLeases();
    private final Turns one = new Turns(leases, "identify", "one", REST);
    private final Turns two = new Turns(leases, "identify", "two", REST);

    @Test
    void aTurnIsOneProcessesUntilItHasEndedAndRested() {
        Turns.Turn turn = one.take(0).orElseThrow();
        leases.pass(Duration.ofSeconds(2));
        turn.end();
        leases.pass(REST.minusMillis(1));
        assertThat(two.take(0)).isEmpty();
        assertThat(one.take(0)).isEmpty();

        leases.pass(Duration.ofMillis(1));
        assertThat(two.take(0)).isPresent();
    }

    @Test
    void lanesDoNotMindEachOther() {
        assertThat(one.take(0)).isPresent();
        assertThat(two.take(1)).isPresent();
    }

    @Test
    void whatTakesLongIsKept() {
        Turns.Turn turn = one.take(0).orElseThrow();
        for (int i = 0; i < 10; i++) {
            leases.pass(Tenure.BETWEEN_RENEWALS);
            assertThat(turn.keep()).isTrue();
        }
        assertThat(two.take(0)).isEmpty();
    }

    @Test
    void whoeverDiesInItsTurnIsWaitedForAWhile() {
        Turns.Turn turn = one.take(0).orElseThrow();
        leases.pass(Tenure.SPAN.minusMillis(1));
        assertThat(two.take(0)).isEmpty();
        leases.pass(Duration.ofMillis(1));

        assertThat(two.take(0)).isPresent();
        assertThat(turn.keep()).isFalse();
    }

    @Test
    void whoEndsATurnThatWasLostDoesNotShortenAnothers() {
        Turns.Turn lost = one.take(0).orElseThrow();
        leases.pass(Tenure.SPAN);
        Turns.Turn theirs = two.take(0).orElseThrow();
        lost.end();
        leases.pass(REST.plusSeconds(1));

        assertThat(theirs.keep()).isTrue();
        assertThat(one.take(0)).isEmpty();
    }
}
