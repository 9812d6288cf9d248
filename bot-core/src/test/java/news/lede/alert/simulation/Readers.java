package news.lede.alert.simulation;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import news.lede.alert.Doors;
import news.lede.alert.KnownDoors;
import news.lede.alert.Messenger.Reason;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.store.Store;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.subscription.Subscriptions.Outcome;
import news.lede.subscription.Wish;
import news.lede.text.Language;

/** Those who are told: people who subscribe, change their mind, pause and leave, chats that shut us out, let us in again or become others, and whoever sets the clock. What they did is noted. */
final class Readers {
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata");
    private static final List<Reason> REASONS = List.of(Reason.BLOCKED, Reason.KICKED, Reason.NO_RIGHTS);
    private static final PersonKey ADA = new PersonKey("telegram", "1");

    private final Store store;
    private final SimTime time;
    private final Faults faults;
    private final Map<String, SimPlatform> platforms;
    private final KnownDoors doors;
    private final List<ConversationId> conversations = new ArrayList<>();
    private final Map<ConversationId, Instant> lastPause = new HashMap<>();
    private final Map<SubscriptionId, Instant> lastRest = new HashMap<>();
    private final Map<SubscriptionId, Instant> began = new HashMap<>();
    /** Those that took another conversation in, with what that one had been told. */
    private final Set<ConversationId> joined = new HashSet<>();

    /** How far a pause may last beyond its end, for the clock may have been set back. */
    private Duration wrong = Duration.ZERO;

    private int moves;

    Readers(Store store, SimTime time, Faults faults, Map<String, SimPlatform> platforms) {
        this.store = store;
        this.time = time;
        this.faults = faults;
        this.platforms = platforms;
        doors = new KnownDoors(store.communities(), store.subscriptions(), store.suspensions(), time);
        for (String platform : platforms.keySet()) {
            int count = 1 + faults.below(3);
            for (int i = 0; i < count; i++) {
                begin(platform, platform + i);
            }
        }
    }

    /** Somebody speaks with us in a chat for the first time, and chooses things; they stay so, for days are counted by them. */
    private void begin(String platform, String chat) {
        Workspace fresh = store.communities().workspace(platform, chat, "");
        ZoneId zone = ZoneId.of(faults.oneOf(ZONES));
        store.communities().update(new Workspace(fresh.id(), platform, chat, "", Language.ENGLISH, zone));
        Conversation conversation =
                store.communities().conversation(fresh.id(), new Place(platform, chat, Optional.empty()));
        conversations.add(conversation.id());
        Channel channel = Channel.standard(conversation.id());
        if (faults.below(3) == 0) {
            channel = channel.withBudget(OptionalInt.of(1 + faults.below(5)));
        }
        if (faults.below(4) == 0) {
            int from = faults.below(24);
            channel = channel.withQuiet(Optional.of(
                    new QuietHours(LocalTime.of(from, 0), LocalTime.of((from + 1 + faults.below(9)) % 24, 30))));
        }
        store.subscriptions().save(channel);
        for (int i = faults.below(3); i >= 0; i--) {
            subscribe(conversation);
        }
    }

    /** Something happens. */
    void happen() {
        switch (faults.below(12)) {
            case 0 -> subscribe(any());
            case 1 -> unsubscribe();
            case 2 -> subscription().ifPresent(this::changeTimes);
            case 3 -> pause();
            case 4 -> subscription().ifPresent(this::rest);
            case 5, 6 -> shut();
            case 7, 8 -> letIn(any());
            case 9, 10 -> move();
            default -> wrongClock();
        }
    }

    private Conversation any() {
        return faults.oneOf(conversations());
    }

    private Optional<Subscription> subscription() {
        List<Subscription> there = store.subscriptions().of(any().id());
        return there.isEmpty() ? Optional.empty() : Optional.of(faults.oneOf(there));
    }

    private void subscribe(Conversation conversation) {
        Subject subject =
                faults.below(4) == 0 ? new Subject.Everything() : new Subject.OfTopic(faults.oneOf(Newsroom.TOPICS));
        Instant now = time.instant();
        Cadence cadence = faults.below(3) == 0 ? digest(conversation) : new Cadence.Instantly();
        Optional<Instant> due = cadence instanceof Cadence.ByDigest digest
                ? Optional.of(DigestSchedule.next(digest, now))
                : Optional.empty();
        Outcome outcome = store.subscriptions()
                .subscribe(conversation, new Wish(subject, "", Set.of(), 1), cadence, due, ADA, now);
        if (outcome instanceof Outcome.Subscribed(Subscription subscription, boolean fresh)) {
            began.putIfAbsent(subscription.id(), time.truly());
            // It takes the pause along should its conversation become part of another.
            Optional.ofNullable(lastPause.get(conversation.id()))
                    .ifPresent(until -> lastRest.merge(subscription.id(), until, Readers::later));
            faults.note("subscribed %s fresh %s", subscription, fresh);
        }
    }

