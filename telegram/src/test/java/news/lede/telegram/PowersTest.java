package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import news.lede.telegram.Powers.Power;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

class PowersTest {
    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private final Powers powers = new Powers(Set.of(Power.DRAFTS), clock);

    @Test
    void whatWasRefusedIsTriedAgainAfterADayAndNotBefore() {
        powers.refused(Power.RICH, "404");

        assertThat(powers.has(Power.RICH)).isFalse();
        assertThat(powers.has(Power.TIMES)).isTrue();
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(powers.has(Power.RICH)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(powers.has(Power.RICH)).isTrue();
    }

    @Test
    void whatIsNotWantedIsNeverUsed() {
        assertThat(powers.has(Power.DRAFTS)).isFalse();
        clock.advance(Duration.ofDays(2));
        assertThat(powers.has(Power.DRAFTS)).isFalse();
    }
}
