package news.lede.story;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.community.Conversation;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.store.PortContract;
import news.lede.story.StoryReports.Kept;
import news.lede.story.StoryReports.Kind;
import news.lede.story.StoryReports.Report;
import news.lede.story.StoryReports.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StoryReports} promises. */
public abstract class StoryReportsContract extends PortContract {
    private static final PersonKey ADA = new PersonKey("discord", "1");
    private static final PersonKey BEN = new PersonKey("discord", "2");

    private WorkspaceId here = new WorkspaceId(0);
    private ArticleId dam = new ArticleId(0);
    private ArticleId river = new ArticleId(0);

    @BeforeEach
    void addWhatIsReported() {
        here = store.communities().workspace("discord", "1", "Here").id();
        dam = stored("The dam").id();
        river = stored("The river").id();
    }

    private Conversation conversation(String chat) {
        return store.communities().conversation(here, new Place("discord", chat, Optional.empty()));
    }

    private Said said(ArticleId article, PersonKey person, Kind kind, int revision, String words, int second) {
        return new Said(here, conversation("1").id(), article, revision, person, kind, words, NOON.plusSeconds(second));
    }

    private Kept report(ArticleId article, PersonKey person, Kind kind, int second) {
        return store.storyReports().add(said(article, person, kind, 1, "Hm.", second), List.of());
    }

    private List<Report> waiting() {
        return store.storyReports().open(here, 10);
    }

    @Test
    void whatWaitsIsBroughtOnce_againWhereItDidNotArriveOrIsSaidAnewLater() {
        report(dam, ADA, Kind.WRONG, 1);
        assertThat(store.storyReports().tell(here, List.of(river), NOON)).isFalse();

        assertThat(store.storyReports().tell(here, List.of(dam), NOON)).isTrue();
        assertThat(store.storyReports().tell(here, List.of(dam), NOON)).isFalse();
        assertThat(waiting()).extracting(Report::told).containsExactly(true);

        store.storyReports().untell(here, List.of(dam));
        assertThat(store.storyReports().tell(here, List.of(dam), NOON)).isTrue();

        report(dam, BEN, Kind.WRONG, 2);
        assertThat(waiting()).extracting(Report::told).containsExactly(true, false);
        store.storyReports().settle(here, List.of(dam), NOON);
        assertThat(store.storyReports().tell(here, List.of(dam), NOON)).isFalse();
    }

    @Test
    void whatWasSaidWaitsInTheOrderItWasSaid() {
        assertThat(report(river, ADA, Kind.WRONG, 1)).isEqualTo(Kept.NEW);
        assertThat(report(dam, BEN, Kind.OFFENSIVE, 2)).isEqualTo(Kept.NEW);

        assertThat(waiting())
                .containsExactly(
                        new Report(river, 1, ADA, Kind.WRONG, "Hm.", NOON.plusSeconds(1), false),
                        new Report(dam, 1, BEN, Kind.OFFENSIVE, "Hm.", NOON.plusSeconds(2), false));
        assertThat(store.storyReports().open(here, 1)).hasSize(1);
        assertThat(store.storyReports().countOpen(here)).isEqualTo(2);
    }

    @Test
    void aPersonSaysAThingOfAStoryOnceWithTheWordsSaidLast() {
        report(dam, ADA, Kind.WRONG, 1);
        Kept again = store.storyReports().add(said(river, ADA, Kind.WRONG, 2, "The number.", 9), List.of(dam, river));

        assertThat(again).isEqualTo(Kept.AGAIN);
        assertThat(waiting())
                .containsExactly(new Report(dam, 2, ADA, Kind.WRONG, "The number.", NOON.plusSeconds(9), false));
    }

    @Test
    void anotherPersonAndAnotherKindAreOtherReports() {
        report(dam, ADA, Kind.WRONG, 1);
        assertThat(report(dam, BEN, Kind.WRONG, 2)).isEqualTo(Kept.NEW);
        assertThat(report(dam, ADA, Kind.NOT_NEWS, 3)).isEqualTo(Kept.NEW);
        assertThat(waiting()).hasSize(3);
    }

    @Test
    void whatWasSettledWaitsNoMore() {
        report(dam, ADA, Kind.WRONG, 1);
        report(dam, BEN, Kind.OTHER, 2);
        report(river, ADA, Kind.WRONG, 3);

        assertThat(store.storyReports().settle(here, List.of(dam), NOON.plusSeconds(9)))
                .isEqualTo(2);
        assertThat(store.storyReports().settle(here, List.of(dam), NOON.plusSeconds(9)))
                .isZero();
        assertThat(store.storyReports().settle(here, List.of(), NOON)).isZero();
        assertThat(waiting()).extracting(Report::article).containsExactly(river);
    }

    @Test
    void whatWasSettledStaysSoUntilTheStoryIsAnother() {
        report(dam, ADA, Kind.WRONG, 1);
        store.storyReports().settle(here, List.of(dam), NOON.plusSeconds(2));

        assertThat(report(dam, ADA, Kind.WRONG, 3)).isEqualTo(Kept.SETTLED);
        assertThat(waiting()).isEmpty();
        assertThat(store.storyReports().add(said(dam, ADA, Kind.WRONG, 2, "Still.", 4), List.of(dam)))
                .isEqualTo(Kept.NEW);
        assertThat(waiting()).extracting(Report::words).containsExactly("Still.");
    }

    @Test
    void oneWorkspaceSeesNothingOfAnother() {
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();
        report(dam, ADA, Kind.WRONG, 1);

        assertThat(store.storyReports().open(there, 10)).isEmpty();
        assertThat(store.storyReports().countOpen(there)).isZero();
        assertThat(store.storyReports().settle(there, List.of(dam), NOON)).isZero();
        assertThat(store.storyReports().madeSince(there, ADA, NOON)).isZero();
    }

    @Test
    void settledReportsCountAsMadeToo() {
        report(dam, ADA, Kind.WRONG, 1);
        report(river, ADA, Kind.WRONG, 5);
        report(river, BEN, Kind.WRONG, 5);
        store.storyReports().settle(here, List.of(dam), NOON.plusSeconds(7));

        assertThat(store.storyReports().madeSince(here, ADA, NOON)).isEqualTo(2);
        assertThat(store.storyReports().madeSince(here, ADA, NOON.plusSeconds(2)))
                .isEqualTo(1);
        assertThat(store.storyReports().earliestSince(here, ADA, NOON)).contains(NOON.plusSeconds(1));
        assertThat(store.storyReports().earliestSince(here, ADA, NOON.plusSeconds(6)))
                .isEmpty();
    }

    @Test
    void staysWhenThePlaceItWasSaidInBecomesPartOfAnother() {
        Conversation old = conversation("1");
        store.storyReports().add(said(dam, ADA, Kind.WRONG, 1, "", 1), List.of());
        Conversation fresh = conversation("2");

        store.communities().move(fresh.id(), old.place());

        assertThat(waiting()).hasSize(1);
    }
}
