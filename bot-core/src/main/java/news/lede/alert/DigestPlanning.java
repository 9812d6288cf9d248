package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Matches.Fitting;
import news.lede.alert.Outbox.Digest;
import news.lede.alert.Outbox.Waiting;
import news.lede.alert.Places.Spot;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.community.SuggestionId;
import news.lede.community.Suggestions.Suggestion;
import news.lede.story.Stories;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.subscription.Budget;
import news.lede.subscription.Cadence.ByDigest;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.subscription.Subscriptions.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans the digests that are due, one for each conversation however many of its subscriptions are due and however often each was missed. A digest tells what fitted since the last one, without what the
 * conversation knows unless that went on, and first of all what was held back, and before it what members suggested and moderators accepted. When there is nothing to tell there is no message. Where the day has no message left the digest becomes part of the
 * conversation's next one, whoever that is for: else those that are due late in the day would never have a turn.
 */
final class DigestPlanning {
    private static final Logger LOG = LoggerFactory.getLogger(DigestPlanning.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** What did not fit into a message is told by number; more is not kept. */
    static final int MOST_STORIES = 100;

    private static final int MOST_FITTING = 1_000;

    /** A digest of a week reaches back that far; so does the first one, were it created long before. */
    private static final Duration REACH = Duration.ofDays(8);

    /**
     * A clock that was fast at the last digest and was set right since would leave out what was found out in between, or hold to be of tomorrow what was found out today. So it is looked at again from that
     * long before, for stories of which nothing is known there, and that far ahead.
     */
    private static final Duration CLOCK_WAS_WRONG = Outbox.CLOCK_WAS_WRONG;

    /** From so many that are due at once on, they are spread. */
    private static final int MANY = 100;

    private static final Duration SPREAD = Duration.ofMinutes(5);

    /** A digest waits no longer than this for what was announced before it. */
    private static final Duration LATECOMERS = Duration.ofMinutes(1);

    private final Planner.Books books;
    private final Stories stories;
    private final Places places;
    private final Thanks thanks;
    private final InstantSource clock;

    DigestPlanning(Planner.Books books, Planner.News news, Places places, InstantSource clock) {
        this.books = books;
        this.stories = news.stories();
        this.places = places;
        this.thanks = new Thanks(books.credits(), news.articles(), stories, places);
        this.clock = clock;
    }

    boolean step() {
        Instant now = clock.instant();
        List<Due> due = books.subscriptions().due(now, MANY + 1);
        if (due.isEmpty() || isAwaited(due.getFirst().at(), now)) {
            return false;
        }
        ConversationId conversation = due.getFirst().subscription().conversation();
        try {
            plan(conversation, due.size() > MANY, now);
        } catch (RuntimeException e) {
            // It stands first until it is planned, and would keep everybody else from theirs.
            LOG.error("digest not planned conversation={} pause={}", conversation, AFTER_FAILURE, e);
            putOff(conversation, now);
        }
        return true;
    }

    /** Fails where the failure was none of the conversation's: then the step is done again as it was. */
    private void putOff(ConversationId conversation, Instant now) {
        books.transactor().inTransaction(() -> {
            for (Due each : due(conversation, now)) {
                books.subscriptions().nextDue(each.subscription().id(), each.at(), now.plus(AFTER_FAILURE));
            }
            return true;
        });
    }

    /** Whether something was announced before the digest was due of which is not known yet whom it fits: it belongs into this digest, not the next. */
    private boolean isAwaited(Instant due, Instant now) {
        // The oldest may be matched and on its way to its readers, then the one after it is next.
        return now.isBefore(due.plus(LATECOMERS))
                && books.matches().open(2).stream()
                        .anyMatch(open -> !open.matched()
                                && !open.announcement().created().isAfter(due));
    }

    private void plan(ConversationId conversation, boolean many, Instant now) {
        List<Due> due = due(conversation, now);
        Optional<Spot> place = places.find(conversation);
        Optional<Made> made = place.flatMap(spot -> digest(spot, due, now));
        Instant ready = place.flatMap(spot -> spot.quietUntil(now))
                .orElse(many ? now.plusMillis(conversation.value() * 7_919 % SPREAD.toMillis()) : now);
        Optional<Instant> another = place.filter(spot -> isSpent(spot, now)).flatMap(_ -> next(conversation, now));
        books.transactor().inTransaction(() -> {
            made.ifPresent(digest -> books.outbox()
                    .plan(digest.digest(), ready, now)
                    .ifPresent(id -> books.credits().give(id, digest.thanked())));
            for (Due each : due) {
                if (each.subscription().cadence() instanceof ByDigest schedule) {
                    Instant own = DigestSchedule.next(schedule, now);
                    books.subscriptions()
                            .nextDue(
                                    each.subscription().id(),
                                    each.at(),
                                    another.filter(own::isAfter).orElse(own));
                }
            }
            return true;
        });
    }

    private List<Due> due(ConversationId conversation, Instant now) {
        return books.subscriptions().of(conversation).stream()
                .flatMap(subscription -> books.subscriptions().nextDue(subscription.id()).stream()
                        .filter(at -> !at.isAfter(now))
                        .map(at -> new Due(subscription, at)))
                .toList();
    }

    /** When the conversation's next digest is due, whoever it is for. */
    private Optional<Instant> next(ConversationId conversation, Instant now) {
        return books.subscriptions().of(conversation).stream()
                .flatMap(subscription -> next(subscription, now).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> next(Subscription subscription, Instant now) {
        return subscription.cadence() instanceof ByDigest schedule
                ? books.subscriptions()
                        .nextDue(subscription.id())
                        .filter(now::isBefore)
                        .or(() -> Optional.of(DigestSchedule.next(schedule, now)))
                : Optional.empty();
    }

    /** A digest, and what it thanks for. */
    private record Made(Digest digest, List<SuggestionId> thanked) {}

    private Optional<Made> digest(Spot spot, List<Due> due, Instant now) {
        List<Due> wanting = due.stream()
                .filter(each ->
                        each.subscription().pausedUntil().filter(now::isBefore).isEmpty())
                .toList();
        // Where nothing can be sent digests would pile up; the next one after that tells it all.
        boolean shut = books.suspensions().find(spot.id()).isPresent();
        if (wanting.isEmpty() || shut || spot.isPaused(now) || isSpent(spot, now)) {
            return Optional.empty();
        }
        List<Waiting> held = books.outbox().waiting(spot.id()).stream()
                .filter(waiting -> waiting.kind() != Kind.CORRECTION)
                .toList();
        Set<StoryId> heldStories =
                held.stream().flatMap(waiting -> waiting.story().stream()).collect(Collectors.toSet());
        Map<StoryId, StoryView> first = places.views(heldStories, spot);
        Map<StoryId, StoryView> fresh = fresh(spot, wanting, now);
        first.values().forEach(view -> fresh.remove(view.id()));
        Thanks.Owed owed = thanks.owed(spot);
        List<StoryView> told = new ArrayList<>(unknown(owed.stories(), spot));
        told.forEach(view -> {
            first.values().removeIf(waiting -> waiting.id().equals(view.id()));
            fresh.remove(view.id());
        });
        told.addAll(places.ranked(new HashSet<>(first.values()), now));
        told.addAll(places.ranked(fresh.values(), now));
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Instant number =
                wanting.stream().map(Due::at).max(Comparator.naturalOrder()).orElseThrow();
        Digest digest = new Digest(
                spot.id(),
                number,
                told.stream()
                        .limit(MOST_STORIES)
                        .map(view -> new Shown(view.id(), view.revision()))
                        .toList(),
                reasons(wanting, held),
                held.stream().map(Waiting::id).toList());
        return Optional.of(
                new Made(digest, owed.suggestions().stream().map(Suggestion::id).toList()));
    }

    /** Those that the conversation was not told of. */
    private List<StoryView> unknown(List<StoryView> views, Spot spot) {
        Set<StoryId> told = books.outbox()
                .told(spot.id(), views.stream().map(StoryView::id).toList())
                .keySet();
        return views.stream().filter(view -> !told.contains(view.id())).toList();
    }

    /** Whoever wanted what is folded wants the digest too, also when those it was for are gone before it is sent. */
    private Set<SubscriptionId> reasons(List<Due> wanting, List<Waiting> folded) {
        Set<SubscriptionId> reasons = new LinkedHashSet<>();
        wanting.forEach(each -> reasons.add(each.subscription().id()));
        folded.forEach(waiting -> reasons.addAll(books.outbox().reasons(waiting.id())));
        return reasons;
    }

    private boolean isSpent(Spot spot, Instant now) {
        return books.outbox().spentToday(spot.id(), spot.zone(), now).messages()
                >= Budget.of(spot.channel().budget()).aDay();
    }

    /** What fitted since the last digest and is not known, by story. */
    private Map<StoryId, StoryView> fresh(Spot spot, List<Due> wanting, Instant now) {
        Map<StoryId, StoryView> fresh = new LinkedHashMap<>();
        Set<StoryId> sinceLast = new HashSet<>();
        for (Due each : wanting) {
            Subscription subscription = each.subscription();
            Instant last = lastDigest(spot, each);
            Instant since = since(subscription, last, now);
            List<Fitting> fitting = books.matches()
                    .fitting(
                            subscription.wishId(),
                            spot.workspace().id(),
                            since,
                            now.plus(CLOCK_WAS_WRONG),
                            MOST_FITTING);
            Map<StoryId, StoryView> views =
                    places.views(fitting.stream().map(Fitting::story).collect(Collectors.toSet()), spot);
            for (Fitting hit : fitting) {
                StoryView view = views.get(hit.story());
                if (view != null
                        && ids(view).contains(hit.article())
                        && places.voices(view) >= subscription.wish().least()) {
                    fresh.putIfAbsent(view.id(), view);
                    if (!hit.at().isBefore(last)) {
                        sinceLast.add(view.id());
                    }
                }
            }
        }
        Map<StoryId, Told> told = books.outbox().told(spot.id(), fresh.keySet());
        fresh.values()
                .removeIf(view -> Optional.ofNullable(told.get(view.id()))
                        // What went on before the last digest was told by that one.
                        .filter(row -> !sinceLast.contains(view.id()) || Known.nothingNew(view, row, stories))
                        .isPresent());
        return fresh;
    }

    private Instant lastDigest(Spot spot, Due each) {
        Subscription subscription = each.subscription();
        return books.outbox()
                .lastDigest(spot.id(), subscription.id(), each.at())
                .orElse(subscription.created());
    }

    private static Instant since(Subscription subscription, Instant last, Instant now) {
        Instant again = last.minus(CLOCK_WAS_WRONG);
        Instant from = again.isBefore(subscription.created()) ? subscription.created() : again;
        Instant furthest = now.minus(REACH);
        return from.isBefore(furthest) ? furthest : from;
    }

    private static Set<ArticleId> ids(StoryView view) {
        return view.articles().stream().map(Article::id).collect(Collectors.toSet());
    }
}
