package news.lede.benchmarks.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.StoryId;

/** Gives a store that is full of news its readers: servers, groups, persons in private chats, and what they were told within a day. Pages that list those take longer the more they are. */
final class Readers {
    private static final int COMMUNITIES = 1_000;
    private static final int PERSONS = 20_000;
    private static final int TOLD = 20_000;
    /** One message of so many was given up, and one was kept back. */
    private static final int FAILED = 100;

    private static final int STORIES = 200;

    private final Store store;
    private final Random random = new Random(5);
    private final Instant now = Instant.now();

    private Readers(Store store) {
        this.store = store;
    }

    /** Arguments: the data folder. */
    public static void main(String[] args) {
        try (Store store = SqliteStore.open(Path.of(args[0]), Store.Mode.ALONE)) {
            Readers readers = new Readers(store);
            store.transactor().inTransaction(readers::fill);
        }
    }

    private int fill() {
        List<Conversation> conversations = new ArrayList<>();
        for (int i = 0; i < COMMUNITIES; i++) {
            String platform = i % 2 == 0 ? "discord" : "telegram";
            String key = i % 2 == 0 ? "guild:" + (70_000 + i) : "-100" + (70_000 + i);
            conversations.add(conversation(platform, key, i % 2 == 0 ? "5" + (70_000 + i) : key, "Readers of " + i));
        }
        for (int i = 0; i < PERSONS; i++) {
            String chat = Integer.toString(1_000_000 + i);
            conversations.add(conversation("telegram", chat, chat, "Reader " + i));
        }
        Workspace first =
                store.communities().find(conversations.getFirst().workspace()).orElseThrow();
        List<StoryId> stories =
                store.stories().newest(store.communities().viewer(first.id()).sources(), STORIES);
        for (int i = 0; i < TOLD; i++) {
            tell(conversations.get(i % conversations.size()), stories.get(random.nextInt(stories.size())), i);
        }
        return conversations.size();
    }

    private Conversation conversation(String platform, String key, String chat, String title) {
        Communities communities = store.communities();
        return communities.conversation(
                communities.workspace(platform, key, title).id(), new Place(platform, chat, Optional.empty()));
    }

    private void tell(Conversation conversation, StoryId story, int number) {
        Instant planned = now.minus(
                Duration.ofSeconds(random.nextInt((int) Duration.ofDays(1).toSeconds())));
        Instant sent = planned.plusMillis(random.nextInt(20_000));
        Deliveries deliveries = store.deliveries();
        Optional<DeliveryId> id = deliveries.plan(new Deliveries.Planned(
                conversation.id(), Delivery.Kind.FIRST, Optional.of(story), 0, 1, Lane.ALERT, planned, planned));
        id.filter(_ -> deliveries.begin(id.orElseThrow(), planned).isPresent()).ifPresent(begun -> {
            switch (number % FAILED) {
                case 0 -> deliveries.giveUp(begun, "400 Bad Request", sent);
                case 1 -> deliveries.hold(begun, "BUDGET");
                default ->
                    deliveries.sent(
                            begun,
                            new Receipt(Integer.toString(number)),
                            List.of(new Deliveries.Shown(story, Integer.MAX_VALUE)),
                            sent);
            }
        });
    }
}
