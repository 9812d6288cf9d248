package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import news.lede.community.Audit.Actor;
import news.lede.community.Audit.Change;
import news.lede.community.Audit.Entry;
import news.lede.store.PortContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Audit} promises. */
public abstract class AuditContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");
    private static final PersonKey ANNA = new PersonKey("discord", "1");
    private static final PersonKey BRUNO = new PersonKey("discord", "2");
    private static final PersonKey NAMESAKE = new PersonKey("telegram", "1");

    private WorkspaceId town;
    private WorkspaceId village;

    @BeforeEach
    void settle() {
        town = store.communities().workspace("discord", "1", "Town").id();
        village = store.communities().workspace("discord", "2", "Village").id();
    }

    private Change budget(PersonKey by, String was, String became) {
        return new Change(
                town, NOON, new Actor.Member(by), "channel", "5", Map.of("budget", was), Map.of("budget", became));
    }

    private Change tried(PersonKey by, Instant at) {
        return new Change(town, at, new Actor.Member(by), "source", "add", Map.of(), Map.of());
    }

    private List<Entry> all(WorkspaceId workspace) {
        return store.audit().latest(workspace, OptionalLong.empty(), 100);
    }

    @Test
    void aChangeIsKeptWithItsFieldsInTheirWorkspace() {
        Change change = new Change(
                town,
                NOON,
                new Actor.Member(ANNA),
                "topic",
                "ferries",
                Map.of("words", "ferry, \"night boat\"", "not", "{}\n"),
                Map.of());

        long number = store.audit().changed(change);

        assertThat(all(town)).containsExactly(new Entry(number, change, false, OptionalLong.empty()));
        assertThat(all(village)).isEmpty();
        assertThat(store.audit().find(town, number)).contains(all(town).getFirst());
        assertThat(store.audit().find(village, number)).isEmpty();
        assertThat(store.audit().find(town, number + 1)).isEmpty();
    }

    @Test
    void everyKindOfActorIsKept() {
        for (Actor actor : List.of(new Actor.Member(NAMESAKE), new Actor.Operator(), new Actor.Former())) {
            store.audit().changed(new Change(town, NOON, actor, "import", "", Map.of(), Map.of("zone", "UTC")));
        }
        assertThat(all(town))
                .extracting(entry -> entry.change().actor())
                .containsExactly(new Actor.Former(), new Actor.Operator(), new Actor.Member(NAMESAKE));
    }

    @Test
    void theNewestComeFirstAndThenThoseBefore() {
        long first = store.audit().changed(budget(ANNA, "6", "7"));
        long second = store.audit().changed(budget(ANNA, "7", "8"));
        long third = store.audit().changed(budget(ANNA, "8", "9"));

        assertThat(store.audit().latest(town, OptionalLong.empty(), 2))
                .extracting(Entry::number)
                .containsExactly(third, second);
        assertThat(store.audit().latest(town, OptionalLong.of(second), 2))
                .extracting(Entry::number)
                .containsExactly(first);
    }

    @Test
    void changesOfOneThingAreFoundThatCameAfterAMoment() {
        store.audit().changed(budget(ANNA, "6", "7"));
        Change later = new Change(
                town,
                NOON.plusMillis(1),
                new Actor.Member(BRUNO),
                "channel",
                "5",
                Map.of("budget", "7"),
                Map.of("budget", "8"));
        store.audit().changed(later);
        store.audit().changed(new Change(town, NOON.plusMillis(1), later.actor(), "channel", "6", Map.of(), Map.of()));
        store.audit().changed(new Change(town, NOON.plusMillis(1), later.actor(), "topic", "5", Map.of(), Map.of()));
        store.audit().refused(later);

        assertThat(store.audit().since(town, "channel", "5", NOON))
                .extracting(Entry::change)
                .containsExactly(later);
        assertThat(store.audit().since(town, "channel", "5", NOON.minusMillis(1)))
                .hasSize(2);
        assertThat(store.audit().since(village, "channel", "5", NOON.minusMillis(1)))
                .isEmpty();
    }

    @Test
    void whatWasTakenBackAndWhatTookItBackStandNoMore() {
        assertThat(store.audit().lastStanding(town)).isEmpty();
        long first = store.audit().changed(budget(ANNA, "6", "7"));
        long second = store.audit().changed(budget(ANNA, "7", "8"));
        store.audit().refused(budget(BRUNO, "8", "9"));
        assertThat(store.audit().lastStanding(town)).map(Entry::number).contains(second);

        long back = store.audit().changed(budget(BRUNO, "8", "7"));
        assertThat(store.audit().undone(second, back)).isTrue();

        assertThat(store.audit().lastStanding(town)).map(Entry::number).contains(first);
        assertThat(store.audit().find(town, second)).map(Entry::undoneBy).contains(OptionalLong.of(back));
        assertThat(store.audit().undone(second, back)).isFalse();
        assertThat(store.audit().undone(back + 1, back)).isFalse();
    }

    @Test
    void refusedTriesAreMarkedAndKeptUpToAMeasure() {
        for (int i = 0; i < Audit.MOST_REFUSED; i++) {
            assertThat(store.audit().refused(tried(ANNA, NOON))).isTrue();
        }
        assertThat(store.audit().refused(tried(ANNA, NOON.plusSeconds(1)))).isFalse();
        assertThat(store.audit().refused(tried(BRUNO, NOON))).isTrue();
        assertThat(store.audit().refused(tried(NAMESAKE, NOON))).isTrue();
        assertThat(all(town)).hasSize(Audit.MOST_REFUSED + 2).allMatch(Entry::refused);

        Instant later = NOON.plus(Audit.REFUSED_WITHIN);
        assertThat(store.audit().refused(tried(ANNA, later.minusMillis(1)))).isFalse();
        assertThat(store.audit().refused(tried(ANNA, later))).isTrue();
        assertThat(store.audit().undone(1, 2)).isFalse();
    }

    @Test
    void changesAreKeptHoweverManyTriesWereRefused() {
        for (int i = 0; i < Audit.MOST_REFUSED; i++) {
            store.audit().refused(tried(ANNA, NOON));
        }
        store.audit().changed(budget(ANNA, "6", "7"));
        assertThat(store.audit().lastStanding(town)).isPresent();
    }

    @Test
    void aForgottenPersonIsAFormerMemberInEveryWorkspace() {
        store.audit().changed(budget(ANNA, "6", "7"));
        store.audit().refused(tried(ANNA, NOON.plus(Duration.ofDays(1))));
        store.audit()
                .changed(new Change(
                        village,
                        NOON,
                        new Actor.Member(BRUNO),
                        "role",
                        ANNA.toString(),
                        Map.of(),
                        Map.of("role", "editor")));
        store.audit().changed(budget(NAMESAKE, "7", "8"));

        assertThat(store.audit().forget(ANNA)).isEqualTo(3);

        assertThat(all(town))
                .extracting(entry -> entry.change().actor())
                .containsExactly(new Actor.Member(NAMESAKE), new Actor.Former(), new Actor.Former());
        assertThat(all(village)).extracting(entry -> entry.change().subject()).containsExactly("");
        assertThat(store.audit().forget(ANNA)).isZero();
    }

    @Test
    void aWorkspaceThatTakesInAnotherTakesItsHistory() {
        Conversation here = store.communities().conversation(town, new Place("discord", "1", Optional.empty()));
        store.communities().conversation(village, new Place("discord", "2", Optional.empty()));
        store.audit().changed(new Change(village, NOON, new Actor.Operator(), "import", "", Map.of(), Map.of()));

        store.communities().move(here.id(), new Place("discord", "2", Optional.empty()));

        assertThat(all(town)).hasSize(1);
        assertThat(all(village)).isEmpty();
    }
}
