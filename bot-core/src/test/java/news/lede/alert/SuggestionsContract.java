package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.SuggestionId;
import news.lede.community.Suggestions;
import news.lede.community.Suggestions.Kind;
import news.lede.community.Suggestions.Proposal;
import news.lede.community.Suggestions.State;
import news.lede.community.Suggestions.Suggestion;
import news.lede.community.WorkspaceId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Subject;
import news.lede.subscription.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Suggestions} promises, and {@link Credits} with it. */
public abstract class SuggestionsContract extends TellingContract {
    private static final PersonKey ADA = new PersonKey("discord", "1");
    private static final PersonKey BEN = new PersonKey("discord", "2");
    private static final String DAM = "https://example.org/dam";
    private static final String RIVER = "https://example.org/river";

    private WorkspaceId here = new WorkspaceId(0);
    private ConversationId square = new ConversationId(0);
    private ConversationId market = new ConversationId(0);

    @BeforeEach
    void aWorkspaceWithTwoPlaces() {
        here = store.communities().workspace("discord", "1", "Here").id();
        square = place("square");
        market = place("market");
    }

    private ConversationId place(String chat) {
        return store.communities()
                .conversation(here, new Place("discord", chat, Optional.empty()))
                .id();
    }

    private Suggestions.Kept propose(String address, PersonKey person) {
        return store.suggestions().add(new Proposal(here, square, person, "Ada", Kind.LINK, address, NOON));
    }

    private SuggestionId proposed(String address) {
        return propose(address, ADA).suggestion().id();
    }

    private SuggestionId approved(String address, int second) {
        SuggestionId id = proposed(address);
        assertThat(store.suggestions().decide(here, id, true, NOON.plusSeconds(second)))
                .isTrue();
        return id;
    }

    private List<SuggestionId> due(ConversationId where) {
        return store.credits().due(where, 10).stream().map(Suggestion::id).toList();
    }

    private void daily(ConversationId where) {
        Conversation conversation = store.communities().find(where).orElseThrow();
        Cadence.ByDigest schedule = new Cadence.ByDigest(
                EnumSet.allOf(DayOfWeek.class), new TreeSet<>(List.of(LocalTime.of(8, 0))), ZoneId.of("UTC"));
        store.subscriptions()
                .subscribe(
                        conversation,
                        new Wish(new Subject.Everything(), "", Set.of(), 1),
                        schedule,
                        Optional.of(NOON.plusSeconds(600)),
                        ADA,
                        NOON);
    }

    @Test
    void whatIsProposedWaitsInTheOrderItCame() {
        Suggestion dam = propose(DAM, ADA).suggestion();
        Suggestion river = propose(RIVER, BEN).suggestion();

        assertThat(dam)
                .isEqualTo(new Suggestion(
                        dam.id(),
                        here,
                        square,
                        Optional.of(ADA),
                        "Ada",
                        Kind.LINK,
                        DAM,
                        NOON,
                        State.OPEN,
                        Optional.empty()));
        assertThat(store.suggestions().open(here, 10)).containsExactly(dam, river);
        assertThat(store.suggestions().open(here, 1)).containsExactly(dam);
        assertThat(store.suggestions().countOpen(here)).isEqualTo(2);
        assertThat(store.suggestions().countOpen(here, BEN)).isEqualTo(1);
        assertThat(store.suggestions().find(here, river.id())).contains(river);
    }

    @Test
    void anAddressIsProposedOnceInAWorkspace() {
        Suggestions.Kept first = propose(DAM, ADA);
        Suggestions.Kept again = propose(DAM, BEN);

        assertThat(first.before()).isFalse();
        assertThat(again).isEqualTo(new Suggestions.Kept(first.suggestion(), true));
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();
        assertThat(store.suggestions()
                        .add(new Proposal(there, square, BEN, "", Kind.SOURCE, DAM, NOON))
                        .before())
                .isFalse();
    }

    @Test
    void itIsDecidedOnceAndInItsOwnWorkspaceAlone() {
        SuggestionId dam = proposed(DAM);
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();

        assertThat(store.suggestions().decide(there, dam, true, NOON)).isFalse();
        assertThat(store.suggestions().find(there, dam)).isEmpty();
        assertThat(store.suggestions().decide(here, dam, false, NOON.plusSeconds(5)))
                .isTrue();
        assertThat(store.suggestions().decide(here, dam, true, NOON.plusSeconds(6)))
                .isFalse();

        Suggestion decided = store.suggestions().find(here, dam).orElseThrow();
        assertThat(decided.state()).isEqualTo(State.DECLINED);
        assertThat(decided.decided()).contains(NOON.plusSeconds(5));
        assertThat(store.suggestions().open(here, 10)).isEmpty();
        assertThat(propose(DAM, BEN).suggestion()).isEqualTo(decided);
    }

    @Test
    void whatIsApprovedIsDueForThanksInTheOrderOfTheDecision() {
        SuggestionId later = approved(DAM, 9);
        SuggestionId earlier = approved(RIVER, 3);
        store.suggestions().decide(here, proposed("https://example.org/no"), false, NOON);
        proposed("https://example.org/open");

        assertThat(due(square)).containsExactly(earlier, later);
        assertThat(store.credits().due(square, 1)).extracting(Suggestion::id).containsExactly(earlier);
    }

    @Test
    void whatWasSuggestedWhereDigestsComeIsThankedForThere() {
        SuggestionId dam = approved(DAM, 1);
        assertThat(due(market)).containsExactly(dam);

        daily(square);

        assertThat(due(market)).isEmpty();
        assertThat(due(square)).containsExactly(dam);
    }

    @Test
    void aDigestThanksOnce() {
        SuggestionId dam = approved(DAM, 1);
        SuggestionId river = approved(RIVER, 2);
        DeliveryId digest = plannedDigest(square, NOON);

        store.credits().give(digest, List.of(dam));

        assertThat(due(square)).containsExactly(river);
        assertThat(store.credits().of(digest)).extracting(Suggestion::id).containsExactly(dam);
        store.credits().give(digest, List.of());
        assertThat(store.credits().of(digest)).hasSize(1);
    }

    @Test
    void aDigestThatWasNotSentThankedForNothing() {
        SuggestionId dam = approved(DAM, 1);
        DeliveryId digest = plannedDigest(square, NOON);
        store.credits().give(digest, List.of(dam));
        store.deliveries().cancel(digest, "nobody wants it", NOON);

        assertThat(due(square)).containsExactly(dam);

        DeliveryId next = plannedDigest(square, NOON.plusSeconds(60));
        store.credits().give(next, List.of(dam));
        sent(next, "r");
        assertThat(due(square)).isEmpty();
        assertThat(store.credits().of(digest)).isEmpty();
    }

    @Test
    void staysWhenThePlaceItWasMadeInBecomesPartOfAnother() {
        SuggestionId dam = approved(DAM, 1);
        ConversationId fresh = place("fresh");
        daily(fresh);

        store.communities().move(fresh, new Place("discord", "square", Optional.empty()));

        assertThat(store.suggestions().find(here, dam).orElseThrow().conversation())
                .isEqualTo(fresh);
        assertThat(due(fresh)).containsExactly(dam);
    }
}
