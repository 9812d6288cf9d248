package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import news.lede.community.ConversationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-05-04T21:59:59Z, 2026-05-03T22:00:00Z, 2026-05-04T22:00:00Z",
        "Europe/Berlin, 2026-05-04T22:00:00Z, 2026-05-04T22:00:00Z, 2026-05-05T22:00:00Z",
        // 23 and 25 hours.
        "Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "Europe/Berlin, 2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "Asia/Kolkata, 2026-05-04T18:29:59Z, 2026-05-03T18:30:00Z, 2026-05-04T18:30:00Z",
        // Clocks there skip midnight itself.
        "Africa/Cairo, 2026-04-24T12:00:00Z, 2026-04-23T22:00:00Z, 2026-04-24T21:00:00Z"
    })
    void anInstantBelongsToALocalDay(String zone, Instant instant, Instant from, Instant until) {
        assertThat(Budget.dayOf(instant, ZoneId.of(zone))).isEqualTo(new Budget.Day(from, until));
    }

    @Test
    void whoChoosesNothingAcceptsOneAnHour() {
        assertThat(Budget.of(OptionalInt.empty())).isEqualTo(new Budget(24));
        assertThat(Budget.of(OptionalInt.of(6))).isEqualTo(new Budget(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101, 1_000_000_000})
    void aBudgetIsANumberThatAPersonReads(int aDay) {
        assertThat(Budget.isOne(aDay)).isFalse();
        assertThatThrownBy(() -> new Budget(aDay)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Channel.standard(new ConversationId(1)).withBudget(OptionalInt.of(aDay)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void theFewestAndTheMostAreAccepted(int aDay) {
        assertThat(Budget.isOne(aDay)).isTrue();
        assertThat(new Budget(aDay).aDay()).isEqualTo(aDay);
    }
}
