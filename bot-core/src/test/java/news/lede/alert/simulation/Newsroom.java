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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import news.lede.alert.FakeTopicFits;
import news.lede.alert.Messenger.Reason;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.Store;
import news.lede.story.Change;
import news.lede.story.Story;
import news.lede.story.StoryId;
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

/** Those around the desk: news that is stored with its announcement, people who subscribe, leave and pause, platforms that shut us out. What they did is noted. */
final class Newsroom {
    private static final List<String> TOPICS = List.of("ferries", "harbour", "markets");
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata");
    private static final PersonKey ADA = new PersonKey("telegram", "1");

    /** An article that was announced with topics it is on. */
    record News(StoryId story, int revision, Set<String> topics, Instant at, boolean material) {}

    record Merger(StoryId survivor, StoryId absorbed, Instant truly) {}

    private final Store store;
    private final SimTime time;
    private final Faults faults;
    private final FakeTopicFits topics;
    private final Map<String, SimPlatform> platforms;
    private final SourceId source;
    private final List<Conversation> conversations = new ArrayList<>();
    private final Set<StoryId> stories = new LinkedHashSet<>();
    private final List<News> news = new ArrayList<>();
    private final List<Merger> mergers = new ArrayList<>();
    private final Map<SubscriptionId, Subscription> ended = new HashMap<>();
    private final Map<ConversationId, Instant> lastPause = new HashMap<>();
    private final Set<ConversationId> everShut = new LinkedHashSet<>();
    private int articles;

    Newsroom(Store store, SimTime time, Faults faults, FakeTopicFits topics, Map<String, SimPlatform> platforms) {
        this.store = store;
        this.time = time;
        this.faults = faults;
        this.topics = topics;
        this.platforms = platforms;
        this.source = store.sources()
                .addIfAbsent(SourceKind.FEED, "https://courier.example/feed", "courier")
                .id();
        store.sources().addToPack("default", source);
        for (String platform : platforms.keySet()) {
            int count = 1 + faults.below(3);
            for (int i = 0; i < count; i++) {
                conversations.add(conversation(platform, platform + i));
            }
        }
        conversations.forEach(this::settle);
    }

    private Conversation conversation(String platform, String chat) {
        Workspace fresh = store.communities().workspace(platform, chat, "");
        store.communities()
                .update(new Workspace(
                        fresh.id(), platform, chat, "", Language.ENGLISH, ZoneId.of(faults.oneOf(ZONES))));
        return store.communities().conversation(fresh.id(), new Place(platform, chat, Optional.empty()));
    }

    /** What a conversation chose; it stays so, for days are counted by it. */
    private void settle(Conversation conversation) {
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
        switch (faults.below(16)) {
            case 0, 1, 2, 3, 4 -> open();
            case 5, 6, 7 -> grow();
            case 8 -> correct();
            case 9, 10 -> merge();
            case 11 -> subscribe(faults.oneOf(conversations));
            case 12 -> unsubscribe();
            case 13 -> pause();
            case 14 -> shut();
            default -> letIn(faults.oneOf(conversations));
        }
    }

    private Article article(Instant now) {
        String title = "Ferry number " + ++articles + " aground";
        return store.articles()
                .add(
                        Samples.article(title, now, title + ", the harbour office of quay " + articles + " said."),
                        List.of(new ArticleKey("key:" + title)),
                        source,
                        Optional.empty(),
                        now);
    }

    private Set<String> fitting(ArticleId article) {
        Set<String> fitting = new TreeSet<>();
        for (int i = faults.below(3); i >= 0; i--) {
            fitting.add(faults.oneOf(TOPICS));
        }
        fitting.forEach(topic -> topics.fits(article, topic));
        return fitting;
    }

    private void open() {
        Instant now = time.instant();
        store.transactor().inTransaction(() -> {
            Article article = article(now);
            Story story = store.stories().open(article.id(), Language.ENGLISH, now);
            store.stories().describe(story.id(), 1, true, List.of(new Change.FirstReport(Optional.empty())));
            announce(story.id(), 1, fitting(article.id()), now, true);
            return true;
        });
    }

    private void announce(StoryId story, int revision, Set<String> fitting, Instant now, boolean material) {
        store.announcements().announce(story, revision, now);
        stories.add(story);
        news.add(new News(story, revision, fitting, now, material));
        faults.note("announced story %s revision %s material %s on %s", story, revision, material, fitting);
    }

    private Optional<StoryId> any() {
        return stories.isEmpty()
                ? Optional.empty()
                : store.stories().find(faults.oneOf(List.copyOf(stories))).map(Story::id);
    }

    private void grow() {
        any().ifPresent(story -> {
            Instant now = time.instant();
            boolean material = faults.below(2) == 0;
            store.transactor().inTransaction(() -> {
                Article article = article(now);
                int revision = store.stories().join(story, article.id(), now).revision();
                Change change = material ? new Change.HeadlineChanged("x", article.title()) : new Change.NewSource();
                store.stories().describe(story, revision, material, List.of(change));
                announce(story, revision, fitting(article.id()), now, material);
                return true;
            });
        });
    }

