package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.community.Delegations.Delegation;
import news.lede.store.PortContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Delegations} promises. */
public abstract class DelegationsContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");
    private static final PersonKey ANNA = new PersonKey("discord", "1");
    private static final PersonKey BRUNO = new PersonKey("discord", "2");
    private static final Charge FERRIES = new Charge.OfTopic("ferries");

    private WorkspaceId town;
    private WorkspaceId village;
    private ConversationId square;
    private ConversationId green;

    @BeforeEach
    void settle() {
        town = store.communities().workspace("discord", "1", "Town").id();
        village = store.communities().workspace("discord", "2", "Village").id();
        square = conversation(town, "1");
        green = conversation(village, "2");
    }

    private ConversationId conversation(WorkspaceId workspace, String chat) {
        return store.communities()
                .conversation(workspace, new Place("discord", chat, Optional.empty()))
                .id();
    }

    private Set<Charge> of(WorkspaceId workspace, PersonKey... persons) {
        return store.delegations().of(workspace, List.of(persons));
    }

    @Test
    void nobodyHasAnythingAtFirst() {
        assertThat(store.delegations().of(town)).isEmpty();
        assertThat(of(town, ANNA)).isEmpty();
    }

    @Test
    void topicsAndConversationsAreHandedToOnePersonInOneWorkspace() {
        Charge here = new Charge.OfConversation(square);
        assertThat(store.delegations().hand(town, ANNA, FERRIES, NOON)).isTrue();
        assertThat(store.delegations().hand(town, BRUNO, here, NOON.plusSeconds(1)))
                .isTrue();

        assertThat(store.delegations().of(town))
                .containsExactly(new Delegation(ANNA, FERRIES, NOON), new Delegation(BRUNO, here, NOON.plusSeconds(1)));
        assertThat(of(town, ANNA)).containsExactly(FERRIES);
        assertThat(of(town, ANNA, BRUNO)).containsExactlyInAnyOrder(FERRIES, here);
        assertThat(of(town, new PersonKey("telegram", "1"))).isEmpty();
        assertThat(of(village, ANNA)).isEmpty();
    }

    @Test
    void whatSomebodyHasIsNotHandedToThemAgain() {
        for (Charge charge : List.of(FERRIES, new Charge.OfConversation(square))) {
            assertThat(store.delegations().hand(town, ANNA, charge, NOON)).isTrue();
            assertThat(store.delegations().hand(town, ANNA, charge, NOON)).isFalse();
        }
        assertThat(store.delegations().of(town)).hasSize(2);
    }

    @Test
    void whatIsTakenAwayLeavesTheRest() {
        Charge here = new Charge.OfConversation(square);
        store.delegations().hand(town, ANNA, FERRIES, NOON);
        store.delegations().hand(town, ANNA, here, NOON);
        store.delegations().hand(town, BRUNO, here, NOON);

        assertThat(store.delegations().take(town, ANNA, here)).isTrue();
        assertThat(store.delegations().take(town, ANNA, here)).isFalse();
        assertThat(store.delegations().take(village, BRUNO, here)).isFalse();

        assertThat(of(town, ANNA)).containsExactly(FERRIES);
        assertThat(of(town, BRUNO)).containsExactly(here);
    }

    @Test
    void aChatThatMovesOntoAnotherKeepsWhatWasHandedInBoth() {
        store.delegations().hand(town, ANNA, new Charge.OfConversation(square), NOON);
        store.delegations().hand(town, ANNA, FERRIES, NOON);
        store.delegations().hand(village, ANNA, new Charge.OfConversation(green), NOON);
        store.delegations().hand(village, BRUNO, new Charge.OfConversation(green), NOON);
        store.delegations().hand(village, ANNA, FERRIES, NOON);

        store.communities().move(square, new Place("discord", "2", Optional.empty()));

        assertThat(store.delegations().of(town))
                .extracting(Delegation::person, Delegation::charge)
                .containsExactlyInAnyOrder(
                        tuple(ANNA, new Charge.OfConversation(square)),
                        tuple(ANNA, FERRIES),
                        tuple(BRUNO, new Charge.OfConversation(square)));
        assertThat(store.delegations().of(village)).isEmpty();
    }
}
