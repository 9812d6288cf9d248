package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link Looks} promises. */
public abstract class LooksContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");
    private static final PersonKey ANNA = new PersonKey("discord", "1");
    private static final PersonKey BRUNO = new PersonKey("discord", "2");
    private static final PersonKey NAMESAKE = new PersonKey("telegram", "1");

    private ConversationId conversation(String chat) {
        WorkspaceId workspace =
                store.communities().workspace("discord", chat, "Arlen").id();
        return store.communities()
                .conversation(workspace, new Place("discord", chat, Optional.empty()))
                .id();
    }

    @Test
    void whoNeverLookedHasNoMark() {
        assertThat(store.looks().last(conversation("a"), ANNA, NOON)).isEmpty();
    }

    @Test
    void aMarkBelongsToOnePersonInOneConversation() {
        ConversationId here = conversation("a");
        store.looks().looked(here, ANNA, NOON);
        assertThat(store.looks().last(here, ANNA, NOON)).contains(NOON);
        assertThat(store.looks().last(here, BRUNO, NOON)).isEmpty();
        assertThat(store.looks().last(here, NAMESAKE, NOON)).isEmpty();
        assertThat(store.looks().last(conversation("b"), ANNA, NOON)).isEmpty();
    }

    @Test
    void aMarkMovesOnAndNeverBack() {
        ConversationId here = conversation("a");
        store.looks().looked(here, ANNA, NOON);
        store.looks().looked(here, ANNA, NOON.plusSeconds(60));
        store.looks().looked(here, ANNA, NOON.plusSeconds(30));
        assertThat(store.looks().last(here, ANNA, NOON)).contains(NOON.plusSeconds(60));
    }

    @Test
    void aMarkIsKeptForThirtyDaysToTheMillisecond() {
        ConversationId here = conversation("a");
        store.looks().looked(here, ANNA, NOON);
        assertThat(store.looks().last(here, ANNA, NOON.plus(Looks.KEPT))).contains(NOON);
        assertThat(store.looks().last(here, ANNA, NOON.plus(Looks.KEPT).plusMillis(1)))
                .isEmpty();
    }

    @Test
    void marksOfThoseWhoStayedAwayAreDeletedWhenAnybodyLooks() {
        ConversationId here = conversation("a");
        store.looks().looked(here, ANNA, NOON);
        store.looks().looked(here, NAMESAKE, NOON.plusMillis(1));
        store.looks().looked(here, BRUNO, NOON.plus(Looks.KEPT).plusMillis(1));
        assertThat(store.looks().last(here, ANNA, NOON)).isEmpty();
        assertThat(store.looks().last(here, NAMESAKE, NOON)).contains(NOON.plusMillis(1));
    }
}
