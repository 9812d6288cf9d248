package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Matches.Match;
import news.lede.alert.Matches.Open;
import news.lede.alert.Matches.OwnTopic;
import news.lede.community.Conversation;
import news.lede.community.WorkspaceId;
import news.lede.story.Story;
import news.lede.subscription.Subscription;
import news.lede.subscription.WishId;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import org.junit.jupiter.api.Test;

/** What every {@link Matches} promises. */
public abstract class MatchesContract extends PlanningContract {
    private static Match match(WishId wish, Story story) {
        return new Match(wish, firstOf(story), 0.5, Optional.empty());
    }

    @Test
    void anAnnouncementIsOpenUntilItIsFinished() {
        Announcement one = announced(story("One"));
        Announcement other = announced(story("Two"));

        assertThat(store.matches().open(10)).containsExactly(new Open(one, false), new Open(other, false));
        assertThat(store.matches().open(1)).hasSize(1);

        store.matches().matched(one, List.of(), NOON);
        assertThat(store.matches().open(10)).containsExactly(new Open(one, true), new Open(other, false));

        store.matches().finished(one.id(), NOON);
        assertThat(store.matches().open(10)).containsExactly(new Open(other, false));
    }

    @Test
    void whatFitsIsRecordedOnceAndOnlyForWishesThatSomebodyHas() {
        Conversation quay = chat("quay");
        Subscription wishing = subscribe(quay, FERRIES);
        Subscription gone = subscribe(quay, topic("harbour"));
        store.subscriptions().unsubscribe(gone.id());
        Story story = story("Ferry aground");
        Story second = story("Second");
        Announcement announcement = announced(story);

        store.matches()
                .matched(announcement, List.of(match(wishing.wishId(), story), match(gone.wishId(), story)), NOON);
        store.matches().matched(announcement, List.of(match(wishing.wishId(), second)), NOON);

        assertThat(store.matches().of(story.id(), quay.workspace()))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.wish()).isEqualTo(wishing.wishId());
                    assertThat(hit.article()).isEqualTo(firstOf(story));
                    assertThat(hit.score()).isEqualTo(0.5);
                    assertThat(hit.at()).isEqualTo(NOON);
                });
    }

    @Test
    void whatFittedAWishIsFoundByWhenTheNewestFirst() {
        Conversation quay = chat("quay");
        Subscription wishing = subscribe(quay, FERRIES);
        Story one = story("One");
        Story two = story("Two");
        Story three = story("Three");
        for (int i = 0; i < 3; i++) {
            Story story = List.of(one, two, three).get(i);
            store.matches()
                    .matched(
                            announced(story.id(), 1, NOON),
                            List.of(match(wishing.wishId(), story)),
                            NOON.plusSeconds(i));
        }

        assertThat(store.matches()
                        .fitting(wishing.wishId(), quay.workspace(), NOON.plusSeconds(1), NOON.plusSeconds(2), 10))
                .extracting(Matches.Fitting::story)
                .containsExactly(three.id(), two.id());
        assertThat(store.matches()
                        .fitting(wishing.wishId(), quay.workspace(), NOON.minusSeconds(1), NOON.plusSeconds(1), 10))
                .extracting(Matches.Fitting::story)
                .containsExactly(two.id(), one.id());
        assertThat(store.matches()
                        .fitting(wishing.wishId(), quay.workspace(), NOON.minusSeconds(1), NOON.plusSeconds(9), 1))
                .hasSize(1);
    }

    @Test
    void aWorkspaceSeesWhatItsOwnTopicMeansAndNothingElseOfThatName() {
        Conversation own = chat("own");
        Conversation shared = chat("shared");
        Subscription wishing = subscribe(own, FERRIES);
        subscribe(shared, FERRIES);
        store.topics().define(own.workspace(), Topic.ofName(new TopicId("ferries"), "Ferries"));
        store.topics().define(shared.workspace(), Topic.ofName(new TopicId("boats"), "Boats"));
        Story meant = story("Ferry aground");
        Story meantThere = story("Boats for all");
        WishId wish = wishing.wishId();
        Optional<WorkspaceId> within = Optional.of(own.workspace());
        store.matches().matched(announced(meant), List.of(match(wish, meant)), NOON);
        store.matches().matched(announced(meantThere), List.of(new Match(wish, firstOf(meantThere), 1, within)), NOON);

        assertThat(store.matches().ownTopics()).containsExactly(new OwnTopic(own.workspace(), "ferries"));
        assertThat(store.matches().of(meant.id(), own.workspace())).isEmpty();
        assertThat(store.matches().of(meant.id(), shared.workspace())).hasSize(1);
        assertThat(store.matches().of(meantThere.id(), own.workspace())).hasSize(1);
        assertThat(store.matches().fitting(wish, shared.workspace(), NOON.minusSeconds(1), NOON, 10))
                .extracting(Matches.Fitting::story)
                .containsExactly(meant.id());
    }

    @Test
    void whatWasTaughtByVotesIsATopicOfItsOwn() {
        Conversation quay = chat("quay");
        subscribe(quay, FERRIES);
        Story story = story("Ferry aground");

        store.topicVotes().vote(quay.workspace(), new TopicId("ferries"), firstOf(story), ADA, true, NOON);

        assertThat(store.matches().ownTopics()).containsExactly(new OwnTopic(quay.workspace(), "ferries"));
    }
}
