package news.lede.topic;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.lede.article.ArticleId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.store.PortContract;
import news.lede.topic.TopicVotes.Counted;
import news.lede.topic.TopicVotes.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TopicVotes} promises. */
public abstract class TopicVotesContract extends PortContract {
    private static final TopicId FLOODS = new TopicId("floods");
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

    private void vote(ArticleId article, PersonKey person, boolean fits, int second) {
        store.topicVotes().vote(here, FLOODS, article, person, fits, NOON.plusSeconds(second));
    }

    private List<Tally> tallies() {
        return store.topicVotes().newest(here, FLOODS, 10);
    }

    @Test
    void votesAreCountedByArticleLatestFirst() {
        vote(river, ADA, true, 1);
        vote(dam, ADA, false, 2);
        vote(dam, BEN, true, 3);
        vote(river, BEN, true, 4);

        assertThat(tallies()).containsExactly(new Tally(river, 2, 0), new Tally(dam, 1, 1));
        assertThat(store.topicVotes().newest(here, FLOODS, 1)).containsExactly(new Tally(river, 2, 0));
    }

    @Test
    void topicsAreCountedAndClearedOneByOneInTheirWorkspace() {
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();
        TopicId storms = new TopicId("storms");
        vote(dam, ADA, true, 1);
        vote(river, ADA, true, 2);
        vote(dam, BEN, false, 3);
        store.topicVotes().vote(here, storms, dam, ADA, false, NOON);
        store.topicVotes().vote(there, FLOODS, dam, ADA, true, NOON);

        assertThat(store.topicVotes().counted(here))
                .containsExactly(new Counted(FLOODS, 2, 1), new Counted(storms, 0, 1));
        store.topicVotes().clear(here, FLOODS);

        assertThat(store.topicVotes().counted(here)).containsExactly(new Counted(storms, 0, 1));
        assertThat(store.topicVotes().counted(there)).containsExactly(new Counted(FLOODS, 1, 0));
    }

    @Test
    void aPersonCountsOnceWithWhatTheySaidLast() {
        vote(dam, ADA, true, 1);
        vote(dam, ADA, false, 2);

        assertThat(tallies()).containsExactly(new Tally(dam, 0, 1));
    }

    @Test
    void theSameNumberOnAnotherPlatformIsAnotherPerson() {
        vote(dam, ADA, true, 1);
        vote(dam, new PersonKey("telegram", ADA.id()), true, 2);

        assertThat(tallies()).containsExactly(new Tally(dam, 2, 0));
    }

    @Test
    void theyCountInTheirWorkspaceAndForTheirTopicOnly() {
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();
        vote(dam, ADA, true, 1);

        assertThat(store.topicVotes().newest(there, FLOODS, 10)).isEmpty();
        assertThat(store.topicVotes().newest(here, new TopicId("dams"), 10)).isEmpty();
    }

    @Test
    void whatIsTakenBackDoesNotCount() {
        vote(dam, ADA, true, 1);
        vote(dam, BEN, true, 2);
        vote(river, ADA, false, 3);

        store.topicVotes().takeBack(here, FLOODS, List.of(dam, river), ADA);
        store.topicVotes().takeBack(here, FLOODS, List.of(dam), ADA);
        store.topicVotes().takeBack(here, FLOODS, List.of(), BEN);
        store.topicVotes().takeBack(here, new TopicId("dams"), List.of(dam), BEN);

        assertThat(tallies()).containsExactly(new Tally(dam, 1, 0));
    }
}