    private Cadence.ByDigest digest(Conversation conversation) {
        Set<LocalTime> times = new TreeSet<>();
        for (int i = faults.below(2); i >= 0; i--) {
            times.add(LocalTime.of(faults.below(24), 0));
        }
        ZoneId zone =
                store.communities().find(conversation.workspace()).orElseThrow().zone();
        return new Cadence.ByDigest(EnumSet.allOf(DayOfWeek.class), new TreeSet<>(times), zone);
    }

    private void unsubscribe() {
        subscription().ifPresent(one -> {
            store.subscriptions().unsubscribe(one.id());
            faults.note("unsubscribed %s", one.id());
        });
    }

    private void changeTimes(Subscription one) {
        Cadence.ByDigest digest =
                digest(store.communities().find(one.conversation()).orElseThrow());
        store.subscriptions().reschedule(one.id(), digest, DigestSchedule.next(digest, time.instant()));
        faults.note("rescheduled %s to %s", one.id(), digest);
    }

    private void rest(Subscription one) {
        Instant until = time.instant().plus(Duration.ofMinutes(faults.below(300)));
        store.subscriptions().pause(one.id(), Optional.of(until));
        lastRest.merge(one.id(), until, Readers::later);
        faults.note("paused subscription %s until %s", one.id(), until);
    }

    private void pause() {
        Conversation one = any();
        Instant until = time.instant().plus(Duration.ofMinutes(faults.below(300)));
        store.subscriptions().change(one.id(), channel -> channel.pausedUntil(Optional.of(until)));
        lastPause.merge(one.id(), until, Readers::later);
        store.subscriptions().of(one.id()).forEach(there -> lastRest.merge(there.id(), until, Readers::later));
        faults.note("paused %s until %s", one.id(), until);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private void shut() {
        Conversation one = any();
        Reason reason = faults.oneOf(REASONS);
        faults.note("%s shut", one.place());
        platform(one).shut(one.place().chat(), reason);
        if (faults.below(2) == 0) {
            seen(one, Optional.of(new Doors.Shut(reason, "seen")));
        }
    }

    private void letIn(Conversation one) {
        platform(one).open(one.place().chat());
        seen(one, Optional.empty());
    }

    private void seen(Conversation one, Optional<Doors.Shut> standing) {
        doors.seen(one.place().platform(), List.of(one.place().chat()), _ -> standing);
    }

    /** A group that grows becomes another chat; sooner or later somebody tells us, or the next message does. */
    private void move() {
        Conversation one = any();
        if (!one.place().platform().equals("telegram")) {
            return;
        }
        String from = one.place().chat();
        String to = "-100" + ++moves;
        faults.note("%s becomes %s", from, to);
        if (faults.below(3) == 0) {
            begin("telegram", to);
            joined.add(one.id());
        }
        platform(one).open(from);
        platform(one).move(from, to);
        if (faults.below(2) == 0) {
            doors.moved("telegram", from, to);
        }
    }

    private SimPlatform platform(Conversation one) {
        return requireNonNull(platforms.get(one.place().platform()));
    }

    private void wrongClock() {
        time.setWrong(Duration.ofMinutes(faults.below(12 * 60) - 6 * 60L));
        wrong = Duration.ofHours(12);
        faults.note("clock shows %s", time.instant());
    }

    /** Everybody lets us in again, and the clock is right. */
    void calm() {
        time.setWrong(Duration.ZERO);
        platforms.values().forEach(SimPlatform::calm);
        letAllIn();
    }

    void letAllIn() {
        conversations().forEach(this::letIn);
    }

    /** Those that there are, where they are. */
    List<Conversation> conversations() {
        return conversations.stream()
                .flatMap(id -> store.communities().find(id).stream())
                .toList();
    }

    /** Whether nothing of another conversation came to it. */
    boolean isItself(ConversationId id) {
        return !joined.contains(id);
    }

    boolean clockWasWrong() {
        return !wrong.isZero();
    }

    /** When somebody really subscribed, whatever the clock showed. */
    Instant began(Subscription subscription) {
        return requireNonNull(began.get(subscription.id()));
    }

    /** Whether a subscription wanted nothing at some time after that. */
    boolean pausedAfter(Subscription subscription, Instant instant) {
        Instant earliest = instant.minus(wrong);
        return Optional.ofNullable(lastPause.get(subscription.conversation()))
                        .filter(earliest::isBefore)
                        .isPresent()
                || Optional.ofNullable(lastRest.get(subscription.id()))
                        .filter(earliest::isBefore)
                        .isPresent();
    }
}
