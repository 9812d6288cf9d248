package news.lede.alert.simulation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Delivery.State;
import news.lede.alert.DeliveryId;
import news.lede.alert.Suspensions;
import news.lede.alert.Told;
import news.lede.alert.simulation.Newsroom.News;
import news.lede.alert.simulation.PlannedLife.Meant;
import news.lede.alert.simulation.SimPlatform.Posted;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.store.Store;
import news.lede.story.StoryId;
import news.lede.subscription.Budget;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;

/** What has to hold at the end of a life. */
final class PlannedPromises {
    private static final Set<String> REASONS = Set.of(
            "nobody wants it any more",
            "told meanwhile",
            "told as it is now",
            "told in a digest",
            "became part of a story that was told",
            "became part of a story that is told anew",
            "nothing of it is new there",
            "what was corrected cannot be seen there",
            Suspensions.STALE_PROBLEM);

    private final Store store;
    private final Newsroom newsroom;
    private final Readers readers;
    private final Map<String, SimPlatform> platforms;
    private final Map<String, List<Meant>> meant;
    private final Map<DeliveryId, Integer> unheard;
    private final Instant now;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, List<Posted>> posted = new HashMap<>();

    PlannedPromises(
            Store store,
            Newsroom newsroom,
            Readers readers,
            Map<String, SimPlatform> platforms,
            Map<String, List<Meant>> meant,
            Map<DeliveryId, Integer> unheard,
            Instant now) {
        this.store = store;
        this.newsroom = newsroom;
        this.readers = readers;
        this.platforms = platforms;
        this.meant = meant;
        this.unheard = unheard;
        this.now = now;
        platforms
                .values()
                .forEach(platform -> platform.posted()
                        .forEach(one -> posted.computeIfAbsent(one.nonce, _ -> new ArrayList<>())
                                .add(one)));
    }

    static boolean isOpen(State state) {
        return switch (state) {
            case PLANNED, SENDING, RETRY, UNKNOWN -> true;
            case SENT, HELD, GIVEN_UP, CANCELLED -> false;
        };
    }

    List<String> broken(List<Delivery> rows) {
        if (!store.matches().open(1).isEmpty()) {
            broken.add("never planned: " + store.matches().open(1));
        }
        rows.forEach(this::checkEnd);
        rows.forEach(this::checkOnce);
        Map<ConversationId, List<Delivery>> by = rows.stream().collect(Collectors.groupingBy(Delivery::conversation));
        for (Conversation conversation : readers.conversations()) {
            List<Delivery> there = by.getOrDefault(conversation.id(), List.of());
            checkTold(conversation, there);
            checkEdits(conversation);
            List<Message> messages = messages(there);
            if (readers.isItself(conversation.id())) {
                checkTwice(messages);
                checkDays(conversation, messages);
                checkOrder(conversation, there);
            }
        }
        platforms.values().stream()
                .filter(platform -> platform.mostInASecond() > platform.perSecond())
                .forEach(platform -> broken.add(platform.mostInASecond() + " within a second"));
        return broken;
    }

    /** Nothing is lost, nor dropped without a reason that we know. */
    private void checkEnd(Delivery row) {
        boolean right = switch (row.state()) {
            case PLANNED, SENDING, RETRY, UNKNOWN, GIVEN_UP -> false;
            case SENT ->
                posted.getOrDefault(row.nonce(), List.of()).stream()
                        .anyMatch(one -> Optional.of(one.receipt).equals(row.receipt()));
            case HELD -> isHeldBack(row);
            case CANCELLED -> REASONS.contains(row.problem().orElse("")) && isTrue(row);
        };
        if (!right) {
            broken.add("lost: " + row);
        }
    }

    /** After two days in which nothing came: only where a day has no room for what is left over. */
    private boolean isHeldBack(Delivery row) {
        Channel channel = store.subscriptions().channel(row.conversation());
        return channel.budget().isPresent() || channel.quiet().isPresent();
    }

    private boolean isTrue(Delivery row) {
        return switch (row.problem().orElse("")) {
            case "nobody wants it any more" ->
                row.doubts() > 0
                        // Who subscribed later and would have wanted it knows it from another message.
                        || row.story()
                                .flatMap(story -> told(row.conversation(), story))
                                .isPresent()
                        || store.outbox().reasons(row.id()).stream()
                                .noneMatch(
                                        id -> store.subscriptions().find(id).isPresent() && row.kind() != Kind.UPDATE);
            case Suspensions.STALE_PROBLEM ->
                row.planned().plus(Suspensions.STALE).isBefore(now);
            case "told meanwhile", "became part of a story that was told" ->
                row.story().isEmpty()
                        || told(row.conversation(), row.story().orElseThrow()).isPresent();
            default -> true;
        };
    }

