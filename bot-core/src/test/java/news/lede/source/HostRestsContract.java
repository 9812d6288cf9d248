package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link HostRests} promises. */
public abstract class HostRestsContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

    @Test
    void theLaterOfTwoWishesHoldsWhicheverCameFirst() {
        store.hostRests().rest("a.example", NOON.plusSeconds(60));
        store.hostRests().rest("a.example", NOON.plusSeconds(30));
        store.hostRests().rest("b.example", NOON.plusSeconds(30));
        store.hostRests().rest("b.example", NOON.plusSeconds(60));
        assertThat(store.hostRests().resting(NOON))
                .isEqualTo(Map.of("a.example", NOON.plusSeconds(60), "b.example", NOON.plusSeconds(60)));
    }

    @Test
    void whoRestsNoLongerIsForgotten() {
        store.hostRests().rest("a.example", NOON);
        store.hostRests().rest("b.example", NOON.plusMillis(1));
        assertThat(store.hostRests().resting(NOON)).containsOnlyKeys("b.example");
        assertThat(store.hostRests().resting(NOON.minusSeconds(9))).containsOnlyKeys("b.example");
    }
}
