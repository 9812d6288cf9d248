package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Deliveries.Shown;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.story.StoryId;
import org.junit.jupiter.api.Test;

/** What every {@link Edits} promises. */
public abstract class EditsContract extends TellingContract {
    private static final Instant LATER = NOON.plusSeconds(60);

    /** A story that was told at its first revision and has a second one by then. */
    private DeliveryId behind(ConversationId where, String title, String receipt) {
        StoryId story = story(title);
        DeliveryId id = planned(where, story);
        store.deliveries().begin(id, NOON);
        store.stories().join(story, stored(title + ", more").id(), NOON);
        store.deliveries().sent(id, new Receipt(receipt), List.of(new Shown(story, 1)), NOON.plusSeconds(1));
        return id;
    }

    private List<Edit> edits(Instant now, ConversationId... except) {
        return store.edits().due("discord", now, List.of(except), 100);
    }

    @Test
    void anEditSaysWhichMessageItIsAndWhatItShouldShow() {
        ConversationId here = conversation("a");
        DeliveryId id = behind(here, "One", "m1");

        Edit edit = edits(LATER).getFirst();

        assertThat(edit.conversation()).isEqualTo(here);
        assertThat(edit.place()).isEqualTo(new Place("discord", "a", Optional.empty()));
        assertThat(edit.workspace())
                .isEqualTo(store.communities().workspace("discord", "a", "").id());
        assertThat(edit.delivery()).isEqualTo(id);
        assertThat(edit.receipt()).isEqualTo(new Receipt("m1"));
        assertThat(edit.shown()).isEqualTo(1);
        assertThat(edit.wanted()).isEqualTo(2);
    }

    @Test
    void oneOfEachConversationIsDueTheLongestDueFirst() {
        ConversationId here = conversation("a");
        behind(here, "One", "m1");
        behind(here, "Two", "m2");
        behind(conversation("b"), "Three", "m3");
        behind(conversation("telegram", "c"), "Four", "m4");
        store.edits().later(edits(LATER).getFirst(), NOON.plusSeconds(30));

        assertThat(edits(NOON.plusMillis(999))).isEmpty();
        assertThat(edits(NOON.plusSeconds(30)))
                .extracting(edit -> edit.receipt().value())
                .containsExactlyInAnyOrder("m2", "m3");
        assertThat(edits(LATER, here))
                .extracting(edit -> edit.receipt().value())
                .containsExactly("m3");
        assertThat(store.edits().due("discord", LATER, List.of(), 1)).hasSize(1);
        assertThat(store.edits().due("telegram", LATER, List.of(), 9)).hasSize(1);
    }

    @Test
    void whereOneConversationHasManyTheOthersAreFoundBehindThem() {
        for (int i = 0; i < 40; i++) {
            behind(conversation("a"), "Story " + i, "m" + i);
        }
        behind(conversation("b"), "Other", "other");
        edits(LATER, conversation("a")).forEach(edit -> store.edits().later(edit, LATER));

        assertThat(store.edits().due("discord", LATER, List.of(), 2))
                .extracting(Edit::conversation)
                .containsExactly(conversation("a"), conversation("b"));
        assertThat(store.edits().due("discord", LATER, List.of(conversation("b")), 2))
                .extracting(Edit::conversation)
                .containsExactly(conversation("a"));
    }

    @Test
    void whereNothingCanBeWrittenNothingIsEdited() {
        ConversationId here = conversation("a");
        behind(here, "One", "m1");
        store.suspensions().suspend(here, Messenger.Reason.KICKED, "", NOON);

        assertThat(edits(LATER)).isEmpty();

        store.suspensions().resume(here, NOON);
        assertThat(edits(LATER)).hasSize(1);
    }

    @Test
    void whatIsShownIsDoneUnlessMoreIsWantedByThen() {
        behind(conversation("a"), "One", "m1");
        Edit edit = edits(LATER).getFirst();
        Edit before = new Edit(
                edit.conversation(),
                edit.place(),
                edit.workspace(),
                edit.story(),
                edit.delivery(),
                edit.receipt(),
                edit.shown(),
                1);

        store.edits().shown(before, 1);
        assertThat(edits(LATER)).hasSize(1);

        store.edits().shown(edit, 2);
        assertThat(edits(LATER)).isEmpty();
    }

    @Test
    void whereLessCanBeSeenThanIsWantedTheMessageIsNotEditedAgainAndAgain() {
        behind(conversation("a"), "One", "m1");

        store.edits().shown(edits(LATER).getFirst(), 1);

        assertThat(edits(LATER)).isEmpty();
    }

    @Test
    void whatCannotBeEditedIsLeft() {
        behind(conversation("a"), "One", "m1");
        behind(conversation("b"), "Two", "m2");

        store.edits().leave(edits(LATER).getFirst());
        store.edits().gone(edits(LATER).getFirst());

        assertThat(edits(LATER)).isEmpty();
    }

    @Test
    void aMessageThatAnotherOneReplacedIsLeftAlone() {
        ConversationId here = conversation("a");
        StoryId story = story("One");
        DeliveryId first = planned(here, story);
        store.deliveries().begin(first, NOON);
        store.stories().join(story, stored("More").id(), NOON);
        store.deliveries().sent(first, new Receipt("m1"), List.of(new Shown(story, 1)), NOON);
        Edit edit = edits(LATER).getFirst();
        store.stories().join(story, stored("Still more").id(), NOON);
        DeliveryId update = planned(here, story, Delivery.Kind.UPDATE, 2, Lane.ALERT, NOON);
        store.deliveries().begin(update, NOON);
        store.deliveries().sent(update, new Receipt("m2"), List.of(new Shown(story, 2)), NOON);

        store.edits().shown(edit, 3);
        store.edits().gone(edit);
        store.edits().leave(edit);
        store.edits().later(edit, NOON.plusSeconds(9_999));

        assertThat(edits(LATER)).extracting(Edit::receipt).containsExactly(new Receipt("m2"));
    }
}
