package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Deliveries.Shown;
import news.lede.article.Samples;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.store.PortContract;
import news.lede.story.StoryId;
import news.lede.text.Language;

/** What the contracts of telling share: conversations, stories, and short words for planning and sending. */
abstract class TellingContract extends PortContract {
    static final Instant NOON = Samples.NOON;

    ConversationId conversation(String chat) {
        return conversation("discord", chat);
    }

    ConversationId conversation(String platform, String chat) {
        WorkspaceId workspace =
                store.communities().workspace(platform, chat, "Arlen").id();
        return store.communities()
                .conversation(workspace, new Place(platform, chat, Optional.empty()))
                .id();
    }

    StoryId story(String title) {
        return store.stories().open(stored(title).id(), Language.ENGLISH, NOON).id();
    }

    /** The first message of a story, due at noon. */
    DeliveryId planned(ConversationId where, StoryId story) {
        return planned(where, story, Delivery.Kind.FIRST, 0, Lane.ALERT, NOON);
    }

    DeliveryId planned(ConversationId where, StoryId story, Delivery.Kind kind, long number, Lane lane, Instant due) {
        return store.deliveries()
                .plan(new Planned(where, kind, Optional.of(story), number, 1, lane, NOON, due))
                .orElseThrow();
    }

    DeliveryId plannedDigest(ConversationId where, Instant due) {
        return store.deliveries()
                .plan(new Planned(
                        where, Delivery.Kind.DIGEST, Optional.empty(), due.toEpochMilli(), 0, Lane.DIGEST, NOON, due))
                .orElseThrow();
    }

    /** Sends what was planned as {@code receipt}, which shows {@code shown}. */
    void sent(DeliveryId id, String receipt, Shown... shown) {
        assertThat(store.deliveries().begin(id, NOON)).isPresent();
        store.deliveries().sent(id, new Receipt(receipt), List.of(shown), NOON.plusSeconds(1));
    }

    List<DeliveryId> due(Instant now, ConversationId... except) {
        return store.deliveries().due("discord", now, List.of(except), 100).stream()
                .map(Delivery::id)
                .toList();
    }

    Delivery row(DeliveryId id) {
        return store.deliveries().find(id).orElseThrow();
    }
}
