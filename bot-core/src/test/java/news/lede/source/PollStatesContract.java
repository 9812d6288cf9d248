package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.community.Workspace;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Move;
import news.lede.source.PollState.Pace;
import news.lede.source.SourceEvent.Kind;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link PollStates} promises. */
public abstract class PollStatesContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

    private static PollState dueAt(SourceId source, Instant next) {
        return new PollState(
                source,
                new Known(Optional.of("W/\"a\""), Optional.of("Mon"), Optional.of("c0ffee")),
                Optional.of(next),
                Optional.of(NOON.minusSeconds(9)),
                Optional.of(NOON.minusSeconds(60)),
                2,
                Optional.of(NOON.minusSeconds(30)),
                new Pace(
                        Optional.of(NOON.minusSeconds(600)),
                        Optional.of(Duration.ofMillis(90_001)),
                        new Wishes(
                                Optional.of(Duration.ofHours(3)),
                                Set.of(0, 13, 23),
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY))),
                Optional.of(new Move("https://new.example/feed", 2, NOON.minusSeconds(300))),
                "500");
    }

    private static PollState stopped(SourceId source) {
        return new PollState(
                source,
                Known.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Pace.UNKNOWN,
                Optional.empty(),
                "gone");
    }

    private List<SourceId> due(Instant now, int limit) {
        return store.pollStates().due(now, limit).stream()
                .map(d -> d.source().id())
                .toList();
    }

    @Test
    void aStateComesBackAsItWasAndTheLatestReplacesTheFormer() {
        SourceId source = source("a");
        assertThat(store.pollStates().find(source)).isEmpty();

        store.pollStates().save(dueAt(source, NOON));
        assertThat(store.pollStates().find(source)).contains(dueAt(source, NOON));

        store.pollStates().save(stopped(source));
        assertThat(store.pollStates().find(source)).contains(stopped(source));
    }

    @Test
    void manyStatesAreSavedAtOnce() {
        SourceId a = source("a");
        SourceId b = source("b");
        store.pollStates().saveAll(List.of(dueAt(a, NOON), stopped(b)));
        store.pollStates().saveAll(List.of());
        assertThat(store.pollStates().find(a)).contains(dueAt(a, NOON));
        assertThat(store.pollStates().find(b)).contains(stopped(b));
    }

    @Test
    void whatIsDueComesLongestDueFirstAndNoMoreThanAskedFor() {
        SourceId a = source("a");
        SourceId b = source("b");
        SourceId c = source("c");
        assertThat(store.pollStates().nextDue()).isEmpty();
        store.pollStates().save(dueAt(a, NOON));
        store.pollStates().save(dueAt(b, NOON.minusSeconds(1)));
        store.pollStates().save(dueAt(c, NOON.plusMillis(1)));

        assertThat(due(NOON, 10)).containsExactly(b, a);
        assertThat(due(NOON, 1)).containsExactly(b);
        assertThat(due(NOON.minusSeconds(2), 10)).isEmpty();
        assertThat(store.pollStates().nextDue()).contains(NOON.minusSeconds(1));
    }

    @Test
    void whatIsDueBringsItsSourceItsFollowersAndWhatHappenedToItLast() {
        SourceId a = source("a");
        SourceId b = source("b");
        store.pollStates().saveAll(List.of(dueAt(a, NOON), dueAt(b, NOON.plusMillis(1))));
        Workspace both = store.communities().workspace("console", "both", "Both");
        Workspace pack = store.communities().workspace("console", "pack", "Pack");
        store.communities().workspace("console", "neither", "Neither");
        store.sources().addToPack("harbours", a);
        store.sources().addToPack("lights", a);
        store.communities().follow(both.id(), a);
        store.communities().followPack(both.id(), "harbours");
        store.communities().followPack(pack.id(), "harbours");
        store.communities().followPack(pack.id(), "lights");
        store.sourceEvents().record(new SourceEvent(a, NOON, Kind.DEAD, "for weeks"));
        store.sourceEvents().record(new SourceEvent(a, NOON, Kind.BACK, "again"));

        assertThat(store.pollStates().due(NOON.plusMillis(1), 10))
                .containsExactly(
                        new DueSource(store.sources().find(a).orElseThrow(), dueAt(a, NOON), 2, Optional.of(Kind.BACK)),
                        new DueSource(
                                store.sources().find(b).orElseThrow(),
                                dueAt(b, NOON.plusMillis(1)),
                                0,
                                Optional.empty()));
    }

    @Test
    void feedsSitemapsPagesAndFoldersWithoutAStateAreAdmittedOnceAndDueAtOnce() {
        SourceId known = source("known");
        store.pollStates().save(dueAt(known, NOON.plusSeconds(60)));
        SourceId feed = source("a");
        SourceId page = store.sources()
                .addIfAbsent(SourceKind.PAGE, "https://b.example", "b")
                .id();
        SourceId map = store.sources()
                .addIfAbsent(SourceKind.SITEMAP, "https://b.example/sitemap.xml", "b")
                .id();
        SourceId folder = store.sources()
                .addIfAbsent(SourceKind.FOLDER, "file:/news", "c")
                .id();

        assertThat(store.pollStates().admit(NOON)).isEqualTo(4);
        assertThat(due(NOON, 10)).containsExactly(feed, page, map, folder);
        assertThat(store.pollStates().find(feed)).contains(PollState.fresh(feed, NOON));
        assertThat(store.pollStates().admit(NOON.plusSeconds(1))).isZero();
        assertThat(due(NOON, 10)).containsExactly(feed, page, map, folder);
    }

    @Test
    void whatIsBegunIsNotDueBeforeItsTimeAndKeepsTheRestOfItsState() {
        SourceId a = source("a");
        SourceId b = source("b");
        store.pollStates().saveAll(List.of(dueAt(a, NOON), dueAt(b, NOON)));

        store.pollStates().begin(List.of(a, source("without a state")), NOON, NOON.plusSeconds(900));
        store.pollStates().begin(List.of(), NOON, NOON);

        assertThat(due(NOON.plusSeconds(899), 10)).containsExactly(b);
        assertThat(due(NOON.plusSeconds(900), 10)).containsExactly(b, a);
        PollState begun = store.pollStates().find(a).orElseThrow();
        assertThat(begun.lastPoll()).contains(NOON);
        assertThat(begun)
                .usingRecursiveComparison()
                .ignoringFields("lastPoll", "nextPoll")
                .isEqualTo(dueAt(a, NOON));
    }

    @Test
    void whatHasStoppedOrWasRemovedIsNeverDue() {
        SourceId source = source("a");
        SourceId removed = source("b");
        SourceId neverPolled = source("c");
        store.pollStates().saveAll(List.of(stopped(source), dueAt(removed, NOON)));
        store.sources().remove(removed, NOON);
        store.sources().remove(neverPolled, NOON);

        assertThat(store.pollStates().admit(NOON)).isZero();
        assertThat(due(NOON.plusSeconds(1_000_000), 10)).isEmpty();
        assertThat(store.pollStates().nextDue()).isEmpty();
    }
}
