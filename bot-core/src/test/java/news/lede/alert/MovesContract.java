package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.lede.alert.Deliveries.Shown;
import news.lede.article.ArticleId;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscriptions;
import news.lede.subscription.Wish;
import news.lede.subscription.WishId;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import news.lede.topic.TopicVotes;
import org.junit.jupiter.api.Test;

/** What every store promises of a chat that becomes another one, as a group does that grows. */
public abstract class MovesContract extends TellingContract {
    private static final Place NEW = new Place("telegram", "-100", Optional.empty());
    private static final PersonKey ANNA = new PersonKey("telegram", "1");
    private static final PersonKey BEN = new PersonKey("telegram", "2");

    private WorkspaceId workspace(String chat) {
        return store.communities().workspace("telegram", chat, "").id();
    }

    private static Topic topic(String name, String term) {
        return Topic.ofName(new TopicId(name), term);
    }

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
    void whatTheWorkspaceOfTheNewChatHasComesAlong() {
        ConversationId moving = conversation("telegram", "-5");
        conversation("telegram", "-100");
        WorkspaceId here = workspace("-5");
        WorkspaceId there = workspace("-100");
        SourceId both = source("harbour");
        SourceId theirs = source("tunnel");
        List.of(here, there).forEach(one -> store.communities().follow(one, both));
        store.communities().follow(there, theirs);
        store.communities().followPack(there, "science");
        store.communities().unfollowPack(here, Communities.DEFAULT_PACK);
        store.communities().grant(here, ANNA, Role.MEMBER);
        store.communities().grant(there, ANNA, Role.MODERATOR);
        store.communities().grant(there, BEN, Role.MODERATOR);
        store.topics().define(here, topic("harbour", "quay"));
        store.topics().define(there, topic("harbour", "pier"));
        store.topics().define(there, topic("tunnel", "tube"));
        ArticleId article = stored("One").id();
        TopicId harbour = new TopicId("harbour");
        store.topicVotes().vote(here, harbour, article, ANNA, true, NOON);
        store.topicVotes().vote(there, harbour, article, ANNA, false, NOON);
        store.topicVotes().vote(there, harbour, article, BEN, true, NOON);
        store.topicDrafts().keep(there, BEN, topic("ferries", "ferry"), NOON);
        store.looks().looked(store.communities().known(NEW).orElseThrow().id(), BEN, NOON);

        store.communities().move(moving, NEW);

        assertThat(store.communities().ownSources(here)).containsExactlyInAnyOrder(both, theirs);
        assertThat(store.communities().followedPacks(here))
                .as("the default pack is followed by whoever is new, and was left here")
                .containsExactly("science");
        assertThat(store.communities().role(here, ANNA)).isEqualTo(Role.MEMBER);
        assertThat(store.communities().role(here, BEN)).isEqualTo(Role.MODERATOR);
        assertThat(store.topics().of(here)).containsExactly(topic("harbour", "quay"), topic("tunnel", "tube"));
        assertThat(store.topicVotes().newest(here, harbour, 9)).containsExactly(new TopicVotes.Tally(article, 2, 0));
        assertThat(store.topicDrafts().find(here, BEN, new TopicId("ferries"))).isPresent();
        assertThat(store.looks().last(moving, BEN, NOON)).contains(NOON);
        assertThat(store.communities().ownSources(there)).isEmpty();
        assertThat(store.topics().of(there)).isEmpty();
    }

    @Test
    void whatFittedATopicOfTheNewChatIsStillTold() {
        ConversationId moving = conversation("telegram", "-5");
        ConversationId there = conversation("telegram", "-100");
        store.topics().define(workspace("-100"), topic("tunnel", "tube"));
        Wish wish = new Wish(new Subject.OfTopic("tunnel"), "", Set.of(), 1);
        WishId id = ((Subscriptions.Outcome.Subscribed) store.subscriptions()
                        .subscribe(
                                store.communities().find(there).orElseThrow(),
                                wish,
                                new Cadence.Instantly(),
                                Optional.empty(),
                                ANNA,
                                NOON))
                .subscription()
                .wishId();
        StoryId story = story("One");
        store.announcements().announce(story, 1, NOON);
        Announcements.Announcement announced =
                store.matches().open(1).getFirst().announcement();
        ArticleId article = store.stories().find(story).orElseThrow().members().getFirst();
        store.matches()
                .matched(announced, List.of(new Matches.Match(id, article, 1, Optional.of(workspace("-100")))), NOON);

        store.communities().move(moving, NEW);
        while (store.outbox().expand(announced, 100, NOON)) {
            // Until all are planned.
        }

        assertThat(store.outbox().of(moving, story)).hasSize(1);
        assertThat(store.matches().fitting(id, workspace("-100"), NOON, NOON, 9))
                .hasSize(1);
    }

    @Test
    void ofTheSameMessageTheOneThatCameFurtherStays() {
        ConversationId moving = conversation("telegram", "-5");
        ConversationId there = conversation("telegram", "-100");
        StoryId sentThere = story("One");
        StoryId wantedThere = story("Two");
        StoryId sentHere = story("Three");
        DeliveryId waits = planned(moving, sentThere);
        DeliveryId went = planned(there, sentThere);
        sent(went, "m1", new Shown(sentThere, 1));
        DeliveryId left = planned(moving, wantedThere);
        store.deliveries().cancel(left, "nobody wants it any more", NOON);
        DeliveryId wanted = planned(there, wantedThere);
        DeliveryId done = planned(moving, sentHere);
        sent(done, "m2", new Shown(sentHere, 1));
        DeliveryId late = planned(there, sentHere);

        store.communities().move(moving, NEW);

        assertThat(store.deliveries().find(waits)).isEmpty();
        assertThat(row(went).conversation()).isEqualTo(moving);
        assertThat(store.outbox().told(moving, List.of(sentThere)).get(sentThere))
                .extracting(Told::by, Told::receipt)
                .containsExactly(went, Optional.of(new Receipt("m1")));
        assertThat(store.deliveries().find(left)).isEmpty();
        assertThat(row(wanted).state()).isEqualTo(Delivery.State.PLANNED);
        assertThat(row(done).state()).isEqualTo(Delivery.State.SENT);
        assertThat(store.deliveries().find(late)).isEmpty();
    }

    @Test
    void digestsOfOneInstantBothStay() {
        ConversationId moving = conversation("telegram", "-5");
        ConversationId there = conversation("telegram", "-100");
        DeliveryId here = plannedDigest(moving, NOON);
        DeliveryId theirs = plannedDigest(there, NOON);

        store.communities().move(moving, NEW);

        assertThat(List.of(row(here), row(theirs)))
                .extracting(Delivery::conversation)
                .containsOnly(moving);
        assertThat(row(theirs).number()).isEqualTo(row(here).number() - 1);
    }

    @Test
    void whatWaitedForTheOldPlaceOrTheNewOneToOpenIsDue() {
        ConversationId moving = conversation("telegram", "-5");
        ConversationId there = conversation("telegram", "-100");
        DeliveryId here = planned(moving, story("One"));
        DeliveryId theirs = planned(there, story("Two"));
        store.suspensions().suspend(moving, Messenger.Reason.DELETED, "", NOON);
        store.suspensions().suspend(there, Messenger.Reason.KICKED, "", NOON);

        store.communities().move(moving, NEW);

        assertThat(store.suspensions().find(moving)).isEmpty();
        assertThat(List.of(row(here), row(theirs))).extracting(Delivery::due).containsOnly(Optional.of(NOON));
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
