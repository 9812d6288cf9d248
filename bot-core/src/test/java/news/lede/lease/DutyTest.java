package news.lede.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DutyTest {
    private final InMemoryLeases leases = new InMemoryLeases();
    private final List<String> done = new ArrayList<>();
    private long nanos;
    private @Nullable Tenure latest;
    private final Duty one = duty("one");
    private final Duty two = duty("two");

    private Duty duty(String holder) {
        return new Duty(leases, "news", holder, begun -> begin(holder, begun), () -> nanos);
    }

    private AutoCloseable begin(String holder, Tenure begun) {
        latest = begun;
        leases.requireHeld();
        done.add(holder + " begins");
        return () -> done.add(holder + " ends");
    }

    private Tenure tenure() {
        return Objects.requireNonNull(latest);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        leases.pass(time);
    }

    @Test
    void oneOfTwoDoesItForAsLongAsItRenews() {
        one.look();
        two.look();
        for (int i = 0; i < 10; i++) {
            pass(Tenure.BETWEEN_RENEWALS);
            one.renew();
            two.renew();
            one.look();
            two.look();
            assertThat(tenure().isSure()).isTrue();
        }
        assertThat(done).containsExactly("one begins");
        assertThat(List.of(one.isHeld(), two.isHeld())).containsExactly(true, false);
    }

    @Test
    void whoEndsLetsTheOtherBeginAtOnce() {
        one.look();
        one.end();
        two.look();
        assertThat(done).containsExactly("one begins", "one ends", "two begins");
        assertThat(one.isHeld()).isFalse();
    }

    @Test
    void whoSettlesEndsWhatIsLostAndTakesNothing() {
        one.settle();
        assertThat(done).isEmpty();
        one.look();
        one.settle();
        assertThat(done).containsExactly("one begins");

        pass(Tenure.SPAN);
        two.look();
        assertThat(one.isLost()).isFalse();
        one.renew();
        assertThat(one.isLost()).isTrue();
        one.settle();
        one.settle();
        assertThat(one.isLost()).isFalse();
        assertThat(done).containsExactly("one begins", "two begins", "one ends");
    }

    @Test
    void whoHasNothingEndsNothing() {
        one.end();
        one.renew();
        assertThat(done).isEmpty();
    }

    @Nested
    class WhenTheHolderIsStopped {
        @Test
        void theOtherTakesOverWhenTheSpanIsOver() {
            one.look();
            pass(Tenure.SPAN.minusMillis(1));
            two.look();
            assertThat(done).containsExactly("one begins");
            pass(Duration.ofMillis(1));
            two.look();
            assertThat(done).containsExactly("one begins", "two begins");
        }

        @Test
        void itIsSureOfNothingWhenItWakesUpAndEndsOnceItKnows() {
            one.look();
            Tenure first = tenure();
            pass(Tenure.SPAN);
            two.look();

            assertThat(first.isSure()).isFalse();
            one.look();
            assertThat(done).containsExactly("one begins", "two begins");
            one.renew();
            one.look();
            assertThat(done).containsExactly("one begins", "two begins", "one ends");
            assertThat(two.isHeld()).isTrue();
            one.look();
            assertThat(one.isHeld()).isFalse();
        }

        @Test
        void itGoesOnWhereNobodyTookOver() {
            one.look();
            pass(Duration.ofMinutes(1));
            assertThat(tenure().isSure()).isFalse();
            one.renew();
            one.look();
            assertThat(tenure().isSure()).isTrue();
            assertThat(done).containsExactly("one begins");
        }
    }

    @Nested
    class WhenTheStoreIsAway {
        @Test
        void nothingEndsAndNothingIsSureUntilItIsBack() {
            one.look();
            leases.away(true);
            nanos += Tenure.SPAN.toNanos();
            assertThatThrownBy(one::renew).isInstanceOf(IllegalStateException.class);
            one.look();
            assertThat(tenure().isSure()).isFalse();
            leases.away(false);
            one.renew();
            assertThat(tenure().isSure()).isTrue();
            assertThat(done).containsExactly("one begins");
        }

        @Test
        void whoeverHadItKeepsItWhenTheStoreIsBack() {
            one.look();
            leases.away(true);
            pass(Tenure.SPAN);
            assertThatThrownBy(two::look).isInstanceOf(IllegalStateException.class);
            leases.away(false);

            pass(Tenure.SPAN.minusNanos(1));
            two.look();
            one.renew();

            assertThat(done).containsExactly("one begins");
            assertThat(tenure().isSure()).isTrue();
        }

        @Test
        void whatNobodyKeepsThenIsTakenAfterAWhile() {
            one.look();
            leases.away(true);
            assertThatThrownBy(two::look).isInstanceOf(IllegalStateException.class);
            leases.away(false);

            pass(Tenure.SPAN);
            two.look();

            assertThat(done).containsExactly("one begins", "two begins");
        }

        @Test
        void whatEndsMeanwhileIsEndedAllTheSame() {
            one.look();
            leases.away(true);
            assertThatThrownBy(one::end).isInstanceOf(IllegalStateException.class);
            assertThat(done).containsExactly("one begins", "one ends");
            assertThat(one.isHeld()).isFalse();
            assertThat(tenure().isSure()).isFalse();
        }
    }

    static Stream<Duty.Work> worksThatDoNotBegin() {
        return Stream.of(
                _ -> {
                    throw new IllegalStateException("does not begin");
                },
                _ -> {
                    throw new OutOfMemoryError("does not begin");
                });
    }

    @ParameterizedTest
    @MethodSource("worksThatDoNotBegin")
    void whatDoesNotBeginIsLeftToOthers(Duty.Work work) {
        Duty broken = new Duty(leases, "news", "broken", work, () -> nanos);
        broken.look();
        assertThat(broken.isHeld()).isFalse();
        two.look();
        assertThat(done).containsExactly("two begins");
    }

    static Stream<Duty.Work> worksThatDoNotEndWell() {
        return Stream.of(
                _ -> () -> {
                    throw new IllegalStateException("does not end");
                },
                _ -> () -> {
                    throw new OutOfMemoryError("does not end");
                });
    }

    @ParameterizedTest
    @MethodSource("worksThatDoNotEndWell")
    void whatDoesNotEndWellIsLeftToOthers(Duty.Work work) {
        Duty stubborn = new Duty(leases, "news", "stubborn", work, () -> nanos);
        stubborn.look();
        stubborn.end();
        two.look();
        assertThat(done).containsExactly("two begins");
    }
}
