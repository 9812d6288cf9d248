package news.lede.story;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.lede.article.ArticleId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.store.PortContract;
import news.lede.story.StoryVotes.Counted;
import news.lede.story.StoryVotes.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StoryVotes} promises. */
public abstract class StoryVotesContract extends PortContract {
    private static final PersonKey ADA = new PersonKey("discord", "1");
    private static final PersonKey BEN = new PersonKey("discord", "2");

    private WorkspaceId here = new WorkspaceId(0);
    private ArticleId dam = new ArticleId(0);
    private ArticleId river = new ArticleId(0);

    @BeforeEach
    void addWhatIsVotedOn() {
        here = store.communities().workspace("discord", "1", "Here").id();
        dam = stored("The dam").id();
        river = stored("The river").id();
    }

    private void vote(ArticleId article, PersonKey person, boolean good, int second) {
        store.storyVotes().vote(here, article, List.of(), person, good, NOON.plusSeconds(second));
    }

    @Test
    void votesAreCountedByArticle() {
        vote(dam, ADA, true, 1);
        vote(dam, BEN, false, 2);
        vote(river, BEN, true, 3);

        assertThat(store.storyVotes().tallies(here, List.of(dam, river)))
                .isEqualTo(Map.of(dam, new Tally(1, 1), river, new Tally(1, 0)));
        assertThat(store.storyVotes().tallies(here, List.of(river))).containsOnlyKeys(river);
        assertThat(store.storyVotes().tallies(here, List.of())).isEmpty();
        assertThat(store.storyVotes().all(here)).isEqualTo(new Tally(2, 1));
    }

    @Test
    void whatMostSpokeOfComesFirst() {
        ArticleId sea = stored("The sea").id();
        vote(river, ADA, true, 1);
        vote(river, BEN, false, 2);
        vote(dam, ADA, false, 3);
        vote(sea, BEN, true, 4);

        assertThat(store.storyVotes().most(here, 9))
                .containsExactly(
                        new Counted(river, new Tally(1, 1)),
                        new Counted(sea, new Tally(1, 0)),
                        new Counted(dam, new Tally(0, 1)));
        assertThat(store.storyVotes().most(here, 1)).containsExactly(new Counted(river, new Tally(1, 1)));
    }

    @Test
    void oneWorkspaceIsClearedAndNoOther() {
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();
        vote(dam, ADA, true, 1);
        vote(river, BEN, false, 2);
        store.storyVotes().vote(there, dam, List.of(), ADA, true, NOON);

        assertThat(store.storyVotes().clear(here)).isEqualTo(new Tally(1, 1));
        assertThat(store.storyVotes().all(here)).isEqualTo(Tally.NONE);
        assertThat(store.storyVotes().all(there)).isEqualTo(new Tally(1, 0));
        assertThat(store.storyVotes().most(here, 9)).isEmpty();
    }

    @Test
    void aPersonCountsOnceWithWhatTheySaidLast() {
        vote(dam, ADA, true, 1);
        vote(dam, ADA, false, 2);

        assertThat(store.storyVotes().all(here)).isEqualTo(new Tally(0, 1));
        assertThat(store.storyVotes().of(here, List.of(dam), ADA)).contains(false);
    }

    @Test
    void aVoteOnAStoryReplacesThoseOnItsOtherArticles() {
        vote(dam, ADA, true, 1);
        vote(river, BEN, true, 2);

        store.storyVotes().vote(here, river, List.of(dam, river), ADA, false, NOON.plusSeconds(3));

        assertThat(store.storyVotes().tallies(here, List.of(dam, river))).isEqualTo(Map.of(river, new Tally(1, 1)));
    }

    @Test
    void ofSeveralVotesTheLastIsWhatSomebodySays() {
        vote(dam, ADA, true, 5);
        vote(river, ADA, false, 2);

        assertThat(store.storyVotes().of(here, List.of(river, dam), ADA)).contains(true);
        assertThat(store.storyVotes().of(here, List.of(river), ADA)).contains(false);
        assertThat(store.storyVotes().of(here, List.of(river, dam), BEN)).isEmpty();
        assertThat(store.storyVotes().of(here, List.of(), ADA)).isEmpty();
    }

    @Test
    void theSameNumberOnAnotherPlatformIsAnotherPerson() {
        vote(dam, ADA, true, 1);
        vote(dam, new PersonKey("telegram", ADA.id()), true, 2);

        assertThat(store.storyVotes().all(here)).isEqualTo(new Tally(2, 0));
    }

    @Test
    void theyCountInTheirWorkspaceOnly() {
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();
        vote(dam, ADA, true, 1);

        assertThat(store.storyVotes().all(there)).isEqualTo(Tally.NONE);
        assertThat(store.storyVotes().tallies(there, List.of(dam))).isEmpty();
        assertThat(store.storyVotes().of(there, List.of(dam), ADA)).isEmpty();
    }

    @Test
    void whatIsTakenBackDoesNotCount() {
        vote(dam, ADA, true, 1);
        vote(dam, BEN, true, 2);
        vote(river, ADA, false, 3);

        store.storyVotes().takeBack(here, List.of(dam, river), ADA);
        store.storyVotes().takeBack(here, List.of(dam), ADA);
        store.storyVotes().takeBack(here, List.of(), BEN);

        assertThat(store.storyVotes().all(here)).isEqualTo(new Tally(1, 0));
    }
}
