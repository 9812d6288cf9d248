package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.AskedToWait;
import news.lede.source.PollResult.Cause;
import news.lede.source.PollResult.Ended;
import news.lede.source.PollResult.Failed;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Pace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration FLOOR = Duration.ofMinutes(15);
    private static final Duration CEILING = Duration.ofHours(12);
    private static final SourceId SOURCE = new SourceId(7);
    private static final Answered ANSWERED = new Answered(Optional.empty());

    private final PollSchedule schedule = PollSchedule.over(FLOOR);

    /** A history in the making; a source that has answered before unless said otherwise. */
    private static final class History {
        private SourceId source = SOURCE;
        private Optional<Instant> lastSuccess = Optional.of(NOW.minusSeconds(3600));
        private int failures;
        private Optional<Instant> failingSince = Optional.empty();
        private Optional<Instant> newest = Optional.empty();
        private Optional<Duration> gap = Optional.empty();
        private Wishes wishes = Wishes.NONE;

        PollState state() {
            return new PollState(
                    source,
                    Known.NOTHING,
                    Optional.empty(),
                    Optional.of(NOW),
                    lastSuccess,
                    failures,
                    failingSince,
                    new Pace(newest, gap, wishes),
                    Optional.empty(),
                    "read");
        }

        History of(long id) {
            source = new SourceId(id);
            return this;
        }

        History never() {
            lastSuccess = Optional.empty();
            return this;
        }

        History failed(int times) {
            failures = times;
            failingSince = Optional.of(NOW.minusSeconds(times));
            return this;
        }

        History failingFor(Duration time) {
            failingSince = Optional.of(NOW.minus(time));
            return this;
        }

        History gap(Duration value) {
            gap = Optional.ofNullable(value);
            return this;
        }

        History silentFor(Duration time) {
            newest = Optional.of(NOW.minus(time));
            return this;
        }

        History wishing(Duration interval) {
            wishes = new Wishes(Optional.ofNullable(interval), Set.of(), Set.of());
            return this;
        }

        History skipping(Set<Integer> hours, Set<DayOfWeek> days) {
            wishes = new Wishes(Optional.empty(), hours, days);
            return this;
        }
    }

    private static History history() {
        return new History();
    }

    private Duration pause(History history, PollResult result) {
        return Duration.between(NOW, schedule.next(history.state(), result, NOW).orElseThrow());
    }

    private static void assertStretched(Duration actual, Duration least) {
        assertThat(actual).isGreaterThanOrEqualTo(least).isLessThanOrEqualTo(least.plusMillis(least.toMillis() / 10));
    }

    @Nested
    class GivenItAnswers {
        @ParameterizedTest
        @CsvSource({"PT10M, PT15M", "PT40M, PT20M", "P10D, PT12H", ", PT1H", "PT0S, PT15M"})
        void itIsAskedAtHalfItsOwnPaceBetweenFloorAndCeiling(Duration gap, Duration next) {
            assertStretched(pause(history().gap(gap), ANSWERED), next);
        }

        @ParameterizedTest
        @CsvSource({
            "PT5M,, PT20M",
            "PT30M,, PT30M",
            "P30D,, P1D",
            ", PT5M, PT20M",
            ", PT3H, PT3H",
            "PT2H, PT3H, PT3H",
            "PT3H, PT2H, PT3H",
            ", P9D, P1D"
        })
        void wishesMakeItLaterUpToADayAndNeverSooner(Duration freshFor, Duration interval, Duration next) {
            History history = history().gap(Duration.ofMinutes(40)).wishing(interval);
            assertStretched(pause(history, new Answered(Optional.ofNullable(freshFor))), next);
        }

        @ParameterizedTest
        @CsvSource({"P6DT23H, PT20M", "P7D, PT3H", "P13DT23H, PT3H", "P14D, PT6H", "P30D, PT12H", "P3000D, PT12H"})
        void whatSleepsIsAskedMoreRarelyInSteps(Duration silence, Duration next) {
            assertStretched(pause(history().gap(Duration.ofMinutes(40)).silentFor(silence), ANSWERED), next);
        }

        @Test
        void whoeverLowersTheFloorHearsSoonerEverywhere() {
            PollSchedule fast = PollSchedule.over(Duration.ofSeconds(1));
            assertThat(fast.ceiling()).isEqualTo(Duration.ofSeconds(48));
            Instant next = fast.next(history().state(), ANSWERED, NOW).orElseThrow();
            assertThat(next).isBetween(NOW.plusSeconds(4), NOW.plusMillis(4_400));
            assertThat(PollSchedule.over(Duration.ofHours(20)).ceiling()).isEqualTo(Duration.ofHours(20));
        }

        @Test
        void hoursAndDaysThatThePublisherSkipsAreSkipped() {
            // NOW is a Monday, 08:00; an hour later is 09:00.
            Instant next = schedule.next(
                            history().skipping(Set.of(9, 10), Set.of()).state(), ANSWERED, NOW)
                    .orElseThrow();
            assertThat(next).isBetween(Instant.parse("2026-05-04T11:00:00Z"), Instant.parse("2026-05-04T11:02:00Z"));
            Instant tuesday = schedule.next(
                            history()
                                    .skipping(Set.of(), Set.of(DayOfWeek.MONDAY))
                                    .state(),
                            ANSWERED,
                            NOW)
                    .orElseThrow();
            assertThat(tuesday).isBetween(Instant.parse("2026-05-05T00:00:00Z"), Instant.parse("2026-05-05T00:02:00Z"));
        }

        @Test
        void whoeverSkipsEveryHourIsNotHeard() {
            Set<Integer> all = new HashSet<>(IntStream.range(0, 24).boxed().toList());
            assertStretched(pause(history().skipping(all, Set.of()), ANSWERED), Duration.ofHours(1));
            assertStretched(
                    pause(history().skipping(Set.of(), EnumSet.allOf(DayOfWeek.class)), ANSWERED), Duration.ofHours(1));
        }
    }

    @Nested
    class GivenItFails {
        @ParameterizedTest
        @CsvSource({"1, PT2H", "2, PT4H", "3, PT8H", "4, PT16H", "5, P1D", "29, P1D"})
        void itIsAskedHalfAsOftenEachTimeUpToADayLessARandomHalf(int failures, Duration most) {
            assertThat(pause(history().failed(failures), new Failed(Cause.TROUBLE)))
                    .isBetween(most.dividedBy(2), most);
        }

        @Test
        void whatIsMissingForThreeWeeksOrFailedThirtyTimesIsTriedWeekly() {
            History missing = history().failed(9).failingFor(Duration.ofDays(21));
            assertStretched(pause(missing, new Failed(Cause.MISSING)), Duration.ofDays(7));
            assertThat(pause(missing, new Failed(Cause.TROUBLE))).isLessThanOrEqualTo(Duration.ofDays(1));
            assertThat(pause(history().failed(9).failingFor(Duration.ofDays(20)), new Failed(Cause.MISSING)))
                    .isLessThanOrEqualTo(Duration.ofDays(1));
            assertStretched(pause(history().failed(30), new Failed(Cause.TROUBLE)), Duration.ofDays(7));
        }

        @Test
        void afterHalfAYearOfWeeklyTriesItIsNotAskedAgain() {
            assertThat(schedule.next(history().failed(55).state(), new Failed(Cause.MISSING), NOW))
                    .isPresent();
            assertThat(schedule.next(history().failed(56).state(), new Failed(Cause.MISSING), NOW))
                    .isEmpty();
        }

        @Test
        void whatIsGoneIsNotAskedAgain() {
            assertThat(schedule.next(history().failed(1).state(), new Ended(), NOW))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"PT2H, PT2H", "PT1M, PT15M", "P4000D, P7D"})
        void aServerThatAsksToWaitIsObeyedWithinReason(Duration after, Duration next) {
            assertStretched(pause(history().failed(9), new AskedToWait(Optional.of(after))), next);
        }

        @Test
        void aServerThatAsksForFewerRequestsWithoutSayingHowLongIsAFailingOne() {
            assertThat(pause(history().failed(2), new AskedToWait(Optional.empty())))
                    .isBetween(Duration.ofHours(2), Duration.ofHours(4));
        }

        @Test
        void aFloorAboveADayHoldsForFailuresToo() {
            PollSchedule slow = PollSchedule.over(Duration.ofDays(3));
            Instant next = slow.next(history().failed(9).state(), new Failed(Cause.TROUBLE), NOW)
                    .orElseThrow();
            assertThat(next).isAfterOrEqualTo(NOW.plus(Duration.ofDays(3)));
        }
    }

    @Nested
    class GivenAnyHistory {
        private final Random random = new Random(20260504);

        private History any(long id) {
            History history = history().of(id).wishing(any(Duration.ofDays(3)));
            if (random.nextBoolean()) {
                history.never();
            }
            if (random.nextBoolean()) {
                history.gap(any(Duration.ofDays(30)));
            }
            if (random.nextBoolean()) {
                history.silentFor(any(Duration.ofDays(60)));
            }
            if (random.nextInt(4) == 0) {
                history.skipping(Set.of(random.nextInt(24)), Set.of(DayOfWeek.of(1 + random.nextInt(7))));
            }
            return history;
        }

        private Duration any(Duration below) {
            return Duration.ofMillis((long) (below.toMillis() * random.nextDouble()));
        }

        @Test
        void noPollIsBeforeTheFloorAndAnswersAreNeverMoreThanADayAndItsSpreadAndItsSkipsApart() {
            for (int i = 0; i < 5_000; i++) {
                History history = any(random.nextLong(1_000_000));
                PollResult result = switch (random.nextInt(3)) {
                    case 0 -> new Answered(Optional.of(any(Duration.ofDays(9))));
                    case 1 -> new AskedToWait(Optional.of(any(Duration.ofDays(99))));
                    default -> new Failed(Cause.TROUBLE);
                };
                if (!(result instanceof Answered)) {
                    history.failed(1 + random.nextInt(29));
                }
                Duration wait = pause(history, result);
                Duration most = switch (result) {
                    case Answered _ -> Duration.ofDays(2 + 2);
                    case AskedToWait _ -> Duration.ofHours(7 * 24 * 11 / 10 + 1);
                    case Failed _, Ended _ -> Duration.ofDays(1);
                };
                assertThat(wait).isBetween(FLOOR, most);
            }
        }

        @Test
        void eachFurtherFailureMakesItWaitAtLeastAsLong() {
            for (int i = 0; i < 500; i++) {
                History history = any(random.nextLong(1_000_000));
                Duration before = Duration.ZERO;
                for (int failures = 1; failures <= 40; failures++) {
                    Duration wait = pause(history.failed(failures), new Failed(Cause.TROUBLE));
                    assertThat(wait).isGreaterThanOrEqualTo(before);
                    before = wait;
                }
            }
        }

        @Test
        void skippedHoursAndDaysAreNeverHit() {
            for (int i = 0; i < 2_000; i++) {
                Set<Integer> hours = new HashSet<>(random.ints(6, 0, 24).boxed().toList());
                Set<DayOfWeek> days = Set.of(DayOfWeek.of(1 + random.nextInt(7)));
                History history = history().of(i).gap(any(Duration.ofDays(2))).skipping(hours, days);
                Instant next = schedule.next(history.state(), ANSWERED, NOW.plus(any(Duration.ofDays(7))))
                        .orElseThrow();
                assertThat(hours).doesNotContain(next.atZone(ZoneOffset.UTC).getHour());
                assertThat(days).doesNotContain(next.atZone(ZoneOffset.UTC).getDayOfWeek());
            }
        }
    }

    @Test
    void sourcesSpreadEvenlyOverATenthOfTheIntervalAndAlwaysTheSame() {
        assertEven(
                LongStream.range(0, 2_000).map(id -> waited(history().of(id))).toArray(), 60, 66);
        assertThat(waited(history().of(7))).isEqualTo(waited(history().of(7)));
    }

    @Test
    void whatIsReadForTheFirstTimeSpreadsOverAWholeInterval() {
        assertEven(
                LongStream.range(0, 2_000)
                        .map(id -> waited(history().of(id).never()))
                        .toArray(),
                60,
                120);
    }

    private long waited(History history) {
        return pause(history, ANSWERED).toSeconds();
    }

    private static void assertEven(long[] seconds, int fromMinute, int toMinute) {
        long from = fromMinute * 60L;
        long tenth = (toMinute - fromMinute) * 6L;
        for (int i = 0; i < 10; i++) {
            long begin = from + i * tenth;
            assertThat(Arrays.stream(seconds)
                            .filter(s -> s >= begin && s < begin + tenth)
                            .count())
                    .isBetween(seconds.length / 10 * 7L / 10, seconds.length / 10 * 13L / 10);
        }
        assertThat(Arrays.stream(seconds)).allMatch(s -> s >= from && s <= toMinute * 60L);
    }

    @Test
    void whoeverWishesAPollNowWaitsForTheFloorToo() {
        PollState justNow = history().state();
        assertThat(schedule.soonest(justNow, NOW.plusSeconds(60))).isEqualTo(NOW.plus(FLOOR));
        assertThat(schedule.soonest(justNow, NOW.plus(FLOOR))).isEqualTo(NOW.plus(FLOOR));
        assertThat(schedule.soonest(justNow, NOW.plus(CEILING))).isEqualTo(NOW.plus(CEILING));
        assertThat(schedule.soonest(PollState.fresh(SOURCE, NOW), NOW)).isEqualTo(NOW);
    }

    @Test
    void aScheduleWithoutAFloorIsRefused() {
        assertThatThrownBy(() -> new PollSchedule(Duration.ZERO, CEILING)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PollSchedule(CEILING, FLOOR)).isInstanceOf(IllegalArgumentException.class);
    }
}
