package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Matches.Match;
import news.lede.alert.Receipt;
import news.lede.community.Asker;
import news.lede.store.InMemoryStore;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.subscription.Subscription;

/** Brings about what planner and senders leave behind, one state at a time. */
final class Told {
    private final TestDesk desk;
    private final InMemoryStore store;

    Told(TestDesk desk) {
        this.desk = desk;
        this.store = desk.store;
    }

    /** Announces the latest of a story. */
    Announcement announced(StoryId story) {
        Story now = store.stories().find(story).orElseThrow();
        store.announcements().announce(now.id(), now.revision(), desk.clock.instant());
        return store.announcements().after(0, Integer.MAX_VALUE).getLast();
    }

    /** Announces it, and it fits. */
    Announcement fits(StoryId story, Subscription subscription, double score) {
        Announcement announcement = announced(story);
        Story now = store.stories().find(story).orElseThrow();
        store.matches()
                .matched(
                        announcement,
                        List.of(new Match(subscription.wishId(), now.members().getLast(), score, Optional.empty())),
                        desk.clock.instant());
        store.matches().finished(announcement.id(), desk.clock.instant());
        return announcement;
    }

    /** What was announced and fits is planned for all who want it. */
    void expanded(Announcement announcement) {
        while (store.outbox().expand(announcement, 24, desk.clock.instant())) {
            // Until nobody is left.
        }
    }

    DeliveryId planned(Asker there, Delivery.Kind kind, StoryId story) {
        return store.deliveries()
                .plan(new Planned(
                        there.conversation().id(),
                        kind,
                        Optional.of(story),
                        kind == Delivery.Kind.FIRST ? 0 : 1,
                        1,
                        Lane.ALERT,
                        desk.clock.instant(),
                        desk.clock.instant()))
                .orElseThrow();
    }

    DeliveryId begun(Asker there, StoryId story) {
        DeliveryId id = planned(there, Delivery.Kind.FIRST, story);
        assertThat(store.deliveries().begin(id, desk.clock.instant())).isPresent();
        return id;
    }

    DeliveryId held(Asker there, Delivery.Kind kind, StoryId story) {
        DeliveryId id = planned(there, kind, story);
        assertThat(store.deliveries().begin(id, desk.clock.instant())).isPresent();
        store.deliveries().hold(id, "for later");
        return id;
    }

    DeliveryId sent(Asker there, StoryId story) {
        DeliveryId id = begun(there, story);
        sent(id, story);
        return id;
    }

    void sent(DeliveryId id, StoryId story) {
        store.deliveries().sent(id, new Receipt("77001122"), List.of(new Shown(story, 1)), desk.clock.instant());
    }
}
