package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.lede.alert.Admission.Candidate;
import news.lede.alert.Admission.Decision;
import news.lede.alert.Admission.Situation;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Outbox.Digest;
import news.lede.alert.Outbox.Held;
import news.lede.alert.Outbox.Spent;
import news.lede.alert.Outbox.Waiting;
import news.lede.alert.Places.Spot;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.subscription.Budget;
import news.lede.subscription.Cadence.ByDigest;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * Looks after conversations for which messages are held: each is decided anew when something more is held for it, and when {@link Admission} says. When that is, is remembered in memory alone; after a restart
 * all are looked at.
 */
final class Admitting {
    private static final int PORTION = 1_000;
    /** Decided and written down at once: a commit costs as much as ten decisions, and while it lasts nobody else writes. */
    private static final int TOGETHER = 32;

    private static final Duration DAY = Duration.ofDays(1);

    /** Whoever sends may hold something too, which is found by looking at all again. */
    private static final Duration LOOKED_AT_AGAIN = Duration.ofMinutes(10);

    private static final Duration SUSPENDED = Duration.ofMinutes(15);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Planner.Books books;
    private final Places places;
    private final InstantSource clock;
    private final Map<ConversationId, Instant> known = new HashMap<>();
    private final PriorityQueue<Look> looks = new PriorityQueue<>();
    private DeliveryId last = new DeliveryId(0);
    private @Nullable Instant whole;
    private int together = TOGETHER;

    /** What is to be written down of a conversation, and when to look at it again. */
    private record Settled(ConversationId conversation, Runnable change, Optional<Instant> next) {}

    /** A conversation to look at, unless {@code known} says another time by then. */
    private record Look(Instant at, ConversationId conversation) implements Comparable<Look> {
        @Override
        public int compareTo(Look other) {
            return at.compareTo(other.at);
        }
    }

    Admitting(Planner.Books books, Places places, InstantSource clock) {
        this.books = books;
        this.places = places;
        this.clock = clock;
    }

    boolean step() {
        Instant now = clock.instant();
        keepUp(now);
        List<ConversationId> due = due(now);
        if (due.isEmpty()) {
            together = TOGETHER;
            return false;
        }
        try {
            settle(due.stream()
                    .flatMap(conversation -> decide(conversation, now).stream())
                    .toList());
        } catch (RuntimeException e) {
            // What one of them may have caused does not keep the others: until all is decided, each by itself.
            Instant again = due.size() == 1 ? now.plus(AFTER_FAILURE) : now;
            due.forEach(conversation -> look(conversation, again));
            together = 1;
            throw e;
        }
        return true;
    }

    private List<ConversationId> due(Instant now) {
        List<ConversationId> due = new ArrayList<>();
        while (due.size() < together && !looks.isEmpty() && !looks.peek().at().isAfter(now)) {
            Look look = looks.remove();
            if (look.at().equals(known.get(look.conversation()))) {
                known.remove(look.conversation());
                due.add(look.conversation());
            }
        }
        return due;
    }

    private void settle(List<Settled> all) {
        if (!all.isEmpty()) {
            books.transactor().inTransaction(() -> {
                all.forEach(settled -> settled.change().run());
                return true;
            });
        }
        all.forEach(settled -> settled.next().ifPresent(at -> look(settled.conversation(), at)));
    }

    private void keepUp(Instant now) {
        Instant looked = whole;
        if (looked == null || !now.isBefore(looked.plus(LOOKED_AT_AGAIN)) || now.isBefore(looked)) {
            whole = now;
            last = new DeliveryId(0);
        }
        List<Held> more = books.outbox().held(last, PORTION);
        while (!more.isEmpty()) {
            more.forEach(held -> look(held.conversation(), now));
            last = more.getLast().id();
            more = books.outbox().held(last, PORTION);
        }
    }

    private void look(ConversationId conversation, Instant at) {
        Instant before = known.get(conversation);
        if (before == null || at.isBefore(before)) {
            known.put(conversation, at);
            looks.add(new Look(at, conversation));
        }
    }

    private Optional<Settled> decide(ConversationId conversation, Instant now) {
        List<Waiting> waiting = books.outbox().waiting(conversation);
        Optional<Spot> spot = places.find(conversation);
        if (waiting.isEmpty() || spot.isEmpty()) {
            return Optional.empty();
        }
        if (books.suspensions().find(conversation).isPresent() || spot.get().isPaused(now)) {
            look(conversation, now.plus(SUSPENDED));
            return Optional.empty();
        }
        Map<StoryId, StoryView> views = places.views(stories(waiting), spot.get());
        List<Waiting> visible = waiting.stream()
                .filter(held -> held.story().filter(views::containsKey).isPresent())
                .toList();
        Decision decision = Admission.decide(situation(spot.get(), visible, views, now));
        Runnable change = () -> {
            waiting.stream()
                    .filter(held -> !visible.contains(held))
                    .forEach(held -> books.outbox().drop(held.id(), "nothing of it can be seen there", now));
            decision.release().forEach(id -> books.outbox().release(id, now));
            gather(spot.get(), decision.gathered(), visible, views, now);
            books.outbox().hold(decision.held(), decision.why());
        };
        return Optional.of(new Settled(
                conversation,
                change,
                Optional.of(decision.next()).filter(_ -> !decision.held().isEmpty())));
    }

