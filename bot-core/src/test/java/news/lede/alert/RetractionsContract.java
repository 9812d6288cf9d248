package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Outbox.Digest;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import news.lede.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Retractions} promises. */
public abstract class RetractionsContract extends TellingContract {
    private ConversationId square = new ConversationId(0);
    private ConversationId elsewhere = new ConversationId(0);
    private WorkspaceId here = new WorkspaceId(0);
    private StoryId dam = new StoryId(0);
    private StoryId river = new StoryId(0);

    @BeforeEach
    void toldStories() {
        square = conversation("square");
        elsewhere = conversation("elsewhere");
        here = store.communities().find(square).orElseThrow().workspace();
        dam = story("The dam");
        river = story("The river");
    }

    private ArticleId titled(StoryId story) {
        return store.stories().find(story).orElseThrow().members().getFirst();
    }

    private int takeBack(StoryId story) {
        return store.retractions().takeBack(here, titled(story), story, NOON);
    }

    private DeliveryId told(ConversationId where, StoryId story, String receipt) {
        DeliveryId id = planned(where, story);
        sent(id, receipt, new Shown(story, 1));
        return id;
    }

    private List<DeliveryId> dueNow() {
        return store.retractions().due("discord", NOON, List.of(), 10).stream()
                .map(Retraction::delivery)
                .toList();
    }

    @Test
    void whatIsTakenBackIsKnownInItsWorkspaceAlone() {
        assertThat(takeBack(dam)).isZero();
        assertThat(takeBack(dam)).as("again").isEqualTo(-1);
        store.retractions().takeBack(here, titled(river), river, NOON.plusSeconds(1));

        assertThat(store.retractions().latest(here, 9)).containsExactly(titled(river), titled(dam));
        assertThat(store.retractions().latest(here, 1)).containsExactly(titled(river));
        assertThat(store.communities().takenBack(here)).isEqualTo(Set.of(titled(river), titled(dam)));
        assertThat(store.communities().viewer(here).takenBack()).contains(titled(dam));
        WorkspaceId there = store.communities().find(elsewhere).orElseThrow().workspace();
        assertThat(store.communities().takenBack(there)).isEmpty();
        assertThat(store.retractions().latest(there, 9)).isEmpty();
    }

    @Test
    void theEyesOfAWorkspaceAreWhatItFollowsAndWhatWasTakenBackThere() {
        takeBack(river);

        assertThat(store.communities().viewer(here))
                .isEqualTo(new Viewer(here, store.communities().visibleSources(here), Set.of(titled(river))));
        assertThat(store.communities().visibleSources(here)).isNotEmpty();
    }

    @Test
    void everyMessageOfTheWorkspaceThatToldItIsToBeChanged() {
        DeliveryId first = told(square, dam, "m1");
        DeliveryId update = planned(square, dam, Delivery.Kind.UPDATE, 2, Lane.ALERT, NOON);
        sent(update, "m2", new Shown(dam, 2));
        told(square, river, "m3");
        told(elsewhere, dam, "m4");

        assertThat(takeBack(dam)).isEqualTo(2);

        assertThat(store.retractions().due("discord", NOON, List.of(), 9))
                .containsExactly(
                        new Retraction(square, row(first).place(), first, Optional.of(dam), new Receipt("m1")));
        store.retractions().done(first);
        assertThat(dueNow()).containsExactly(update);
        store.retractions().done(update);
        assertThat(dueNow()).isEmpty();
    }

    @Test
    void aDigestThatToldItIsToBeChangedToo() {
        DeliveryId digest = store.outbox()
                .plan(
                        new Digest(square, NOON, List.of(new Shown(river, 1), new Shown(dam, 1)), List.of(), List.of()),
                        NOON,
                        NOON)
                .orElseThrow();
        sent(digest, "d", new Shown(river, 1), new Shown(dam, 1));

        assertThat(takeBack(dam)).isEqualTo(1);

        assertThat(store.retractions().due("discord", NOON, List.of(), 9))
                .containsExactly(
                        new Retraction(square, row(digest).place(), digest, Optional.empty(), new Receipt("d")));
    }

