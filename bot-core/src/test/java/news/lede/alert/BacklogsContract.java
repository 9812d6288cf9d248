package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Messenger.Reason;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;
import org.junit.jupiter.api.Test;

/** What every store promises of what it says waits to be told. */
public abstract class BacklogsContract extends TellingContract {
    @Test
    void whereNothingWaitsThereIsNone() {
        assertThat(store.backlogs().at(NOON)).isEqualTo(new Backlog(List.of(), List.of(), 0));
    }

    @Test
    void eachLaneOfAPlatformIsCountedByItself() {
        ConversationId quay = conversation("telegram", "-5");
        ConversationId pier = conversation("discord", "6");
        StoryId told = story("One");
        sent(planned(quay, told), "m1", new Shown(told, 1));
        planned(quay, story("Two"));
        planned(quay, story("Three"), Delivery.Kind.FIRST, 0, Lane.ALERT, NOON.plusSeconds(60));
        plannedDigest(quay, NOON.plusSeconds(90));
        planned(pier, story("Four"));
        StoryId grown =
                store.stories().join(told, stored("One again").id(), NOON).id();
        store.outbox()
                .grow(
                        new Outbox.Growth(grown, 2, stored("One again").id(), Optional.empty()),
                        new ConversationId(0),
                        100,
                        NOON.minusSeconds(60),
                        NOON.plusSeconds(120),
                        NOON);

        Backlog backlog = store.backlogs().at(NOON.plusSeconds(30));

        assertThat(backlog.queues())
                .containsExactly(
                        new Backlog.Queue("discord", Lane.ALERT, 1, 1, NOON),
                        new Backlog.Queue("telegram", Lane.ALERT, 2, 1, NOON),
                        new Backlog.Queue("telegram", Lane.DIGEST, 1, 0, NOON.plusSeconds(90)),
                        new Backlog.Queue("telegram", Lane.EDIT, 1, 0, NOON.plusSeconds(120)));
    }

    @Test
    void whatIsShutWaitsInNoLane() {
        ConversationId quay = conversation("telegram", "-5");
        ConversationId pier = conversation("telegram", "-6");
        planned(quay, story("One"));
        store.suspensions().suspend(quay, Reason.KICKED, "", NOON);
        store.suspensions().suspend(pier, Reason.KICKED, "", NOON);
        store.suspensions().suspend(conversation("discord", "7"), Reason.NO_RIGHTS, "", NOON);

        Backlog backlog = store.backlogs().at(NOON);

        assertThat(backlog.queues()).isEmpty();
        assertThat(backlog.shut())
                .containsExactly(
                        new Backlog.Shut("discord", Reason.NO_RIGHTS, 1),
                        new Backlog.Shut("telegram", Reason.KICKED, 2));
    }

    @Test
    void anAnnouncementWaitsUntilItIsPlannedForAll() {
        store.announcements().announce(story("One"), 1, NOON);
        assertThat(store.backlogs().at(NOON).announcements()).isEqualTo(1);

        store.matches()
                .finished(store.matches().open(1).getFirst().announcement().id(), NOON);

        assertThat(store.backlogs().at(NOON).announcements()).isZero();
    }

    @Test
    void theLatestMessagesAreToldWithWhatBecameOfThem() {
        ConversationId quay = conversation("telegram", "-5");
        StoryId told = story("One");
        DeliveryId first = planned(quay, told);
        sent(first, "m1", new Shown(told, 1));
        DeliveryId second = planned(quay, story("Two"));
        store.deliveries().begin(second, NOON);
        store.deliveries().giveUp(second, "too long", NOON.plusSeconds(7));
        DeliveryId third = planned(conversation("discord", "6"), story("Three"));

        assertThat(store.backlogs().latest(2)).extracting(Fate::id).containsExactly(third, second);
        Fate given = store.backlogs().latest(3).get(1);
        assertThat(given.state()).isEqualTo(Delivery.State.GIVEN_UP);
        assertThat(given.finished()).contains(NOON.plusSeconds(7));
        assertThat(given.problem()).contains("too long");
        assertThat(given.attempts()).isEqualTo(1);
        assertThat(given.platform()).isEqualTo("telegram");
        assertThat(given.conversation()).isEqualTo(quay);
        assertThat(given.lane()).isEqualTo(Lane.ALERT);
        assertThat(store.backlogs().latest(3).getLast().finished()).isPresent();
        assertThat(store.backlogs().latest(1).getFirst().finished()).isEmpty();
    }

    @Test
    void whatIsNotDoneWithIsToldOfOneConversation() {
        ConversationId quay = conversation("telegram", "-5");
        StoryId told = story("One");
        DeliveryId done = planned(quay, told);
        sent(done, "m1", new Shown(told, 1));
        DeliveryId held = planned(quay, story("Two"));
        store.deliveries().begin(held, NOON);
        store.deliveries().hold(held, Hold.BUDGET.name());
        DeliveryId open = planned(quay, story("Three"));
        planned(conversation("telegram", "-6"), story("Four"));

        assertThat(store.backlogs().open(quay, 9)).containsExactly(held, open);
        assertThat(store.backlogs().open(quay, 1)).containsExactly(held);
    }

    @Test
    void whatIsKeptBackIsCountedByReason() {
        ConversationId quay = conversation("telegram", "-5");
        DeliveryId first = planned(quay, story("One"));
        DeliveryId second = planned(quay, story("Two"), Delivery.Kind.FIRST, 0, Lane.ALERT, NOON);
        DeliveryId third = planned(quay, story("Three"));
        planned(quay, story("Four"));
        store.deliveries().begin(first, NOON);
        store.deliveries().hold(first, Hold.BUDGET.name());
        store.deliveries().begin(second, NOON);
        store.deliveries().hold(second, Hold.BUDGET.name());
        store.deliveries().begin(third, NOON);
        store.deliveries().hold(third, Hold.QUIET.name());

        assertThat(store.backlogs().kept())
                .extracting(Backlogs.Kept::platform, Backlogs.Kept::why, Backlogs.Kept::messages)
                .containsExactly(tuple("telegram", "BUDGET", 2), tuple("telegram", "QUIET", 1));
        assertThat(store.backlogs().kept().getFirst().oldest()).isEqualTo(NOON);
    }
}
