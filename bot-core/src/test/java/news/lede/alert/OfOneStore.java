package news.lede.alert;

import java.util.Optional;
import java.util.function.Supplier;
import news.lede.article.Samples;
import news.lede.community.Conversation;
import news.lede.community.Place;
import news.lede.store.Store;
import news.lede.story.Publishers;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;

/** What planning and sending need, all from one store; publishers have nothing to do with each other where nobody says so. */
public final class OfOneStore {
    private OfOneStore() {}

    public static Planner.Books books(Store store) {
        return books(store, store.outbox());
    }

    static Planner.Books books(Store store, Outbox outbox) {
        return new Planner.Books(
                store.transactor(),
                store.subscriptions(),
                store.matches(),
                outbox,
                store.deliveries(),
                store.suspensions(),
                store.credits());
    }

    public static Planner.News news(Store store) {
        return news(store, () -> Publishers.UNRELATED);
    }

    static Planner.News news(Store store, Supplier<Publishers> publishers) {
        return new Planner.News(
                store.communities(),
                store.stories(),
                store.articles(),
                new StoryViews(store.stories(), store.articles()),
                new StoryRanking(publishers));
    }

    static Sender.Ports sending(Store store) {
        return new Sender.Ports(
                store.transactor(),
                store.deliveries(),
                store.edits(),
                store.retractions(),
                store.suspensions(),
                store.communities());
    }

    /** Plans a digest for a chat on Discord, due at noon; {@code number}: none of its earlier ones. */
    static DeliveryId digest(Store store, String chat, int number) {
        Conversation there = store.communities()
                .conversation(
                        store.communities().workspace("discord", chat, "").id(),
                        new Place("discord", chat, Optional.empty()));
        return store.deliveries()
                .plan(new Deliveries.Planned(
                        there.id(),
                        Delivery.Kind.DIGEST,
                        Optional.empty(),
                        number,
                        0,
                        Lane.DIGEST,
                        Samples.NOON,
                        Samples.NOON))
                .orElseThrow();
    }
}
