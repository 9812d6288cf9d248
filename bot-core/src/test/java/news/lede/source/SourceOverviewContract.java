package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.lede.article.Samples;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceEvent.Kind;
import news.lede.source.SourceOverview.Row;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link SourceOverview} promises. */
public abstract class SourceOverviewContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private Row row(SourceId id) {
        return store.sourceOverview().all().stream()
                .filter(row -> row.source().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySourceIsThereWithWhatIsKnownOfItAndInTheSameOrder() {
        SourceId asked = source("b-asked");
        SourceId fresh = source("a-fresh");
        store.pollStates().admit(NOON);
        store.sourceEvents().record(new SourceEvent(asked, NOON, Kind.SHUT, "403"));
        store.sourceEvents().record(new SourceEvent(asked, NOON.plusSeconds(5), Kind.BACK, "answers"));

        assertThat(store.sourceOverview().all())
                .extracting(Row::source)
                .containsExactlyElementsOf(store.sources().all());
        assertThat(row(asked).latest()).contains(new SourceEvent(asked, NOON.plusSeconds(5), Kind.BACK, "answers"));
        assertThat(row(asked).state()).isEqualTo(store.pollStates().find(asked));
        assertThat(row(fresh).latest()).isEmpty();
        assertThat(store.sourceOverview().find(asked)).contains(row(asked));
        assertThat(store.sourceOverview().find(new SourceId(99))).isEmpty();
    }

    @Test
    void whatWasNeverAskedHasNoState() {
        SourceId fresh = source("a");

        assertThat(row(fresh).state()).isEmpty();
        assertThat(row(fresh).health()).map(SourceHealth::word).contains(SourceHealth.Word.NEW);
        assertThat(row(store.sources().imported().id()).health()).isEmpty();
    }

    @Test
    void followersAreCountedOnceHoweverTheyFollow() {
        SourceId followed = source("a");
        store.sources().addToPack("sea", followed);
        WorkspaceId one = store.communities().workspace("telegram", "1", "One").id();
        WorkspaceId two = store.communities().workspace("telegram", "2", "Two").id();
        store.communities().followPack(one, "sea");
        store.communities().follow(one, followed);
        store.communities().follow(two, followed);

        SourceId alone = source("b");
        SourceId inTwoPacks = source("c");
        store.sources().addToPack("sea", inTwoPacks);
        store.sources().addToPack("sky", inTwoPacks);
        WorkspaceId three =
                store.communities().workspace("telegram", "3", "Three").id();
        store.communities().followPack(one, "sky");
        store.communities().followPack(three, "sky");

        assertThat(store.sourceOverview().followers(List.of(followed, alone, inTwoPacks)))
                .isEqualTo(Map.of(followed, 2, alone, 0, inTwoPacks, 2));
        assertThat(store.sourceOverview().followers(List.of())).isEmpty();
    }

    @Test
    void aRemovedSourceIsNotShown() {
        SourceId gone = source("a");
        store.sources().remove(gone, NOON);

        assertThat(store.sourceOverview().all())
                .extracting(row -> row.source().id())
                .doesNotContain(gone);
        assertThat(store.sourceOverview().find(gone)).isEmpty();
    }

    @Test
    void articlesAreCountedByTheDayTheyWerePublishedOn() {
        SourceId busy = source("busy");
        SourceId quiet = source("quiet");
        Instant since = Samples.NOON;
        stored("one", since, busy);
        stored("two", since.plus(Duration.ofHours(23)), busy);
        stored("three", since.plus(Duration.ofDays(1)), busy);
        stored("before", since.minusMillis(1), busy);
        stored("after", since.plus(Duration.ofDays(3)), busy);
        stored("old", since.minus(Duration.ofDays(9)), quiet);

        assertThat(store.sourceOverview().volumes(List.of(busy, quiet), since, 3))
                .isEqualTo(Map.of(busy, List.of(2, 1, 0), quiet, List.of(0, 0, 0)));
        assertThat(store.sourceOverview().volumes(List.of(quiet), since, 3)).containsOnlyKeys(quiet);
        assertThat(store.sourceOverview().volumes(List.of(), since, 3)).isEmpty();
    }

    @Test
    void anArticleThatTwoCarriedCountsForBoth() {
        SourceId first = source("first");
        SourceId second = source("second");
        store.articles().seenAgain(stored("shared", Samples.NOON, first).id(), keys("key:shared"), second);

        assertThat(store.sourceOverview().volumes(List.of(first, second), Samples.NOON, 1))
                .isEqualTo(Map.of(first, List.of(1), second, List.of(1)));
    }
}
