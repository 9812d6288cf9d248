package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.community.Quotas.Kind;
import news.lede.store.PortContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Quotas} promises. */
public abstract class QuotasContract extends PortContract {
    private WorkspaceId town;
    private WorkspaceId village;

    @BeforeEach
    void settle() {
        town = store.communities().workspace("discord", "1", "Town").id();
        village = store.communities().workspace("discord", "2", "Village").id();
    }

    @Test
    void nothingIsSaidAtFirst() {
        assertThat(store.quotas().said(town)).isEmpty();
        assertThat(store.quotas().all()).isEmpty();
    }

    @Test
    void whatIsSaidHoldsForOneKindInOneWorkspaceUntilSomethingElseIs() {
        store.quotas().say(town, Kind.SOURCES, OptionalInt.of(500));
        store.quotas().say(town, Kind.TOPICS, OptionalInt.of(0));
        store.quotas().say(town, Kind.SOURCES, OptionalInt.of(600));

        assertThat(store.quotas().said(town)).isEqualTo(Map.of(Kind.SOURCES, 600, Kind.TOPICS, 0));
        assertThat(store.quotas().said(village)).isEmpty();
        assertThat(store.quotas().all()).isEqualTo(Map.of(town, Map.of(Kind.SOURCES, 600, Kind.TOPICS, 0)));
    }

    @Test
    void whatIsTakenBackIsAsForAll() {
        store.quotas().say(town, Kind.SUBSCRIPTIONS, OptionalInt.of(5));
        store.quotas().say(town, Kind.SUBSCRIPTIONS, OptionalInt.empty());
        store.quotas().say(village, Kind.TOPICS, OptionalInt.empty());

        assertThat(store.quotas().said(town)).isEmpty();
        assertThat(store.quotas().all()).isEmpty();
    }

    @Test
    void aWorkspaceThatTakesInAnotherKeepsItsOwn() {
        Conversation here = store.communities().conversation(town, new Place("discord", "1", Optional.empty()));
        store.quotas().say(town, Kind.SOURCES, OptionalInt.of(7));
        store.quotas().say(village, Kind.SOURCES, OptionalInt.of(9));

        store.communities().move(here.id(), new Place("discord", "2", Optional.empty()));

        assertThat(store.quotas().all()).isEqualTo(Map.of(town, Map.of(Kind.SOURCES, 7)));
    }

    @Test
    void aWorkspaceOfWhichNothingWasSaidTakesWhatTheOtherHad() {
        Conversation here = store.communities().conversation(town, new Place("discord", "1", Optional.empty()));
        store.quotas().say(village, Kind.SOURCES, OptionalInt.of(9));

        store.communities().move(here.id(), new Place("discord", "2", Optional.empty()));

        assertThat(store.quotas().said(town)).isEqualTo(Map.of(Kind.SOURCES, 9));
    }
}
