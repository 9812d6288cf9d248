package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import news.lede.subscription.Budget;
import news.lede.subscription.QuietHours;

/**
 * Decides which of the messages that wait for a conversation go now. Pure.
 *
 * <p>A day's budget is made of turns, spread evenly over the time in which the conversation is awake. When a turn has come, the weightiest of all that wait goes, at once if only one does; so where more wants
 * to go than may, what came since the last turn and what was left over then compete. Turns that nobody took stay for the rest of the day. The last turn may be taken early by a story that three publishers tell
 * and that outweighs all that was told that day and all that waits. As many messages as digests are due that day are kept for them; where no digest is near, one is kept for the evening, when everything left
 * over is told in one. Who chose no budget is not made to wait for turns, only held to the number of the day. During quiet hours nothing goes; more than three that came in them become one digest.
 *
 * <p>What was released counts until it is sent or cancelled, also beyond midnight: hence no day ever gets more than its budget.
 */
final class Admission {
    /** So many that waited for quiet hours to end may come one by one. */
    static final int MOST_AFTER_QUIET = 3;

    /** So many publishers make a story that need not wait for its turn. */
    static final int PUBLISHERS_OF_THE_URGENT = 3;

    /** Fewer turns than this a day leave none to be taken early. */
    private static final int FEWEST_WITH_RESERVE = 3;

    /** When the day's last message goes where no quiet hours say when the evening ends. */
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    private static final Duration BEFORE_QUIET = Duration.ofMinutes(30);

    /** Settings may change meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final Comparator<Candidate> WEIGHTIEST_FIRST = Comparator.<Candidate>comparingInt(
                    candidate -> candidate.correction() ? 1 : 0)
            .thenComparingDouble(Candidate::weight)
            .reversed()
            .thenComparingLong(candidate -> candidate.id().value());

    private Admission() {}

    /**
     * A message that waits.
     *
     * @param weight of its story; the order of two stories does not change by waiting
     * @param voices how many publishers tell the story
     * @param correction corrections go before all else
     */
    record Candidate(
            DeliveryId id, double weight, int voices, boolean correction, Instant planned, Optional<Hold> why) {
        /** Whether it may take a turn early, if it outweighs the rest. */
        boolean isManyVoiced() {
            return voices >= PUBLISHERS_OF_THE_URGENT;
        }
    }

