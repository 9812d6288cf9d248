package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.lede.source.SourceEvent.Kind;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link SourceEvents} promises. */
public abstract class SourceEventsContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

    @Test
    void whatIsToldOnceIsNotToldAgainUntilSomethingElseHappened() {
        SourceId source = source("a");
        SourceEvent dead = new SourceEvent(source, NOON, Kind.DEAD, "404 for weeks");
        SourceEvent back = new SourceEvent(source, NOON.plusSeconds(1), Kind.BACK, "answers again");
        SourceEvent deadAgain = new SourceEvent(source, NOON.plusSeconds(2), Kind.DEAD, "no such host");

        assertThat(store.sourceEvents().latest(source)).isEmpty();
        assertThat(store.sourceEvents().record(dead)).isTrue();
        assertThat(store.sourceEvents().record(new SourceEvent(source, NOON.plusSeconds(9), Kind.DEAD, "still")))
                .isFalse();
        assertThat(store.sourceEvents().latest(source)).contains(dead);
        assertThat(store.sourceEvents().record(back)).isTrue();
        assertThat(store.sourceEvents().record(deadAgain)).isTrue();

        assertThat(store.sourceEvents().of(source, 10)).containsExactly(deadAgain, back, dead);
        assertThat(store.sourceEvents().of(source, 2)).containsExactly(deadAgain, back);
    }

    @Test
    void eachSourceHasItsOwn() {
        SourceId a = source("a");
        SourceId b = source("b");
        store.sourceEvents().record(new SourceEvent(a, NOON, Kind.SHUT, "403"));
        assertThat(store.sourceEvents().record(new SourceEvent(b, NOON, Kind.SHUT, "401")))
                .isTrue();
        assertThat(store.sourceEvents().of(a, 10))
                .extracting(SourceEvent::detail)
                .containsExactly("403");
        assertThat(store.sourceEvents().latest(b)).map(SourceEvent::detail).contains("401");
    }
}