    private Optional<Told> told(ConversationId conversation, StoryId story) {
        StoryId survivor = store.stories().find(story).orElseThrow().id();
        return Optional.ofNullable(
                store.outbox().told(conversation, List.of(survivor)).get(survivor));
    }

    /** Nothing is doubled, but on Telegram where an answer was lost, and once for each. */
    private void checkOnce(Delivery row) {
        int messages = posted.getOrDefault(row.nonce(), List.of()).size();
        SimPlatform platform = requireNonNull(platforms.get(row.place().platform()));
        int allowed = row.place().platform().equals("telegram")
                ? 1 + platform.lostAnswers(row.nonce()) + unheard.getOrDefault(row.id(), 0)
                : 1;
        if (messages > allowed) {
            broken.add(messages + " times: " + row);
        }
    }

    /** Who wanted a story was told of it, or is about to be, or there is a reason. */
    private void checkTold(Conversation conversation, List<Delivery> there) {
        for (Subscription wishing : store.subscriptions().of(conversation.id())) {
            for (News news : newsroom.news()) {
                if (wants(wishing, news) && !isAccountedFor(conversation, news.story(), there)) {
                    broken.add("never told: story " + news.story() + " revision " + news.revision() + " to " + wishing);
                }
            }
        }
    }

    /** Whether it surely wants that; not where it paused afterwards. */
    private boolean wants(Subscription wishing, News news) {
        boolean fits = switch (wishing.wish().subject()) {
            case Subject.OfTopic(String name) -> news.topics().contains(name);
            case Subject.Everything() -> true;
            case Subject.OfWords _, Subject.OfSource _ -> false;
        };
        return fits
                && !wishing.created().isAfter(news.at())
                && readers.began(wishing).isBefore(news.truly())
                && !readers.pausedAfter(wishing, news.at());
    }

    private boolean isAccountedFor(Conversation conversation, StoryId story, List<Delivery> there) {
        StoryId survivor = store.stories().find(story).orElseThrow().id();
        return told(conversation.id(), story).isPresent()
                || there.stream()
                        .filter(row -> row.state() == State.HELD
                                || row.state() == State.SENT
                                // Nobody knows whether it came; it was wanted again only after it was given up.
                                || row.state() == State.CANCELLED && row.doubts() > 0
                                || row.problem().equals(Optional.of(Suspensions.STALE_PROBLEM)))
                        .flatMap(this::toTell)
                        .anyMatch(one -> store.stories()
                                .find(one)
                                .filter(found -> found.id().equals(survivor))
                                .isPresent());
    }

    private Stream<StoryId> toTell(Delivery row) {
        return row.kind() == Kind.DIGEST
                ? store.outbox().storiesOf(row.id()).stream().map(Shown::story)
                : row.story().stream();
    }

    private void checkEdits(Conversation conversation) {
        store.outbox().told(conversation.id(), newsroom.stories()).values().stream()
                .filter(told -> told.editDue().isPresent())
                .forEach(told -> broken.add("never edited: " + told));
    }

    /** A message that stands there, and what it was to tell. */
    private record Message(Delivery row, Posted first, Meant meant) {}

    /** Those of a conversation, in the order they came. */
    private List<Message> messages(List<Delivery> there) {
        List<Message> messages = new ArrayList<>();
        for (Delivery row : there) {
            posted.getOrDefault(row.nonce(), List.of()).stream()
                    .findFirst()
                    .ifPresent(first -> meant.getOrDefault(row.nonce(), List.of()).stream()
                            .filter(one -> one.answer() == first.answer)
                            .findFirst()
                            .ifPresent(one -> messages.add(new Message(row, first, one))));
        }
        messages.sort(Comparator.comparing(message -> message.first().at));
        return messages;
    }

    /** Of several attempts that came the one we know of. */
    private Posted confirmed(Message message) {
        return posted.getOrDefault(message.row().nonce(), List.of()).stream()
                .filter(one -> Optional.of(one.receipt).equals(message.row().receipt()))
                .findFirst()
                .orElse(message.first());
    }