    /**
     * What decides.
     *
     * @param alerts that the conversation got that day, with those under way
     * @param digests likewise
     * @param digestsLeft that are still due that day
     * @param digestNear whether a digest is due within a day, which tells what is held
     * @param heaviestTold the weight of the weightiest story told that day; asked for only where a candidate is {@link Candidate#isManyVoiced}
     */
    record Situation(
            Instant now,
            ZoneId zone,
            OptionalInt budget,
            Optional<QuietHours> quiet,
            int alerts,
            int digests,
            int digestsLeft,
            boolean digestNear,
            double heaviestTold,
            List<Candidate> waiting) {
        Situation {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * What to do.
     *
     * @param release goes now, the weightiest first
     * @param gathered becomes one digest
     * @param held stays, the weightiest first
     * @param why it stays
     * @param next when to decide again, if nothing happens before
     */
    record Decision(
            List<DeliveryId> release, List<DeliveryId> gathered, List<DeliveryId> held, Hold why, Instant next) {}

    static Decision decide(Situation situation) {
        List<Candidate> waiting =
                situation.waiting().stream().sorted(WEIGHTIEST_FIRST).toList();
        Optional<Instant> quietUntil =
                situation.quiet().flatMap(hours -> hours.endAfter(situation.now(), situation.zone()));
        return quietUntil
                .map(until ->
                        new Decision(List.of(), List.of(), ids(waiting), Hold.QUIET, soon(situation.now(), until)))
                .orElseGet(() -> awake(situation, new ArrayList<>(waiting)));
    }

    private static Decision awake(Situation situation, List<Candidate> waiting) {
        Turns turns = Turns.of(situation);
        int alerts = situation.alerts();
        int digests = situation.digests();
        List<Candidate> gathered = waiting.stream()
                .filter(candidate -> candidate.why().equals(Optional.of(Hold.QUIET)) && !candidate.correction())
                .toList();
        // A digest that is due that day tells them too, and must not lose its message to them.
        if (gathered.size() > MOST_AFTER_QUIET && alerts + digests + situation.digestsLeft() < turns.budget()) {
            waiting.removeAll(gathered);
            digests++;
        } else {
            gathered = List.of();
        }
        List<Candidate> released = new ArrayList<>();
        double heaviest = situation.heaviestTold();
        while (!waiting.isEmpty() && turns.admit(waiting.getFirst(), alerts, digests, heaviest)) {
            Candidate next = waiting.removeFirst();
            heaviest = Math.max(heaviest, next.weight());
            released.add(next);
            alerts++;
        }
        boolean room = alerts + digests + situation.digestsLeft() < turns.budget();
        if (turns.isEvening() && !situation.digestNear() && room && gathered.isEmpty() && !waiting.isEmpty()) {
            if (waiting.size() == 1) {
                released.add(waiting.removeFirst());
            } else {
                gathered = waiting.stream()
                        .filter(Predicate.not(Candidate::correction))
                        .toList();
                waiting.removeAll(gathered);
            }
        }
        return new Decision(
                ids(released),
                ids(gathered),
                ids(waiting),
                Hold.BUDGET,
                soon(situation.now(), turns.nextAfter(situation.now())));
    }

    private static Instant soon(Instant now, Instant then) {
        Instant latest = now.plus(LONGEST_WAIT);
        return then.isBefore(latest) ? then : latest;
    }

    private static List<DeliveryId> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toList();
    }

    /**
     * The turns of one day.
     *
     * @param from when the first comes
     * @param evening when the day's last message goes; all turns have come by then
     * @param count how many there are
     * @param kept messages of the day that are not for alerts: for digests to come, for what is left over
     */
    private record Turns(
            Instant now, Instant from, Instant evening, Instant end, int budget, int count, int kept, boolean spread) {
        static Turns of(Situation situation) {
            Instant now = situation.now();
            Budget.Day day = Budget.dayOf(now, situation.zone());
            Instant from = situation
                    .quiet()
                    .flatMap(hours -> hours.endAfter(day.from(), situation.zone()))
                    .filter(until -> until.isBefore(day.until()))
                    .orElse(day.from());
            Instant evening = situation
                    .quiet()
                    .flatMap(hours -> begins(hours, from, day.until(), situation.zone()))
                    .map(begin -> begin.minus(BEFORE_QUIET))
                    .orElseGet(() -> now.atZone(situation.zone()).with(EVENING).toInstant());
            if (!evening.isAfter(from)) {
                // Awake for less than the half hour before: all of it is evening.
                evening = from;
            }
            int budget = Budget.of(situation.budget()).aDay();
            int left = budget - situation.alerts() - situation.digests() - situation.digestsLeft();
            boolean forLeftOvers = !situation.digestNear()
                    && (now.isBefore(evening) || situation.waiting().size() > left);
            int kept = situation.digestsLeft() + (forLeftOvers ? 1 : 0);
            int count = Math.max(0, budget - situation.digests() - kept);
            return new Turns(
                    now,
                    from,
                    evening,
                    day.until(),
                    budget,
                    count,
                    kept,
                    situation.budget().isPresent());
        }

        /** When quiet hours begin after {@code from}, on that day. */
        private static Optional<Instant> begins(QuietHours hours, Instant from, Instant end, ZoneId zone) {
            // Looked for by the quarter of an hour: zones and their changes make reckoning no simpler, and a quarter of
            // an hour is near enough for an evening.
            for (Instant at = from; at.isBefore(end); at = at.plus(Duration.ofMinutes(15))) {
                if (hours.endAfter(at, zone).isPresent()) {
                    return Optional.of(at);
                }
            }
            return Optional.empty();
        }

        boolean isEvening() {
            return !now.isBefore(evening);
        }

        /** Whether a message may go, after so many others that day. */
        boolean admit(Candidate candidate, int alerts, int digests, double heaviest) {
            if (alerts >= count || alerts + digests + kept >= budget) {
                return false;
            }
            int come = come();
            boolean urgent = count >= FEWEST_WITH_RESERVE
                    && alerts == come
                    && candidate.isManyVoiced()
                    && candidate.weight() > heaviest;
            return alerts < come || urgent;
        }

        /** How many turns have come by now. */
        private int come() {
            if (!spread || isEvening()) {
                return count;
            }
            if (now.isBefore(from) || count == 0) {
                return 0;
            }
            long awake = Duration.between(from, evening).toMillis();
            return (int) Math.min(count, 1 + Duration.between(from, now).toMillis() * count / awake);
        }

        /** When more may go than now. */
        Instant nextAfter(Instant instant) {
            if (isEvening() || count == 0) {
                return isEvening() ? end : evening;
            }
            if (instant.isBefore(from)) {
                return from;
            }
            int come = come();
            long awake = Duration.between(from, evening).toMillis();
            return come >= count ? evening : from.plusMillis((awake * come + count - 1) / count);
        }
    }
}
