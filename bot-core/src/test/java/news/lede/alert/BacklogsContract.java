package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

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
}
