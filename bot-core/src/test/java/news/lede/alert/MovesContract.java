package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.lede.alert.Deliveries.Shown;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.story.StoryId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Wish;
import org.junit.jupiter.api.Test;

/** What every store promises of a chat that becomes another one, as a group does that grows. */
public abstract class MovesContract extends TellingContract {
    private static final Place NEW = new Place("telegram", "-100", Optional.empty());
    private static final PersonKey ANNA = new PersonKey("telegram", "1");

    private static Wish wish(String words) {
        return new Wish(new Subject.OfWords(words), "", Set.of(), 1);
    }

    private void subscribe(ConversationId where, String words) {
        Conversation conversation = store.communities().find(where).orElseThrow();
        store.subscriptions()
                .subscribe(conversation, wish(words), new Cadence.Instantly(), Optional.empty(), ANNA, NOON);
    }

    private static Channel withBudget(ConversationId where, int budget) {
        Channel usual = Channel.standard(where);
        return new Channel(
                where,
                OptionalInt.of(budget),
                usual.quiet(),
                usual.silence(),
                usual.mention(),
                usual.style(),
                usual.pausedUntil());
    }

    @Test
    void whatWasPlannedGoesToTheNewPlaceAndTheWorkspaceIsTheSame() {
        ConversationId moving = conversation("telegram", "-5");
        Workspace workspace = store.communities().workspace("telegram", "-5", "");
        DeliveryId id = planned(moving, story("One"));

        store.communities().move(moving, NEW);

        assertThat(row(id).place()).isEqualTo(NEW);
        assertThat(store.deliveries().due("telegram", NOON, List.of(), 9))
                .extracting(Delivery::place)
                .containsExactly(NEW);
        assertThat(store.communities().known(new Place("telegram", "-5", Optional.empty())))
                .isEmpty();
        assertThat(store.communities().known(NEW).orElseThrow().id()).isEqualTo(moving);
        assertThat(store.communities().workspace("telegram", "-100", "").id()).isEqualTo(workspace.id());
    }

    @Test
    void whoeverStandsThereIsTakenIn() {
        ConversationId moving = conversation("telegram", "-5");
        ConversationId there = conversation("telegram", "-100");
        StoryId both = story("One");
        StoryId onlyThere = story("Two");
        StoryId open = story("Three");
        sent(planned(moving, both), "m1", new Shown(both, 1));
        sent(planned(there, both), "m2", new Shown(both, 1));
        sent(planned(there, onlyThere), "m3", new Shown(onlyThere, 1));
        DeliveryId waiting = planned(there, open);
        subscribe(moving, "harbour");
        subscribe(there, "harbour");
        subscribe(there, "tunnel");
        store.subscriptions().save(withBudget(there, 3));
        store.suspensions().suspend(there, Messenger.Reason.KICKED, "", NOON);

        store.communities().move(moving, NEW);

        assertThat(store.communities().find(there)).isEmpty();
        assertThat(row(waiting).conversation()).isEqualTo(moving);
        assertThat(row(waiting).place()).isEqualTo(NEW);
        assertThat(store.subscriptions().of(moving))
                .extracting(subscription -> subscription.wish().subject())
                .containsExactly(new Subject.OfWords("harbour"), new Subject.OfWords("tunnel"));
        assertThat(store.subscriptions().channel(moving).budget()).hasValue(3);
        assertThat(store.suspensions().find(moving)).isEmpty();
        assertThat(store.deliveries()
                        .plan(new Deliveries.Planned(
                                moving, Delivery.Kind.FIRST, Optional.of(onlyThere), 0, 1, Lane.ALERT, NOON, NOON)))
                .as("what was told there is told here")
                .isEmpty();
    }

    @Test
    void aWorkspaceMadeForTheNewChatGivesWayToTheOneThatMoves() {
        ConversationId moving = conversation("telegram", "-5");
        ConversationId thread = store.communities()
                .conversation(
                        store.communities().workspace("telegram", "-100", "New").id(),
                        new Place("telegram", "-100", Optional.of("7")))
                .id();
        Workspace workspace = store.communities().workspace("telegram", "-5", "");

        store.communities().move(moving, NEW);

        assertThat(store.communities().workspace("telegram", "-100", "").id()).isEqualTo(workspace.id());
        assertThat(store.communities().find(thread).orElseThrow().workspace()).isEqualTo(workspace.id());
        assertThat(conversation("telegram", "-6")).isNotIn(moving, thread);
    }

    @Test
    void aConversationOfALargerWorkspaceMovesByItself() {
        Workspace server = store.communities().workspace("discord", "server", "");
        ConversationId channel = store.communities()
                .conversation(server.id(), new Place("discord", "1", Optional.empty()))
                .id();

        store.communities().move(channel, new Place("discord", "2", Optional.empty()));

        assertThat(store.communities().workspace("discord", "server", "").id()).isEqualTo(server.id());
        assertThat(store.communities().find(channel).orElseThrow().place().chat())
                .isEqualTo("2");
    }

    @Test
    void movingToWhereItIsOrWhatIsUnknownDoesNothing() {
        ConversationId here = conversation("telegram", "-100");

        store.communities().move(here, NEW);
        store.communities().move(new ConversationId(99), NEW);

        assertThat(store.communities().find(here).orElseThrow().place()).isEqualTo(NEW);
    }
}