    private void correct() {
        any().ifPresent(id -> {
            Instant now = time.instant();
            store.transactor().inTransaction(() -> {
                Story story = store.stories().find(id).orElseThrow();
                Change change = new Change.HeadlineChanged("Ferry adrift", "Ferry aground");
                int revision = store.stories()
                        .revise(id, faults.oneOf(story.members()), true, List.of(change), now)
                        .number();
                announce(id, revision, Set.of(), now, true);
                return true;
            });
        });
    }

    private void merge() {
        Optional<StoryId> survivor = any();
        Optional<StoryId> absorbed = any();
        if (survivor.isEmpty() || survivor.equals(absorbed)) {
            return;
        }
        Instant now = time.instant();
        faults.note("%s absorbs %s", survivor.get(), absorbed.orElseThrow());
        store.transactor().inTransaction(() -> {
            Story merged = store.stories().merge(survivor.get(), absorbed.orElseThrow(), now);
            store.announcements().announce(merged.id(), merged.revision(), now);
            return true;
        });
        mergers.add(new Merger(survivor.get(), absorbed.orElseThrow(), time.truly()));
    }

    private void subscribe(Conversation conversation) {
        Subject subject = faults.below(4) == 0 ? new Subject.Everything() : new Subject.OfTopic(faults.oneOf(TOPICS));
        Instant now = time.instant();
        Cadence cadence = faults.below(3) == 0 ? digest(conversation) : new Cadence.Instantly();
        Optional<Instant> due = cadence instanceof Cadence.ByDigest digest
                ? Optional.of(DigestSchedule.next(digest, now))
                : Optional.empty();
        Outcome outcome = store.subscriptions()
                .subscribe(conversation, new Wish(subject, "", Set.of(), 1), cadence, due, ADA, now);
        if (outcome instanceof Outcome.Subscribed(Subscription subscription, boolean fresh)) {
            faults.note("subscribed %s fresh %s", subscription, fresh);
        }
    }

    private Cadence digest(Conversation conversation) {
        Set<LocalTime> times = new TreeSet<>();
        for (int i = faults.below(2); i >= 0; i--) {
            times.add(LocalTime.of(faults.below(24), 0));
        }
        ZoneId zone =
                store.communities().find(conversation.workspace()).orElseThrow().zone();
        return new Cadence.ByDigest(EnumSet.allOf(DayOfWeek.class), new TreeSet<>(times), zone);
    }

    private void unsubscribe() {
        List<Subscription> there =
                store.subscriptions().of(faults.oneOf(conversations).id());
        if (!there.isEmpty()) {
            Subscription one = faults.oneOf(there);
            store.subscriptions().unsubscribe(one.id());
            ended.put(one.id(), one);
            faults.note("unsubscribed %s", one.id());
        }
    }

    private void pause() {
        Conversation one = faults.oneOf(conversations);
        Instant until = time.instant().plus(Duration.ofMinutes(faults.below(300)));
        store.subscriptions().change(one.id(), channel -> channel.pausedUntil(Optional.of(until)));
        lastPause.merge(one.id(), until, (a, b) -> a.isAfter(b) ? a : b);
        faults.note("paused %s until %s", one.id(), until);
    }

    private void shut() {
        Conversation one = faults.oneOf(conversations);
        faults.note("%s shut", one.place());
        everShut.add(one.id());
        platform(one).shut(one.place().chat(), faults.oneOf(List.of(Reason.BLOCKED, Reason.KICKED, Reason.NO_RIGHTS)));
    }

    private SimPlatform platform(Conversation one) {
        return requireNonNull(platforms.get(one.place().platform()));
    }

    private void letIn(Conversation one) {
        platform(one).open(one.place().chat());
        if (store.suspensions().resume(one.id(), time.instant())) {
            faults.note("%s open again", one.place());
        }
    }

    /** Everybody lets us in again. */
    void calm() {
        faults.calm();
        platforms.values().forEach(SimPlatform::calm);
        letAllIn();
    }

    void letAllIn() {
        conversations.forEach(this::letIn);
    }

    List<Conversation> conversations() {
        return conversations;
    }

    Set<StoryId> stories() {
        return stories;
    }

    List<News> news() {
        return news;
    }

    /** Which story one was part of at a time. */
    StoryId survivor(StoryId story, Instant truly) {
        StoryId now = story;
        for (Merger merger : mergers) {
            if (merger.absorbed().equals(now) && !merger.truly().isAfter(truly)) {
                now = merger.survivor();
            }
        }
        return now;
    }

    boolean wasMerged(StoryId story) {
        return mergers.stream()
                .anyMatch(merger ->
                        merger.survivor().equals(story) || merger.absorbed().equals(story));
    }

    boolean everShut(ConversationId id) {
        return everShut.contains(id);
    }

    /** Whether a conversation wanted nothing at some time after that. */
    boolean pausedAfter(ConversationId id, Instant instant) {
        return Optional.ofNullable(lastPause.get(id)).filter(instant::isBefore).isPresent();
    }

    Map<SubscriptionId, Subscription> ended() {
        return new LinkedHashMap<>(ended);
    }
}
