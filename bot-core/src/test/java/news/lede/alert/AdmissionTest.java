package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import news.lede.alert.Admission.Candidate;
import news.lede.alert.Admission.Decision;
import news.lede.alert.Admission.Situation;
import news.lede.subscription.QuietHours;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MORNING = Instant.parse("2026-05-04T06:00:00Z");
    private static final int BUDGET = 6;

    private static Candidate candidate(long id, double weight, int voices, Instant planned) {
        return new Candidate(new DeliveryId(id), weight, voices, false, planned, Optional.empty());
    }

    private static Situation situation(Instant now, int budget, int alerts, double heaviest, Candidate... waiting) {
        return new Situation(
                now, BERLIN, OptionalInt.of(budget), Optional.empty(), alerts, 0, 0, false, heaviest, List.of(waiting));
    }

    @Test
    void theWeightiestOfThoseWhoWaitGoesAndTheOthersStay() {
        Decision decision = Admission.decide(situation(
                MORNING,
                2,
                0,
                0,
                candidate(1, 5, 1, MORNING),
                candidate(2, 9, 1, MORNING),
                candidate(3, 7, 1, MORNING)));

        assertThat(decision.release()).containsExactly(new DeliveryId(2));
        assertThat(decision.held()).containsExactly(new DeliveryId(3), new DeliveryId(1));
        assertThat(decision.why()).isEqualTo(Hold.BUDGET);
        assertThat(decision.next()).isAfter(MORNING);
    }

    @Test
    void whatSeveralPublishersTellAndOutweighsEverythingTakesTheLastTurnEarlyButOnce() {
        Candidate urgent = candidate(1, 50, 3, MORNING);
        Candidate ordinary = candidate(1, 50, 2, MORNING);
        Candidate lesser = candidate(1, 40, 3, MORNING);

        assertThat(Admission.decide(situation(MORNING, BUDGET, 2, 45, urgent)).release())
                .hasSize(1);
        assertThat(Admission.decide(situation(MORNING, BUDGET, 2, 45, ordinary)).release())
                .isEmpty();
        assertThat(Admission.decide(situation(MORNING, BUDGET, 2, 45, lesser)).release())
                .isEmpty();
        assertThat(Admission.decide(situation(MORNING, BUDGET, 3, 45, urgent)).release())
                .isEmpty();
    }

    @Test
    void aCorrectionGoesBeforeEverythingElse() {
        Candidate correction = new Candidate(new DeliveryId(1), 1, 1, true, MORNING, Optional.empty());

        assertThat(Admission.decide(situation(MORNING, 2, 0, 0, candidate(2, 99, 9, MORNING), correction))
                        .release())
                .containsExactly(new DeliveryId(1));
    }

    @Test
    void whoChoseNoBudgetDoesNotWaitForTurns() {
        List<Candidate> waiting = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            waiting.add(candidate(i, i, 1, MORNING));
        }

        Decision decision = Admission.decide(
                new Situation(MORNING, BERLIN, OptionalInt.empty(), Optional.empty(), 0, 0, 0, false, 0, waiting));

        assertThat(decision.release()).hasSize(5);
    }

    @Test
    void inQuietHoursNothingGoesAndMoreThanThreeOfThemBecomeOne() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        Instant midnight = Instant.parse("2026-05-04T22:00:00Z");
        Instant seven = Instant.parse("2026-05-05T05:00:00Z");
        List<Candidate> waiting = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            waiting.add(new Candidate(new DeliveryId(i), i, 1, false, midnight, Optional.of(Hold.QUIET)));
        }

        Decision quiet = Admission.decide(
                new Situation(midnight, BERLIN, OptionalInt.empty(), Optional.of(night), 0, 0, 0, false, 0, waiting));
        Decision after = Admission.decide(
                new Situation(seven, BERLIN, OptionalInt.empty(), Optional.of(night), 0, 0, 0, false, 0, waiting));
        Decision few = Admission.decide(new Situation(
                seven, BERLIN, OptionalInt.empty(), Optional.of(night), 0, 0, 0, false, 0, waiting.subList(0, 3)));

        assertThat(quiet.release()).isEmpty();
        assertThat(quiet.why()).isEqualTo(Hold.QUIET);
        assertThat(after.gathered()).hasSize(4);
        assertThat(after.release()).isEmpty();
        assertThat(few.release()).hasSize(3);
    }

    @Test
    void messagesAreKeptForDigestsThatAreStillDue() {
        Situation crowded = new Situation(
                MORNING,
                BERLIN,
                OptionalInt.of(2),
                Optional.empty(),
                0,
                0,
                2,
                true,
                0,
                List.of(candidate(1, 1, 1, MORNING)));

        assertThat(Admission.decide(crowded).release()).isEmpty();
    }

    /**
     * Ninety days of a channel with a budget of six, forty stories a day, over a change of the clocks. Whatever was told by itself outweighed all that waited when it went; so each story that was left for
     * the evening's message was outweighed at every turn since it came. What came later than a turn could not be known at it.
     */
    @Test
    void ninetyDaysGetNeverMoreThanTheBudgetAndTheWeightiestOfWhatCouldBeKnown() {
        Channel channel = new Channel(new Random(41));
        channel.run(LocalDate.of(2026, 2, 1).atStartOfDay(BERLIN).toInstant(), 90);

        assertThat(channel.days).hasSize(90);
        assertThat(channel.days.values()).allSatisfy(day -> {
            assertThat(day.messages).isEqualTo(BUDGET);
            assertThat(day.told).hasSize(BUDGET - 1);
        });
        assertThat(channel.outweighed)
                .as("went although something weightier waited")
                .isZero();
        assertThat(channel.waited).as("waited although a turn had come").isZero();
        double overlap = channel.overlap();
        // Of the five told by themselves, so many are among the five weightiest of the day as one knows it at its end.
        assertThat(overlap).isGreaterThan(0.4);
    }

    /** One local day. */
    private static final class Day {
        private final List<Candidate> came = new ArrayList<>();
        private final List<Candidate> told = new ArrayList<>();
        private int messages;
    }

    /** A channel to which whatever is released is sent at once. */
    private static final class Channel {
        private static final int STORIES_A_DAY = 40;

        private final Random random;
        private final Map<LocalDate, Day> days = new TreeMap<>();
        private final Map<DeliveryId, Candidate> all = new HashMap<>();
        private final List<Candidate> waiting = new ArrayList<>();
        private int outweighed;
        private int waited;

        Channel(Random random) {
            this.random = random;
        }

        void run(Instant from, int count) {
            Instant until = from.atZone(BERLIN).plusDays(count).toInstant();
            TreeMap<Instant, Candidate> arrivals = arrivals(from, until);
            Instant now = from;
            while (now.isBefore(until)) {
                Optional.ofNullable(arrivals.remove(now)).ifPresent(this::arrive);
                Instant next = decide(now);
                Instant arrival = arrivals.isEmpty() ? until : arrivals.firstKey();
                now = arrival.isBefore(next) ? arrival : next;
            }
        }

        /** Weights are fixed: those of real stories all fall alike as time passes. */
        private TreeMap<Instant, Candidate> arrivals(Instant from, Instant until) {
            TreeMap<Instant, Candidate> arrivals = new TreeMap<>();
            long span = Duration.between(from, until).toMinutes();
            long stories = span * STORIES_A_DAY / (24 * 60);
            for (long id = 1; id <= stories; id++) {
                Instant at = from.plus(Duration.ofMinutes(random.nextLong(span)));
                int voices = 1 + (int) Math.min(15, -2 * Math.log(1 - random.nextDouble()));
                double hours = Duration.between(from, at).toMinutes() / 60.0;
                double weight = hours + 24 * Math.log(voices) / Math.log(2) + random.nextDouble();
                Candidate candidate = candidate(id, weight, voices, at);
                arrivals.put(at, candidate);
            }
            arrivals.values().forEach(candidate -> all.put(candidate.id(), candidate));
            return arrivals;
        }

        private void arrive(Candidate candidate) {
            waiting.add(candidate);
            day(candidate.planned()).came.add(candidate);
        }

        private Day day(Instant at) {
            return days.computeIfAbsent(at.atZone(BERLIN).toLocalDate(), _ -> new Day());
        }

        private Instant decide(Instant now) {
            Day day = day(now);
            double heaviest =
                    day.told.stream().mapToDouble(Candidate::weight).max().orElse(Double.NEGATIVE_INFINITY);
            int digests = day.messages - day.told.size();
            Decision decision = Admission.decide(new Situation(
                    now,
                    BERLIN,
                    OptionalInt.of(BUDGET),
                    Optional.empty(),
                    day.told.size(),
                    digests,
                    0,
                    false,
                    heaviest,
                    waiting));
            for (DeliveryId id : decision.release()) {
                Candidate told = Objects.requireNonNull(all.get(id));
                outweighed += (int) waiting.stream()
                        .filter(other -> other.weight() > told.weight())
                        .count();
                waiting.remove(told);
                day.told.add(told);
                day.messages++;
            }
            if (!decision.gathered().isEmpty()) {
                waiting.removeIf(candidate -> decision.gathered().contains(candidate.id()));
                day.messages++;
            }
            // The five turns of a day come at the beginning of each fifth of the time until nine in the evening.
            Instant begins =
                    now.atZone(BERLIN).toLocalDate().atStartOfDay(BERLIN).toInstant();
            Instant evening = now.atZone(BERLIN).with(LocalTime.of(21, 0)).toInstant();
            long fifth = Duration.between(begins, evening).toMillis() / (BUDGET - 1);
            long come = Math.min(BUDGET - 1, 1 + Duration.between(begins, now).toMillis() / fifth);
            waited += !waiting.isEmpty() && now.isBefore(evening) && day.told.size() < come ? 1 : 0;
            return decision.next();
        }

        double overlap() {
            return days.values().stream()
                            .mapToLong(day -> day.came.stream()
                                    .sorted(Comparator.comparingDouble(Candidate::weight)
                                            .reversed())
                                    .limit(BUDGET - 1)
                                    .filter(day.told::contains)
                                    .count())
                            .average()
                            .orElseThrow()
                    / (BUDGET - 1);
        }
    }
}
