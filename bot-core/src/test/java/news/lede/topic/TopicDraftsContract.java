package news.lede.topic;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.store.PortContract;
import news.lede.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TopicDrafts} promises. */
public abstract class TopicDraftsContract extends PortContract {
    private static final PersonKey ADA = new PersonKey("discord", "1");
    private static final TopicId FLOODS = new TopicId("floods");

    private WorkspaceId here = new WorkspaceId(0);

    @BeforeEach
    void addWorkspace() {
        here = store.communities().workspace("discord", "1", "Here").id();
    }

    private static Topic floods(String... words) {
        return new Topic(
                FLOODS,
                Map.of(Language.ENGLISH, "Floods"),
                Map.of(),
                "",
                Map.of(Language.UNKNOWN, List.of(words)),
                Map.of(),
                Map.of(Language.UNKNOWN, List.of("flood of emails")),
                List.of(new Topic.Example("The river rises", true)),
                Optional.empty());
    }

    @Test
    void aDraftIsFoundAsItWasKeptLast() {
        store.topicDrafts().keep(here, ADA, floods("flood"), NOON);
        store.topicDrafts().keep(here, ADA, floods("flood", "dam"), NOON.plusSeconds(1));

        assertThat(store.topicDrafts().find(here, ADA, FLOODS)).contains(floods("flood", "dam"));
        assertThat(store.topicDrafts().keptAt(here, ADA, FLOODS)).contains(NOON.plusSeconds(1));
        assertThat(store.topicDrafts().keptAt(here, ADA, new TopicId("dams"))).isEmpty();
    }

    @Test
    void itIsItsWritersInItsWorkspace() {
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();
        store.topicDrafts().keep(here, ADA, floods("flood"), NOON);

        assertThat(store.topicDrafts().find(there, ADA, FLOODS)).isEmpty();
        assertThat(store.topicDrafts().find(here, new PersonKey("telegram", "1"), FLOODS))
                .isEmpty();
        assertThat(store.topicDrafts().find(here, new PersonKey("discord", "2"), FLOODS))
                .isEmpty();
        assertThat(store.topicDrafts().find(here, ADA, new TopicId("dams"))).isEmpty();
        assertThat(store.topics().of(here)).isEmpty();
    }

    @Test
    void aDroppedOneIsGone() {
        store.topicDrafts().keep(here, ADA, floods("flood"), NOON);

        store.topicDrafts().drop(here, ADA, new TopicId("dams"));
        assertThat(store.topicDrafts().find(here, ADA, FLOODS)).isPresent();
        store.topicDrafts().drop(here, ADA, FLOODS);
        store.topicDrafts().drop(here, ADA, FLOODS);

        assertThat(store.topicDrafts().find(here, ADA, FLOODS)).isEmpty();
    }

    @Test
    void onesThatNobodyTouchedForLongAreDropped() {
        WorkspaceId there =
                store.communities().workspace("discord", "2", "There").id();
        PersonKey ben = new PersonKey("discord", "2");
        store.topicDrafts().keep(here, ADA, floods("flood"), NOON);
        store.topicDrafts().keep(here, ben, floods("flood"), NOON.plusSeconds(1));
        store.topicDrafts().keep(there, ADA, floods("flood"), NOON);

        store.topicDrafts().dropOlder(here, NOON.plusSeconds(1));

        assertThat(store.topicDrafts().find(here, ADA, FLOODS)).isEmpty();
        assertThat(store.topicDrafts().find(here, ben, FLOODS)).isPresent();
        assertThat(store.topicDrafts().find(there, ADA, FLOODS)).isPresent();
    }
}
