package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.lede.alert.Limits.Quota;
import news.lede.alert.Limits.Rate;
import news.lede.community.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Rate THIRTY = new Rate(30, SECOND);
    private static final Rate ONE = new Rate(1, SECOND);

    /** A clock that whoever waits moves on. It begins where its numbers overflow, as a real one may. */
    private long now = Long.MAX_VALUE - SECOND.toNanos();

    private final long start = now;

    private Pacing pacing(Limits limits) {
        return new Pacing(limits, () -> now, wait -> now += wait.toNanos());
    }

    private static Place place(String chat) {
        return new Place("telegram", chat, Optional.empty());
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    /** When each of so many messages was sent, in nanoseconds since the start. */
    private List<Long> send(Pacing pacing, int count, String... chats) throws InterruptedException {
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pacing.acquire(Lane.ALERT, place(chats.length == 0 ? "chat" + i : chats[i % chats.length]));
            sent.add(now - start);
        }
        return sent;
    }

    private static void assertWithin(List<Long> sent, Rate rate) {
        for (int i = rate.messages(); i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - rate.messages()))
                    .as("from message %d to message %d", i - rate.messages(), i)
                    .isGreaterThanOrEqualTo(rate.per().toNanos());
        }
    }

    @Nested
    class GivenManyPlaces {
        @Test
        void theFirstMessageGoesAtOnceAndAllTogetherStayWithinTheAccountsRate() throws InterruptedException {
            List<Long> sent = send(pacing(Limits.of(THIRTY, ONE)), 3_000);

            assertThat(sent.getFirst()).isZero();
            assertWithin(sent, THIRTY);
        }

        @Test
        void nothingOfTheRateIsLeftUnused() throws InterruptedException {
            List<Long> sent = send(pacing(Limits.of(THIRTY, ONE)), 3_000);

            assertThat(millis(sent.getLast())).isLessThan(100_000);
        }

        @Test
        void messagesAreSpreadOverTheSecond() throws InterruptedException {
            List<Long> sent = send(pacing(Limits.of(THIRTY, ONE)), 300);

            for (int i = 1; i < sent.size(); i++) {
                assertThat(millis(sent.get(i) - sent.get(i - 1))).isBetween(29L, 131L);
            }
        }

        @Test
        void whoeverWakesUpLateMakesUpForIt() throws InterruptedException {
            Random random = new Random(7);
            Pacing late = new Pacing(
                    Limits.of(THIRTY, ONE), () -> now, wait -> now += wait.toNanos() + random.nextInt(3_000_000));
            List<Long> sent = send(late, 3_000);

            assertWithin(sent, THIRTY);
            assertThat(millis(sent.getLast())).isLessThan(101_000);
        }
    }

    @Nested
    class GivenMessagesThatTakeTheirTime {
        private final Pacing pacing = pacing(Limits.of(new Rate(3, SECOND), ONE));

        private Pacing.Turn turn(String chat) throws InterruptedException {
            return pacing.turn(Lane.ALERT, place(chat), Duration.ofMinutes(1)).orElseThrow();
        }

        private void threeThatLandAfter(Duration way) throws InterruptedException {
            for (String chat : List.of("a", "b", "c")) {
                Pacing.Turn turn = turn(chat);
                now += way.toNanos();
                turn.landed();
            }
        }

        @Test
        void eachCountsFromWhenItHasLanded() throws InterruptedException {
            threeThatLandAfter(Duration.ofMillis(40));

            turn("d");

            assertThat(millis(now - start)).isEqualTo(1_040);
        }

        @Test
        void whatHasNotLandedCountsAsIfItTookHalfASecond() throws InterruptedException {
            Pacing.Turn slow = turn("a");
            turn("b");
            turn("c");
            turn("d");
            assertThat(millis(now - start)).isEqualTo(1_500);

            slow.landed();
            turn("e");

            assertThat(millis(now - start)).isBetween(1_799L, 1_800L);
        }

        @Test
        void theNextToThatPlaceWaitsFromThenToo() throws InterruptedException {
            Pacing.Turn turn = turn("a");
            now += Duration.ofMillis(200).toNanos();
            turn.landed();

            turn("a");

            assertThat(millis(now - start)).isEqualTo(1_200);
        }

        @Test
        void whatHasLandedLandsNoLaterForBeingSaidAgain() throws InterruptedException {
            Pacing.Turn turn = turn("a");
            turn.landed();
            now += Duration.ofMillis(400).toNanos();
            turn.landed();

            turn("a");

            assertThat(millis(now - start)).isEqualTo(1_000);
        }

        @Test
        void theGapBetweenTwoIsCountedFromTheirLeaving() throws InterruptedException {
            turn("a");
            turn("b");

            assertThat(millis(now - start)).isBetween(299L, 300L);
        }
    }

    @Nested
    class GivenOnePlace {
        @Test
        void eachOfItsRatesHolds() throws InterruptedException {
            Rate twenty = new Rate(20, Duration.ofMinutes(1));
            List<Long> sent = send(pacing(Limits.of(THIRTY, ONE, twenty)), 100, "group");

            assertWithin(sent, ONE);
            assertWithin(sent, twenty);
            assertThat(millis(sent.get(19))).isEqualTo(19_000);
            assertThat(millis(sent.get(20))).isEqualTo(60_000);
        }

        @Test
        void theOthersDoNotWaitForIt() throws InterruptedException {
            Pacing pacing = pacing(Limits.of(THIRTY, ONE));
            send(pacing, 2, "busy");
            long before = now;
            pacing.acquire(Lane.ALERT, place("idle"));

            assertThat(millis(now - before)).isLessThan(40);
            assertThat(pacing.restOf(place("busy"))).isPresent();
            assertThat(pacing.restOf(place("fresh"))).isEmpty();
        }

        @Test
        void whatIsCountedTogetherIsOnePlace() throws InterruptedException {
            Pacing pacing = pacing(new Limits(List.of(THIRTY), where -> new Quota(where.chat(), List.of(ONE))));
            pacing.acquire(Lane.ALERT, new Place("telegram", "group", Optional.of("1")));

            assertThat(pacing.restOf(new Place("telegram", "group", Optional.of("2"))))
                    .contains(SECOND);
        }

        @Test
        void kindsOfPlacesHaveRatesOfTheirOwn() throws InterruptedException {
            Pacing pacing = pacing(new Limits(
                    List.of(THIRTY),
                    where -> new Quota(where.chat(), where.chat().startsWith("-") ? List.of(ONE) : List.of())));
            List<Long> sent = send(pacing, 10, "private");
            assertThat(millis(sent.getLast())).isLessThan(400);

            assertThat(send(pacing, 2, "-1").getLast() - sent.getLast()).isGreaterThan(SECOND.toNanos());
        }
    }

    @Nested
    class GivenSomebodyAskedUsToRest {
        @Test
        void aPlaceThatAskedKeepsNobodyElseWaiting() throws InterruptedException {
            Pacing pacing = pacing(Limits.of(THIRTY, ONE));
            pacing.rest(place("flooded"), Duration.ofHours(3));
            pacing.rest(place("flooded"), Duration.ofHours(1));

            assertThat(pacing.restOf(place("flooded"))).contains(Duration.ofHours(3));
            assertThat(send(pacing, 30).getLast()).isLessThan(SECOND.toNanos());
            assertThat(pacing.acquire(Lane.ANSWER, place("flooded"), Duration.ofMinutes(1)))
                    .isFalse();
            pacing.acquire(Lane.ALERT, place("flooded"));
            assertThat(now - start).isGreaterThanOrEqualTo(Duration.ofHours(3).toNanos());
        }

        @Test
        void aSilentPlatformKeepsNobodyWaitingWhoAsked() throws InterruptedException {
            Pacing pacing = pacing(Limits.of(THIRTY, ONE));
            pacing.restUnasked(Duration.ofSeconds(10));
            pacing.restUnasked(Duration.ofSeconds(3));

            assertThat(pacing.restOfAll()).contains(Duration.ofSeconds(10));
            assertThat(pacing.tryAcquire(Lane.ALERT, place("a"))).isFalse();
            assertThat(pacing.tryAcquire(Lane.ANSWER, place("a"))).isTrue();
            long before = now;
            pacing.acquire(Lane.EDIT, place("b"));
            assertThat(now - before).isEqualTo(Duration.ofSeconds(10).toNanos());
            assertThat(pacing.tryAcquire(Lane.EDIT, place("c"))).isFalse();
            now += SECOND.toNanos();
            assertThat(pacing.tryAcquire(Lane.EDIT, place("c"))).isTrue();
        }

        @Test
        void anAccountThatAskedSendsNothingAtAll() throws InterruptedException {
            Pacing pacing = pacing(Limits.of(THIRTY, ONE));
            pacing.restAll(Duration.ofSeconds(40));

            assertThat(pacing.tryAcquire(Lane.ANSWER, place("a"))).isFalse();
            assertThat(send(pacing, 1).getFirst())
                    .isEqualTo(Duration.ofSeconds(40).toNanos());
            assertThat(send(pacing, 1, "other").getFirst())
                    .isLessThan(Duration.ofSeconds(41).toNanos());
        }
    }

    @Nested
    class GivenPatience {
        @Test
        void whoeverWouldWaitLongerIsToldSoAtOnce() throws InterruptedException {
            Pacing pacing = pacing(Limits.of(THIRTY, ONE));
            pacing.acquire(Lane.ALERT, place("a"));
            long before = now;

            assertThat(pacing.acquire(Lane.ANSWER, place("a"), Duration.ofMillis(999)))
                    .isFalse();
            assertThat(now).isEqualTo(before);
            assertThat(pacing.acquire(Lane.ANSWER, place("a"), SECOND)).isTrue();
        }

        @Test
        void whoeverGaveUpTakesNothingAway() throws InterruptedException {
            Pacing pacing = pacing(Limits.of(THIRTY, ONE));
            pacing.acquire(Lane.ALERT, place("a"));
            assertThat(pacing.tryAcquire(Lane.ANSWER, place("b"))).isFalse();

            now += SECOND.toNanos();
            assertThat(pacing.tryAcquire(Lane.EDIT, place("c"))).isTrue();
        }
    }

    @Nested
    class GivenSeveralWait {
        private final SteppedTime time = new SteppedTime();
        private final List<String> order = new ArrayList<>();

        private Thread waiting(Pacing pacing, Lane lane, String chat) {
            Thread thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    pacing.acquire(lane, place(chat));
                    synchronized (order) {
                        order.add(chat);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            time.run(thread);
            return thread;
        }

        @Test
        void answersGoBeforeAlertsBeforeDigestsBeforeEditsWhoeverCameFirst() throws InterruptedException {
            Pacing pacing = new Pacing(Limits.of(new Rate(10, SECOND)), time::nanos, time::sleep);
            pacing.acquire(Lane.ALERT, place("before"));
            List<Thread> threads = List.of(
                    waiting(pacing, Lane.EDIT, "edit"),
                    waiting(pacing, Lane.DIGEST, "digest"),
                    waiting(pacing, Lane.ALERT, "alert 1"),
                    waiting(pacing, Lane.ALERT, "alert 2"),
                    waiting(pacing, Lane.ANSWER, "answer"));

            time.runAll();

            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(order).containsExactly("answer", "alert 1", "alert 2", "digest", "edit");
        }

        @Test
        void whoeverIsKeptByTheirOwnPlaceIsPassedBy() throws InterruptedException {
            Pacing pacing = new Pacing(Limits.of(new Rate(10, SECOND), ONE), time::nanos, time::sleep);
            pacing.acquire(Lane.ALERT, place("busy"));
            List<Thread> threads = List.of(waiting(pacing, Lane.ANSWER, "busy"), waiting(pacing, Lane.EDIT, "idle"));

            time.runAll();

            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(order).containsExactly("idle", "busy");
        }
    }

    @Test
    void placesThatHaveTheirWholeQuotaAgainAreForgotten() {
        Quotas quotas = new Quotas(Limits.of(THIRTY, ONE), 0);
        for (int i = 0; i < 5_000; i++) {
            quotas.take(place("chat" + i), now);
            now += 10_000_000;
        }
        assertThat(quotas.size()).isLessThan(1_100);
        assertThat(quotas.placeWait(place("chat4999"), now)).isPositive();
    }

    @Test
    void aRateThatLetsNothingPassIsAMistake() {
        assertThatThrownBy(() -> new Rate(0, SECOND)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pacing(new Limits(List.of(), where -> new Quota(where.chat(), List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
