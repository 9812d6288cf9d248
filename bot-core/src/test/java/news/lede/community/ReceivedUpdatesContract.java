package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import news.lede.community.ReceivedUpdates.Received;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link ReceivedUpdates} promises. */
public abstract class ReceivedUpdatesContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");
    private static final String HERE = "telegram";

    private static Received update(long number) {
        return new Received(number, "{\"said\":\"" + number + " – 🚢\"}", NOON);
    }

    private void keep(long... numbers) {
        store.receivedUpdates()
                .keep(
                        HERE,
                        LongStream.of(numbers)
                                .mapToObj(ReceivedUpdatesContract::update)
                                .toList(),
                        NOON);
    }

    private List<Long> waiting() {
        return store.receivedUpdates().waiting(HERE).stream()
                .map(Received::number)
                .toList();
    }

    @Test
    void withoutUpdatesNothingWaits() {
        assertThat(waiting()).isEmpty();
        assertThat(store.receivedUpdates().latest(HERE)).isEmpty();
    }

    @Test
    void whatIsKeptWaitsAsItCameInTheOrderOfTheNumbers() {
        keep(4_000_000_000_007L, 5, 6);

        assertThat(store.receivedUpdates().waiting(HERE))
                .containsExactly(update(5), update(6), update(4_000_000_000_007L));
        assertThat(store.receivedUpdates().latest(HERE)).hasValue(4_000_000_000_007L);
    }

    @Test
    void whatIsKnownStaysAsItIs() {
        keep(5);
        store.receivedUpdates().keep(HERE, List.of(new Received(5, "{}", NOON.plusSeconds(9)), update(6)), NOON);

        assertThat(store.receivedUpdates().waiting(HERE)).containsExactly(update(5), update(6));
    }

    @Test
    void whatIsUnderWayIsLeftOut() {
        keep(5, 6, 7, 8);
        store.receivedUpdates().answered(HERE, List.of(8L, 6L));

        assertThat(store.receivedUpdates().waiting(HERE, Set.of(7L, 9L))).containsExactly(update(5));
        assertThat(store.receivedUpdates().waiting(HERE, Set.of())).containsExactly(update(5), update(7));
        assertThat(store.receivedUpdates().waiting(HERE, Set.of(5L, 7L))).isEmpty();
    }

    @Test
    void whatIsAnsweredIsGone() {
        keep(5, 6, 7);

        store.receivedUpdates().answered(HERE, List.of(5L, 6L));

        assertThat(waiting()).containsExactly(7L);
    }

    @Test
    void ofTheLatestTheNumberAloneIsRemembered() {
        keep(5, 6);
        store.receivedUpdates().answered(HERE, List.of(6L, 5L));

        assertThat(waiting()).isEmpty();
        assertThat(store.receivedUpdates().latest(HERE)).hasValue(6);
        keep(6);
        assertThat(waiting()).isEmpty();
        keep(7);
        store.receivedUpdates().answered(HERE, List.of(7L));
        assertThat(store.receivedUpdates().latest(HERE)).hasValue(7);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void theBareNumberIsForgottenOnceAnotherIsKept() {
        keep(5);
        store.receivedUpdates().answered(HERE, List.of(5L));
        keep(6);
        keep(5);

        assertThat(waiting()).containsExactly(5L, 6L);
    }

    @Test
    void answersToWhatIsNotKeptChangeNothing() {
        store.receivedUpdates().answered(HERE, List.of(5L));
        keep(6);
        store.receivedUpdates().answered(HERE, List.of(5L, 7L));
        store.receivedUpdates().answered(HERE, List.of());

        assertThat(waiting()).containsExactly(6L);
    }

    @Test
    void platformsNumberTheirUpdatesApart() {
        keep(5);
        store.receivedUpdates().keep("elsewhere", List.of(update(5), update(9)), NOON);
        store.receivedUpdates().answered("elsewhere", List.of(5L));

        assertThat(waiting()).containsExactly(5L);
        assertThat(store.receivedUpdates().latest(HERE)).hasValue(5);
    }

    @Test
    void nothingIsKeptLongerThanADay() {
        keep(5);
        store.receivedUpdates().keep("elsewhere", List.of(update(8)), NOON);
        Instant tomorrow = NOON.plus(ReceivedUpdates.KEPT);
        store.receivedUpdates().keep(HERE, List.of(new Received(6, "{}", tomorrow)), tomorrow);
        assertThat(waiting()).containsExactly(5L, 6L);

        store.receivedUpdates().keep(HERE, List.of(), tomorrow.plusMillis(1));

        assertThat(waiting()).containsExactly(6L);
        assertThat(store.receivedUpdates().waiting("elsewhere")).isEmpty();
    }
}
