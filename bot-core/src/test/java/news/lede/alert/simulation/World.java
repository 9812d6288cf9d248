package news.lede.alert.simulation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Delivery;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Delivery.State;
import news.lede.alert.DeliveryId;
import news.lede.alert.InMemoryTold.Told;
import news.lede.alert.Lane;
import news.lede.alert.Messenger.Reason;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.store.InMemoryStore;
import news.lede.story.StoryId;
import news.lede.text.Language;

/** Those around the process: news that comes and grows, people who subscribe, leave, block and let in again, moderators, clocks. */
final class World {
    private static final Instant NOON = Samples.NOON;

    private final InMemoryStore store;
    private final SimTime time;
    private final Faults faults;
    private final SimComposer composer;
    private final Map<String, SimPlatform> platforms;
    private final List<ConversationId> conversations = new ArrayList<>();
    private final List<StoryId> stories = new ArrayList<>();
    private final Map<DeliveryId, String> legal = new LinkedHashMap<>();
    private final Set<ConversationId> disturbed = new HashSet<>();
    private int articles;
    private int chats;

    World(InMemoryStore store, SimTime time, Faults faults, SimComposer composer, Map<String, SimPlatform> platforms) {
        this.store = store;
        this.time = time;
        this.faults = faults;
        this.composer = composer;
        this.platforms = platforms;
        for (String platform : platforms.keySet()) {
            int count = 2 + faults.below(5);
            for (int i = 0; i < count; i++) {
                conversations.add(conversation(platform, (platform.equals("telegram") ? "-" : "") + ++chats)
                        .id());
            }
        }
    }

    private Conversation conversation(String platform, String chat) {
        return store.communities()
                .conversation(
                        store.communities().workspace(platform, chat, "").id(),
                        new Place(platform, chat, Optional.empty()));
    }

    /** Something happens. */
    void happen() {
        switch (faults.below(14)) {
            case 0, 1, 2, 3 -> tell();
            case 4, 5 -> grow();
            case 6 -> digests();
            case 7 -> unsubscribe();
            case 8 -> decide();
            case 9 -> shut();
            case 10, 11 -> letIn();
            case 12 -> wrongClock();
            default -> merge();
        }
    }

    private Article article() {
        String title = "Article " + ++articles;
        return store.articles()
                .add(
                        Samples.article(title, NOON, title + " is all we know."),
                        List.of(new ArticleKey("key:" + title)),
                        store.sources().imported().id(),
                        Optional.empty(),
                        NOON);
    }

    /** A new story, planned for some conversations. */
    private void tell() {
        StoryId story =
                store.stories().open(article().id(), Language.ENGLISH, NOON).id();
        stories.add(story);
        for (ConversationId conversation : conversations) {
            if (faults.below(3) > 0) {
                plan(conversation, Kind.FIRST, Optional.of(story), 0, Lane.ALERT);
            }
        }
    }

    private void plan(ConversationId where, Kind kind, Optional<StoryId> story, long number, Lane lane) {
        Instant now = time.instant();
        int revision = story.flatMap(store.stories()::find)
                .map(found -> found.revision())
                .orElse(0);
        store.deliveries()
                .plan(new Planned(where, kind, story, number, revision, lane, now, now.plusSeconds(faults.below(3))))
                .ifPresent(id -> faults.note("planned %s %s in %s", id, kind, where));
    }

    /** A story grows: who knows it is to see that, and now and then hears of it. */
    private void grow() {
        if (stories.isEmpty()) {
            return;
        }
        StoryId story =
                store.stories().find(faults.oneOf(stories)).orElseThrow().id();
        int revision = store.stories().join(story, article().id(), NOON).revision();
        boolean material = faults.below(3) == 0;
        for (Told told : store.edits().all()) {
            if (told.story().equals(story) && told.receipt().isPresent()) {
                store.edits().keep(wanting(told, revision, time.instant().plusSeconds(faults.below(60))));
                if (material) {
                    plan(told.conversation(), Kind.UPDATE, Optional.of(story), revision, Lane.ALERT);
                }
            }
        }
    }

