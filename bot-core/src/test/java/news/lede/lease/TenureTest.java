package news.lede.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TenureTest {
    private static final Duration TICK = Duration.ofNanos(1);
    private static final Duration SURE = Tenure.SPAN.minus(Tenure.MARGIN);

    private long now = Long.MAX_VALUE - 5;
    private final Tenure tenure = new Tenure(new Lease("news", "one", 1), now, () -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void itIsSureUntilAMarginBeforeOthersMayTakeIt() {
        assertThat(tenure.isSure()).isTrue();
        pass(SURE.minus(TICK));
        assertThat(tenure.isSure()).isTrue();
        pass(TICK);
        assertThat(tenure.isSure()).isFalse();
    }

    @Test
    void renewedItIsSureFromWhenThatWasAskedFor() {
        long asked = now;
        pass(SURE);
        tenure.renewed(asked + 10);
        pass(Duration.ofNanos(9));
        assertThat(tenure.isSure()).isTrue();
        pass(TICK);
        assertThat(tenure.isSure()).isFalse();
    }

    @Test
    void lostItIsNotSureAnyMoreWhateverIsLeft() {
        tenure.lose();
        assertThat(tenure.isSure()).isFalse();
        tenure.renewed(now);
        assertThat(tenure.isSure()).isFalse();
    }

    @Test
    void thereIsTimeToRenewTwiceBeforeItIsUnsure() {
        assertThat(Tenure.BETWEEN_RENEWALS.multipliedBy(2)).isLessThan(SURE);
    }
}
