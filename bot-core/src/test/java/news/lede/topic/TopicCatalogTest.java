package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class TopicCatalogTest {
    private static final WorkspaceId HERE = new WorkspaceId(1);
    private static final WorkspaceId ELSEWHERE = new WorkspaceId(2);
    private static final Language GERMAN = new Language("de");

    private final InMemoryTopics defined = new InMemoryTopics();
    private final TopicCatalog catalog = new TopicCatalog(
            List.of(
                    topic("space", "Space", "Weltraum"),
                    topic("human-rights", "Human rights", "Menschenrechte"),
                    topic("elections", "Elections", "Wählen")),
            defined);

    @Test
    void whatShipsMayBeAnotherListFromOneQuestionToTheNext() {
        AtomicReference<List<Topic>> shipped = new AtomicReference<>(List.of(topic("space", "Space", "Weltraum")));
        TopicCatalog changing = new TopicCatalog(shipped::get, defined);
        assertThat(changing.named("weltraum", HERE)).isPresent();

        shipped.set(List.of(topic("harbours", "Harbours", "Häfen")));

        assertThat(changing.named("weltraum", HERE)).isEmpty();
        assertThat(changing.named("häfen", HERE)).isPresent();
        assertThat(changing.shipped(new TopicId("space"))).isEmpty();
        assertThat(changing.of(HERE)).hasSize(1);
    }

    @Test
    void topicsComeById() {
        assertThat(catalog.of(HERE))
                .extracting(t -> t.id().value())
                .containsExactly("elections", "human-rights", "space");
    }

    @Test
    void aModeratorsDefinitionOverridesByNameInItsWorkspaceOnly() {
        defined.define(HERE, topic("space", "Rockets", "Raketen"));
        assertThat(catalog.named("space", HERE).orElseThrow().name(Language.ENGLISH))
                .isEqualTo("Rockets");
        assertThat(catalog.named("space", ELSEWHERE).orElseThrow().name(Language.ENGLISH))
                .isEqualTo("Space");
        assertThat(catalog.of(HERE)).hasSize(3);
    }

    @Test
    void aTopicIsFoundByIdAndByNameInAnyLanguageWithoutCaseAccentsAndHyphens() {
        assertThat(found("human-rights")).contains("human-rights");
        assertThat(found(" Human  Rights ")).contains("human-rights");
        assertThat(found("MENSCHENRECHTE")).contains("human-rights");
        assertThat(found("wahlen")).contains("elections");
        assertThat(found("human_rights")).contains("human-rights");
    }

    @Test
    void whatIsNoTopicIsNotFound() {
        assertThat(found("human")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    void anIdSaysMoreThanAName() {
        defined.define(HERE, topic("astronomy", "Space", "Sternkunde"));
        assertThat(found("space")).contains("space");
    }

    @Test
    void anAliasLeadsToItsTopicUnlessAnotherIsCalledSo() {
        defined.define(
                HERE,
                new Topic(
                        new TopicId("rockets"),
                        Map.of(Language.ENGLISH, "Rockets"),
                        Map.of(Language.ENGLISH, List.of("lift-off", "Space"), GERMAN, List.of("Öl im All")),
                        "",
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Optional.empty()));
        assertThat(found("Lift off")).contains("rockets");
        assertThat(found("ol im all")).contains("rockets");
        assertThat(found("space")).contains("space");
    }

    @Test
    void whatAWorkspaceDefinedIsItsOwnAndWhatShipsIsStillKnown() {
        defined.define(HERE, topic("space", "Rockets", "Raketen"));
        TopicId space = new TopicId("space");
        assertThat(catalog.own(space, HERE)).isTrue();
        assertThat(catalog.own(space, ELSEWHERE)).isFalse();
        assertThat(catalog.own(new TopicId("elections"), HERE)).isFalse();
        assertThat(catalog.shipped(space).orElseThrow().name(Language.ENGLISH)).isEqualTo("Space");
        assertThat(catalog.shipped(new TopicId("rockets"))).isEmpty();
    }

    private Optional<String> found(String typed) {
        return catalog.named(typed, HERE).map(t -> t.id().value());
    }

    private static Topic topic(String id, String english, String german) {
        return new Topic(
                new TopicId(id),
                Map.of(Language.ENGLISH, english, GERMAN, german),
                "",
                Map.of(Language.ENGLISH, List.of(id)),
                Optional.empty());
    }
}