    @Test
    void whatIsOnItsWayIsChangedOnceItHasArrived() {
        DeliveryId first = planned(square, dam);
        store.deliveries().begin(first, NOON);

        takeBack(dam);

        assertThat(dueNow()).isEmpty();
        store.deliveries().sent(first, new Receipt("m1"), List.of(new Shown(dam, 1)), NOON);
        assertThat(dueNow()).containsExactly(first);
    }

    @Test
    void messagesOfStoriesThatLostWhatASourceBroughtAreToBeChanged_longPastOnesNot() {
        SourceId pier = source("pier");
        StoryId crane = store.stories()
                .open(stored("The crane", NOON, pier).id(), Language.ENGLISH, NOON)
                .id();
        store.stories().join(dam, stored("The dam again", NOON, pier).id(), NOON);
        DeliveryId ended = told(square, crane, "m1");
        DeliveryId changed = told(elsewhere, dam, "m2");
        told(conversation("third"), river, "m3");
        DeliveryId digest = store.outbox()
                .plan(
                        new Digest(
                                conversation("fourth"),
                                NOON,
                                List.of(new Shown(river, 1), new Shown(crane, 1)),
                                List.of(),
                                List.of()),
                        NOON,
                        NOON)
                .orElseThrow();
        sent(digest, "d", new Shown(river, 1), new Shown(crane, 1));

        store.purge().purge(pier, NOON.plus(Retractions.RECALLED_FOR).minusMillis(1));

        Instant later = NOON.plus(Retractions.RECALLED_FOR);
        assertThat(store.retractions().due("discord", later, List.of(), 9))
                .extracting(Retraction::delivery)
                .containsExactlyInAnyOrder(ended, changed, digest);
        assertThat(store.outbox().storiesOf(digest)).containsExactly(new Shown(river, 1));
    }

    @Test
    void whatWasToldLongAgoStaysWhenItsSourceIsTakenBack() {
        SourceId pier = source("pier");
        StoryId crane = store.stories()
                .open(stored("The crane", NOON, pier).id(), Language.ENGLISH, NOON)
                .id();
        told(square, crane, "m1");

        Instant later = NOON.plus(Retractions.RECALLED_FOR);
        store.purge().purge(pier, later);

        assertThat(store.retractions().due("discord", later, List.of(), 9)).isEmpty();
    }

    @Test
    void whatWasNeverSentNeedsNoChange() {
        planned(square, dam);
        assertThat(takeBack(dam)).isZero();
    }

    @Test
    void messagesOfStoriesThatBecamePartOfItAreMeantToo() {
        told(square, river, "m1");
        told(elsewhere, dam, "m2");
        store.stories().merge(dam, river, NOON);

        assertThat(takeBack(dam)).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackIsShownAgain() {
        DeliveryId first = told(square, dam, "m1");
        takeBack(dam);
        store.retractions().done(first);

        assertThat(store.retractions().giveBack(here, List.of(titled(dam)), dam, NOON))
                .isEqualTo(1);

        assertThat(store.communities().takenBack(here)).isEmpty();
        assertThat(dueNow()).containsExactly(first);
        assertThat(store.retractions().giveBack(here, List.of(titled(dam)), dam, NOON))
                .isEqualTo(-1);
    }

    @Test
    void whatCouldNotBeChangedIsDueLater() {
        DeliveryId first = told(square, dam, "m1");
        takeBack(dam);
        store.retractions().later(first, NOON.plusSeconds(30));

        assertThat(dueNow()).isEmpty();
        assertThat(store.retractions().due("discord", NOON.plusSeconds(30), List.of(), 9))
                .hasSize(1);
        store.retractions().done(first);
        store.retractions().later(first, NOON);
        assertThat(dueNow()).as("done stays done").isEmpty();
    }

    @Test
    void placesThatAreShutOrBusyOrOfOtherPlatformsWait() {
        told(square, dam, "m1");
        takeBack(dam);

        assertThat(store.retractions().due("telegram", NOON, List.of(), 9)).isEmpty();
        assertThat(store.retractions().due("discord", NOON, List.of(square), 9)).isEmpty();
        assertThat(store.retractions().due("discord", NOON.minusSeconds(1), List.of(), 9))
                .isEmpty();
        store.suspensions().suspend(square, Reason.KICKED, "", NOON);
        assertThat(dueNow()).isEmpty();
    }
}
