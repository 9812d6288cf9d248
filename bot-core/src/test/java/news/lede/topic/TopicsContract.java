package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.community.WorkspaceId;
import news.lede.store.PortContract;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

/** What every {@link Topics} promises. */
public abstract class TopicsContract extends PortContract {
    private static final Language GERMAN = new Language("de");

    private static Topic ferries(String description) {
        return new Topic(
                new TopicId("ferries"),
                Map.of(Language.ENGLISH, "Ferries", GERMAN, "Fähren"),
                description,
                Map.of(
                        Language.ENGLISH,
                        List.of("ferry", "harbo*", "\"ro-ro ship\""),
                        GERMAN,
                        List.of("Fähre", "Überfahrt")),
                Optional.of(new TopicId("transport")));
    }

    private WorkspaceId workspace(String key) {
        return store.communities().workspace("discord", key, key).id();
    }

    @Test
    void aDefinitionIsAnsweredAsGiven() {
        WorkspaceId workspace = workspace("1");
        Topic topic = ferries("Ships that carry cars & people; \"quoted\", 'quoted', \\ and \n a line break.");

        store.topics().define(workspace, topic);

        assertThat(store.topics().find(workspace, topic.id())).contains(topic);
        assertThat(store.topics().of(workspace)).containsExactly(topic);
    }

    @Test
    void everyPartOfADefinitionIsKept() {
        WorkspaceId workspace = workspace("1");
        Topic full = new Topic(
                new TopicId("ferries"),
                Map.of(Language.ENGLISH, "Ferries"),
                Map.of(Language.ENGLISH, List.of("ferry news"), GERMAN, List.of("Fährschiffe")),
                "Ships that carry cars.",
                Map.of(Language.UNKNOWN, List.of("ferry")),
                Map.of(Language.ENGLISH, List.of("harbo*")),
                Map.of(Language.UNKNOWN, List.of("ferry pilot", "Fährmann")),
                List.of(
                        new Topic.Example("A fairy tale \"for\" sailors", false),
                        new Topic.Example("Ferry runs aground", true),
                        new Topic.Example("No ships today", false)),
                Optional.of(new TopicId("transport")));

        store.topics().define(workspace, full);

        assertThat(store.topics().find(workspace, full.id())).contains(full);
    }

    @Test
    void aTopicWithoutWordsOrParentIsKept() {
        WorkspaceId workspace = workspace("1");
        Topic bare = new Topic(new TopicId("bare"), Map.of(Language.ENGLISH, "Bare"), "", Map.of(), Optional.empty());

        store.topics().define(workspace, bare);

        assertThat(store.topics().find(workspace, bare.id())).contains(bare);
    }

    @Test
    void definingAgainReplaces() {
        WorkspaceId workspace = workspace("1");
        store.topics().define(workspace, ferries("Old."));
        store.topics().define(workspace, ferries("New."));

        assertThat(store.topics().of(workspace)).containsExactly(ferries("New."));
    }

    @Test
    void itIsKnownInItsWorkspaceOnly() {
        WorkspaceId ours = workspace("1");
        WorkspaceId theirs = workspace("2");
        store.topics().define(ours, ferries("Ships."));

        assertThat(store.topics().of(theirs)).isEmpty();
        assertThat(store.topics().find(theirs, new TopicId("ferries"))).isEmpty();
        store.topics().remove(theirs, new TopicId("ferries"));
        assertThat(store.topics().of(ours)).hasSize(1);
    }

    @Test
    void aRemovedOneIsGone() {
        WorkspaceId workspace = workspace("1");
        store.topics().define(workspace, ferries("Ships."));

        store.topics().remove(workspace, new TopicId("ferries"));
        store.topics().remove(workspace, new TopicId("ferries"));

        assertThat(store.topics().of(workspace)).isEmpty();
    }
}