    private static Told wanting(Told told, int revision, Instant due) {
        return new Told(
                told.story(),
                told.conversation(),
                told.delivery(),
                told.receipt(),
                told.at(),
                told.shown(),
                revision,
                Optional.of(due));
    }

    private void digests() {
        for (ConversationId conversation : conversations) {
            if (faults.below(2) == 0) {
                plan(conversation, Kind.DIGEST, Optional.empty(), time.instant().toEpochMilli(), Lane.DIGEST);
            }
        }
    }

    private void unsubscribe() {
        waiting().ifPresent(row -> {
            store.deliveries().cancel(row.id(), "unsubscribed", time.instant());
            legal.put(row.id(), "unsubscribed");
            faults.note("cancelled %s", row.id());
        });
    }

    private void decide() {
        waiting().ifPresent(row -> {
            if (faults.below(2) == 0) {
                composer.needless(row.id());
            } else {
                composer.held(row.id());
            }
        });
    }

    private Optional<Delivery> waiting() {
        List<Delivery> rows = store.deliveries().all().stream()
                .filter(row -> row.state() == State.PLANNED || row.state() == State.RETRY)
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(faults.oneOf(rows));
    }

    private void shut() {
        Conversation one = any();
        SimPlatform platform = requireNonNull(platforms.get(one.place().platform()));
        if (one.place().platform().equals("telegram") && faults.below(3) == 0) {
            String to = "-100" + ++chats;
            if (faults.below(2) == 0) {
                conversation("telegram", to);
            }
            faults.note("%s becomes %s", one.place().chat(), to);
            platform.move(one.place().chat(), to);
            disturbed.add(one.id());
            return;
        }
        faults.note("%s shut", one.place());
        platform.shut(one.place().chat(), faults.oneOf(List.of(Reason.BLOCKED, Reason.KICKED, Reason.NO_RIGHTS)));
    }

    private Conversation any() {
        return store.communities().find(faults.oneOf(conversations)).orElseThrow();
    }

    /** Of one that is shut the platform tells us sooner or later that it is open again. */
    private void letIn() {
        Conversation one = any();
        SimPlatform platform = requireNonNull(platforms.get(one.place().platform()));
        platform.open(one.place().chat());
        if (store.suspensions().resume(one.id(), time.instant())) {
            faults.note("%s open again", one.place());
        }
    }

    private void wrongClock() {
        time.setWrong(Duration.ofSeconds(faults.below(3_600) - 1_800L));
        faults.note("clock shows %s", time.instant());
    }

    /** Two stories are one; the store sees to what was planned and told of them. */
    private void merge() {
        if (stories.size() < 2) {
            return;
        }
        StoryId survivor =
                store.stories().find(faults.oneOf(stories)).orElseThrow().id();
        StoryId absorbed =
                store.stories().find(faults.oneOf(stories)).orElseThrow().id();
        if (survivor.equals(absorbed)) {
            return;
        }
        faults.note("%s absorbs %s", survivor, absorbed);
        Set<DeliveryId> before = cancelled();
        store.transactor().inTransaction(() -> store.stories().merge(survivor, absorbed, NOON));
        cancelled().stream().filter(id -> !before.contains(id)).forEach(id -> legal.put(id, "merged"));
    }

    private Set<DeliveryId> cancelled() {
        return store.deliveries().all().stream()
                .filter(row -> row.state() == State.CANCELLED)
                .map(Delivery::id)
                .collect(Collectors.toSet());
    }

    /** Everybody lets us in again, and the clock is right. */
    void calm() {
        time.setWrong(Duration.ZERO);
        faults.calm();
        platforms.values().forEach(SimPlatform::calm);
        letAllIn();
    }

    void letAllIn() {
        conversations.forEach(one -> store.suspensions().resume(one, time.instant()));
    }

    boolean isLegal(DeliveryId id) {
        return legal.containsKey(id);
    }

    /** Whether its chat became another one, so that what stands in it stands in two places. */
    boolean isDisturbed(ConversationId id) {
        return disturbed.contains(id);
    }
}
