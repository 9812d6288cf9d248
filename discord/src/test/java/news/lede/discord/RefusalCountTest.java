package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalCountTest {
    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private final RefusalCount refusals = new RefusalCount(clock);

    private void refused(int times) {
        for (int i = 0; i < times; i++) {
            refusals.add();
        }
    }

    @ParameterizedTest
    @CsvSource({"401,true", "403,true", "404,true", "429,true", "200,false", "400,false", "500,false", "502,false"})
    void whatCountsIsWhatDiscordCounts(int status, boolean counts) {
        assertThat(RefusalCount.counts(status)).isEqualTo(counts);
    }

    @Test
    void belowTheCeilingEverythingGoesOn() {
        refused(RefusalCount.MOST - 1);
        assertThat(refusals.pause()).isEmpty();
    }

    @Test
    void atTheCeilingNothingIsToldUnasked_butPeopleAreAnswered_untilTheFirstRefusalsArePast() {
        refused(1);
        clock.advance(Duration.ofMinutes(3));
        refused(RefusalCount.MOST - 1);

        assertThat(refusals.pause()).contains(Duration.ofMinutes(7));
        assertThat(refusals.pauseAnswering()).isEmpty();
        clock.advance(Duration.ofMinutes(7));
        assertThat(refusals.pause()).isEmpty();
    }

    @Test
    void wellBeforeDiscordsOwnCeilingNobodyIsAnsweredEither() {
        refused(RefusalCount.MOST_ANSWERING);
        assertThat(RefusalCount.MOST_ANSWERING).isLessThan(10_000);
        assertThat(refusals.pauseAnswering()).contains(Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(10));
        assertThat(refusals.pauseAnswering()).isEmpty();
        assertThat(refusals.pause()).isEmpty();
    }
}