    /** Nobody is told a story as if it were new who knows it, merged or not. */
    private void checkTwice(List<Message> messages) {
        Map<StoryId, Integer> known = new HashMap<>();
        Map<StoryId, Instant> inDigest = new HashMap<>();
        for (Message message : messages) {
            int mergers = message.meant().mergers();
            Map<StoryId, Integer> before = new HashMap<>();
            known.forEach((story, revision) -> before.merge(newsroom.survivor(story, mergers), revision, Math::max));
            for (Shown shown : message.meant().shown()) {
                StoryId story = newsroom.survivor(shown.story(), mergers);
                Integer earlier = before.get(story);
                boolean allowed = switch (message.row().kind()) {
                    case FIRST -> earlier == null;
                    case DIGEST ->
                        earlier == null
                                || newsroom.wasMerged(story)
                                || wentOn(story, earlier, shown)
                                // Planned before the other one came: what a message showed is not changed by a digest.
                                || inDigest.getOrDefault(story, Instant.MIN)
                                        .isAfter(message.row().planned());
                    case UPDATE, CORRECTION -> true;
                };
                if (!allowed) {
                    broken.add("told twice: story " + story + " by " + message.row());
                }
                if (message.row().state() == State.SENT) {
                    known.merge(story, surely(message.row(), shown), Math::max);
                    if (message.row().kind() == Kind.DIGEST) {
                        inDigest.put(story, message.first().shown);
                    }
                }
            }
        }
    }

    /** Of several attempts nobody knows which one it was that came. */
    private static int surely(Delivery row, Shown shown) {
        return row.doubts() > 0 && row.kind() != Kind.DIGEST
                ? Math.min(row.revision(), shown.revision())
                : shown.revision();
    }

    private boolean wentOn(StoryId story, int earlier, Shown shown) {
        return newsroom.news().stream()
                .anyMatch(news -> news.story().equals(story)
                        && news.material()
                        && news.revision() > earlier
                        && news.revision() <= shown.revision());
    }

    /** No local day has more than it should, and at quiet hours it is quiet. */
    private void checkDays(Conversation conversation, List<Message> messages) {
        Channel channel = store.subscriptions().channel(conversation.id());
        ZoneId zone =
                store.communities().find(conversation.workspace()).orElseThrow().zone();
        int most = Budget.of(channel.budget()).aDay();
        // Of what was told by another message while it was in doubt nobody can know on Telegram that it came.
        Map<LocalDate, Long> days = messages.stream()
                .filter(message -> message.row().state() == State.SENT)
                // While a message is in doubt it counts each day; on which day it came nobody knows but by a clock.
                .filter(message -> message.row().doubts() == 0 || !readers.clockWasWrong())
                .collect(Collectors.groupingBy(
                        message -> confirmed(message).shown.atZone(zone).toLocalDate(), Collectors.counting()));
        days.forEach((day, count) -> {
            if (count > most) {
                broken.add(count + " messages on " + day + " in " + conversation + ", budget " + most);
            }
        });
        channel.quiet()
                .ifPresent(hours -> messages.stream()
                        .filter(message ->
                                hours.endAfter(message.meant().shownAt(), zone).isPresent())
                        .forEach(message -> broken.add("in quiet hours: " + message.row())));
        Map<Long, Long> digests = messages.stream()
                .filter(message -> message.row().kind() == Kind.DIGEST)
                .collect(Collectors.groupingBy(message -> message.row().number(), Collectors.counting()));
        digests.forEach((number, count) -> {
            if (count > 1) {
                broken.add(count + " digests of " + Instant.ofEpochMilli(number) + " in " + conversation);
            }
        });
    }

    /** What nothing held back comes in the order it was planned. */
    private void checkOrder(Conversation conversation, List<Delivery> there) {
        Channel channel = store.subscriptions().channel(conversation.id());
        boolean digests = store.subscriptions().of(conversation.id()).stream()
                .anyMatch(subscription -> subscription.cadence() instanceof Cadence.ByDigest);
        if (channel.budget().isPresent() || channel.quiet().isPresent() || digests) {
            return;
        }
        Posted before = null;
        for (Delivery row : there) {
            List<Posted> messages = posted.getOrDefault(row.nonce(), List.of());
            if (row.state() == State.SENT && !messages.isEmpty() && !isPlannedAgain(row, there)) {
                if (before != null && before.at.isAfter(messages.getFirst().at)) {
                    broken.add("out of order: " + row);
                }
                before = messages.getFirst();
            }
        }
    }

    /** What was cancelled and is wanted after all keeps its place among the ids, not in the order. */
    private static boolean isPlannedAgain(Delivery row, List<Delivery> there) {
        return there.stream()
                .anyMatch(other ->
                        other.id().value() > row.id().value() && other.planned().isBefore(row.planned()));
    }
}