    private static Set<StoryId> stories(List<Waiting> waiting) {
        return waiting.stream().flatMap(held -> held.story().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Situation situation(Spot spot, List<Waiting> waiting, Map<StoryId, StoryView> views, Instant now) {
        Budget.Day day = Budget.dayOf(now, spot.zone());
        Spent spent = books.outbox().spentToday(spot.id(), spot.zone(), now);
        List<Subscription> byDigest = byDigest(spot, now);
        Set<Instant> digests = digests(byDigest, now, day.until());
        List<Candidate> candidates = waiting.stream()
                .map(held -> candidate(held, views.get(held.story().orElseThrow()), now))
                .toList();
        return new Situation(
                now,
                spot.zone(),
                spot.channel().budget(),
                spot.channel().quiet(),
                spent.messages() - spent.digests(),
                spent.digests(),
                digests.size(),
                !digests.isEmpty() || !digests(byDigest, now, now.plus(DAY)).isEmpty(),
                heaviestTold(spot, day, candidates, now),
                candidates);
    }

    private List<Subscription> byDigest(Spot spot, Instant now) {
        return books.subscriptions().of(spot.id()).stream()
                .filter(subscription -> subscription.cadence() instanceof ByDigest
                        && subscription.pausedUntil().filter(now::isBefore).isEmpty())
                .toList();
    }

    /** When digests of a conversation are due before {@code until}; what is due and not planned yet counts too, as one. */
    private Set<Instant> digests(List<Subscription> byDigest, Instant now, Instant until) {
        Set<Instant> digests = new TreeSet<>();
        for (Subscription subscription : byDigest) {
            if (subscription.cadence() instanceof ByDigest schedule) {
                if (books.subscriptions()
                        .nextDue(subscription.id())
                        .filter(due -> !due.isAfter(now))
                        .isPresent()) {
                    digests.add(now);
                }
                Instant at = DigestSchedule.next(schedule, now);
                while (at.isBefore(until)) {
                    digests.add(at);
                    at = DigestSchedule.next(schedule, at);
                }
            }
        }
        return digests;
    }

    private Candidate candidate(Waiting held, @Nullable StoryView view, Instant now) {
        if (view == null) {
            throw new IllegalStateException("delivery " + held.id() + " is of a story that is not seen");
        }
        return new Candidate(
                held.id(),
                places.weight(view, now),
                places.voices(view),
                held.kind() == Kind.CORRECTION,
                held.planned(),
                held.why());
    }

    /** Only where a candidate may have to outweigh it: what was told is read one by one. */
    private double heaviestTold(Spot spot, Budget.Day day, List<Candidate> candidates, Instant now) {
        if (candidates.stream().noneMatch(Candidate::isManyVoiced)) {
            return Double.NEGATIVE_INFINITY;
        }
        List<StoryId> told = books
                .outbox()
                .latest(spot.id(), Budget.of(spot.channel().budget()).aDay())
                .stream()
                .flatMap(id -> books.deliveries().find(id).stream())
                .filter(delivery -> delivery.state() == Delivery.State.SENT
                        && delivery.attempted()
                                .filter(at -> !at.isBefore(day.from()))
                                .isPresent())
                .flatMap(delivery -> delivery.story().stream())
                .distinct()
                .toList();
        return places.views(told, spot).values().stream()
                .mapToDouble(view -> places.weight(view, now))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Several messages become one, which tells of all their stories. */
    private void gather(
            Spot spot, List<DeliveryId> gathered, List<Waiting> waiting, Map<StoryId, StoryView> views, Instant now) {
        if (gathered.isEmpty()) {
            return;
        }
        List<Shown> stories = new ArrayList<>();
        Set<StoryId> named = new TreeSet<>();
        Set<SubscriptionId> reasons = new HashSet<>();
        for (DeliveryId id : gathered) {
            reasons.addAll(books.outbox().reasons(id));
            waiting.stream()
                    .filter(held -> held.id().equals(id))
                    .flatMap(held -> held.story().map(views::get).stream())
                    .filter(view -> named.add(view.id()))
                    .forEach(view -> stories.add(new Shown(view.id(), view.revision())));
        }
        books.outbox().plan(new Digest(spot.id(), now, stories, reasons, gathered), now, now);
    }
}
