package news.lede.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import news.lede.text.NameFolding;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicId;
import news.lede.topic.Topics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicFilesTest {
    private static final WorkspaceId HERE = new WorkspaceId(1);
    private static final List<String> YAML = List.of(".yaml", ".yml");

    @TempDir
    Path folder;

    @Nested
    class WhatShips {
        @Test
        void isAtLeastSixtyTopicsInTwoLevels() {
            List<Topic> topics = TopicFiles.shipped();
            assertThat(topics).hasSizeGreaterThanOrEqualTo(60).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
            assertThat(topics).filteredOn(t -> t.parent().isEmpty()).hasSizeGreaterThan(8);
        }

        @Test
        void everyTopicIsNamedInElevenLanguagesOrMoreAndSaysWhatItIsAbout() {
            List<Language> named =
                    List.of("en", "de", "fr", "es", "pt", "it", "nl", "ru", "uk", "ar", "tr", "vi", "zh", "ja").stream()
                            .map(Language::new)
                            .toList();
            List<Language> spoken = List.of("en", "de", "fr", "es", "pt", "it").stream()
                    .map(Language::new)
                    .toList();
            assertThat(TopicFiles.shipped()).allSatisfy(topic -> {
                assertThat(topic.names()).as(topic.id().value()).containsKeys(named.toArray(Language[]::new));
                assertThat(topic.aliases()).as(topic.id().value()).containsKeys(spoken.toArray(Language[]::new));
                assertThat(topic.words()).as(topic.id().value()).containsKeys(spoken.toArray(Language[]::new));
                assertThat(topic.words().get(Language.ENGLISH))
                        .as(topic.id().value())
                        .hasSizeGreaterThan(4);
                assertThat(topic.description()).as(topic.id().value()).matches("[A-Z].{20,}\\.");
            });
        }

        @Test
        void childrenStandUnderTopicsThatStandAtTheTop() {
            Map<TopicId, Topic> byId = TopicFiles.shipped().stream().collect(Collectors.toMap(Topic::id, t -> t));
            assertThat(TopicFiles.shipped())
                    .filteredOn(t -> t.parent().isPresent())
                    .hasSizeGreaterThan(45)
                    .allSatisfy(t -> assertThat(byId.get(t.parent().orElseThrow()))
                            .as(t.id().value())
                            .isNotNull()
                            .extracting(Topic::parent)
                            .isEqualTo(Optional.empty()));
        }

        @Test
        void noNameOrAliasLeadsToTwoTopics() {
            Map<String, Set<String>> meant = new TreeMap<>();
            for (Topic topic : TopicFiles.shipped()) {
                TopicCatalog.callings(topic)
                        .forEach(name -> meant.computeIfAbsent(NameFolding.fold(name), _ -> new TreeSet<>())
                                .add(topic.id().value()));
            }
            assertThat(meant)
                    .allSatisfy((name, topics) -> assertThat(topics).as(name).hasSize(1));
        }

        @Test
        void everyNameInEveryLanguageLeadsToItsTopicAlsoWithoutCaseAndAccents() {
            TopicCatalog catalog = new TopicCatalog(TopicFiles.shipped(), new NoTopics());
            for (Topic topic : TopicFiles.shipped()) {
                assertThat(TopicCatalog.callings(topic)).allSatisfy(name -> {
                    assertThat(catalog.named(name, HERE)).as(name).contains(topic);
                    assertThat(catalog.named(name.toUpperCase(Locale.ROOT), HERE))
                            .as(name)
                            .contains(topic);
                    assertThat(catalog.named(NameFolding.fold(name), HERE))
                            .as(name)
                            .contains(topic);
                });
            }
            assertThat(catalog.named("Einwanderung", HERE).orElseThrow().id().value())
                    .isEqualTo("immigration");
            assertThat(catalog.named("migracion", HERE).orElseThrow().id().value())
                    .isEqualTo("immigration");
            assertThat(catalog.named("КЛИМАТ", HERE).orElseThrow().id().value()).isEqualTo("climate");
            assertThat(catalog.named("people", HERE)).isEmpty();
        }

        @Test
        void everyFileInTheFolderIsRead() throws IOException, URISyntaxException {
            Path shipped = Path.of(Objects.requireNonNull(TopicFiles.class.getResource("topics"))
                    .toURI());
            try (Stream<Path> files = Files.list(shipped)) {
                assertThat(files.map(f -> String.valueOf(f.getFileName()))
                                .sorted()
                                .toList())
                        .isEqualTo(TopicFiles.SHIPPED);
            }
        }
    }

    @Nested
    class GivenAFolderOfOnesOwn {
        @Test
        void whenAllIsWell_thenItsTopicsComeById() throws IOException {
            write("b.yaml", "space:\n  name: {en: Space}\n  words:\n    en: [rocket*, moon]\n");
            write(
                    "a.yml",
                    "rockets:\n  parent: space\n  name: {en: Rockets, de: Raketen}\n  description: Things that fly.\n");
            List<Topic> topics = own();
            assertThat(topics).extracting(t -> t.id().value()).containsExactly("rockets", "space");
            assertThat(topics.getFirst().parent().orElseThrow().value()).isEqualTo("space");
            assertThat(topics.getLast().words().get(Language.ENGLISH)).containsExactly("rocket*", "moon");
        }

        @Test
        void whenMuchIsWrong_thenAllOfItIsToldWithLineAndRemedy() throws IOException {
            write("a.yaml", """
                    space:
                      nam: {en: Space}
                      words:
                        en: [rocket*, "*"]
                    Moon Base:
                      name: {en: Moon}
                      words: {en: []}
                    stars:
                      parent: spcae
                      name: {de: Sterne}
                      description: Stars.
                    """);
            write("b.yaml", """
                    stars:
                      name: {en: Stars, english: Stars}
                      words: [star]
                    """);
            assertThat(faults())
                    .satisfiesExactly(
                            f -> assertThat(f)
                                    .contains(
                                            "a.yaml:2: topic \"space\" has the unknown key \"nam\"",
                                            "Did you mean \"name\"?"),
                            f -> assertThat(f).contains("a.yaml:4: words in en of topic \"space\" hold an empty word"),
                            f -> assertThat(f).contains("a.yaml:1: topic \"space\" has no English name"),
                            f -> assertThat(f).contains("a.yaml:5: \"Moon Base\" cannot name a topic"),
                            f -> assertThat(f).contains("a.yaml:7: words in en of topic \"Moon Base\" are empty"),
                            f -> assertThat(f).contains("a.yaml:7: topic \"Moon Base\" has empty words"),
                            f -> assertThat(f).contains("a.yaml:5: topic \"Moon Base\" says nothing"),
                            f -> assertThat(f).contains("a.yaml:8: topic \"stars\" has no English name"),
                            f -> assertThat(f).contains("b.yaml:2: \"english\" in topic \"stars\" is not a language"),
                            f -> assertThat(f).contains("b.yaml:3: words of topic \"stars\" is not given by language"),
                            f -> assertThat(f).contains("b.yaml:1: topic \"stars\" says nothing"),
                            f -> assertThat(f).contains("b.yaml:1: topic \"stars\" is defined already in", "a.yaml:8"),
                            f -> assertThat(f)
                                    .contains(
                                            "a.yaml:9: topic \"stars\" has the unknown parent \"spcae\"",
                                            "Did you mean \"space\"?"));
        }

        @Test
        void allThatATopicCanSayIsRead() throws IOException {
            write("a.yaml", """
                    space:
                      name: {en: Space}
                      aliases:
                        en: [astronautics]
                      description: Rockets.
                      words:
                        any: [nasa]
                      must: {en: [orbit*]}
                      must-not: {en: [parking space]}
                      examples:
                        yes: [A probe reaches Mars]
                        no: ["No space left: the museum closes"]
                    """);
            assertThat(own())
                    .isEqualTo(List.of(new Topic(
                            new TopicId("space"),
                            Map.of(Language.ENGLISH, "Space"),
                            Map.of(Language.ENGLISH, List.of("astronautics")),
                            "Rockets.",
                            Map.of(Language.UNKNOWN, List.of("nasa")),
                            Map.of(Language.ENGLISH, List.of("orbit*")),
                            Map.of(Language.ENGLISH, List.of("parking space")),
                            List.of(
                                    new Topic.Example("A probe reaches Mars", true),
                                    new Topic.Example("No space left: the museum closes", false)),
                            Optional.empty())));
        }

        @Test
        void whatATopicSaysWronglyIsToldWithLineAndRemedy() throws IOException {
            write("a.yaml", """
                    space:
                      parent: Out There
                      name: {en: Space, any: Space}
                      words: {en: [orbit*, moon]}
                      must-not: {en: [moon]}
                    stars:
                      name: {en: Stars}
                      description: Stars.
                      examples: [one, two]
                    moon:
                      name: {en: Moon}
                      examples:
                        maybe: [A full moon]
                        no: A full house
                    """);
            assertThat(faults())
                    .satisfiesExactly(
                            f -> assertThat(f).contains("a.yaml:3: \"any\" in topic \"space\" is not a language"),
                            f -> assertThat(f).contains("a.yaml:1: topic \"space\" both wants and forbids moon"),
                            f -> assertThat(f).contains("a.yaml:9: examples", "are not given as yes and no"),
                            f -> assertThat(f).contains("a.yaml:13: examples", "yes or no, not \"maybe\""),
                            f -> assertThat(f).contains("a.yaml:14: examples for no", "are not a list"),
                            f -> assertThat(f).contains("a.yaml:10: topic \"moon\" says nothing"),
                            f -> assertThat(f).contains("a.yaml:2:", "unknown parent \"Out There\""));
        }

        @Test
        void aParentThatCannotNameATopicIsAFaultAlone() throws IOException {
            write("a.yaml", "space:\n  parent: Out There\n  name: {en: Space}\n  description: Stars.\n");
            assertThat(faults()).singleElement().asString().contains("a.yaml:2:", "unknown parent \"Out There\"");
        }

        @Test
        void whenAParentHasAParent_thenItIsAFault() throws IOException {
            write("a.yaml", """
                    one:
                      name: {en: One}
                      description: One.
                    two:
                      parent: one
                      name: {en: Two}
                      description: Two.
                    three:
                      parent: two
                      name: {en: Three}
                      description: Three.
                    """);
            assertThat(faults()).singleElement().asString().contains("a.yaml:9", "has a parent itself", "\"one\"");
        }

        @Test
        void whenItIsNoYaml_thenTheLineIsTold() throws IOException {
            write("a.yaml", "space:\n  name: {en: Space\n  words: [\n");
            assertThat(faults()).isNotEmpty().first().asString().contains("a.yaml:", "this is not YAML");
        }

        @Test
        void whenItHoldsAList_thenItSaysHowATopicBegins() throws IOException {
            write("a.yaml", "- space\n");
            assertThat(faults()).singleElement().asString().contains("the file holds no topics", "immigration:");
        }

        @Test
        void whenATopicOrAKeyIsEmpty_thenItIsAFault() throws IOException {
            write("a.yaml", "space:\nmoon:\n  name: {en: Moon}\n  description:\n  description: Moon.\n");
            assertThat(faults())
                    .satisfiesExactly(
                            f -> assertThat(f).contains("a.yaml:1: topic \"space\" is empty"),
                            f -> assertThat(f).contains("a.yaml:4: description of topic \"moon\" is empty"),
                            f -> assertThat(f).contains("a.yaml:5: description of topic \"moon\" is given twice"));
        }

        @Test
        void whenThereIsNothing_thenThereAreNoTopics() throws IOException {
            assertThat(own()).isEmpty();
            write("a.yaml", "");
            assertThat(own()).isEmpty();
            assertThat(TopicFiles.own(new FolderFiles(folder.resolve("none"), YAML), f -> {
                        throw new AssertionError(f);
                    }))
                    .isEmpty();
        }

        @Test
        void whatAnEditorLeavesBesideAFileIsNoFile() throws IOException {
            write(".#a.yaml", "- broken");
            write("a.yaml~", "- broken");
            write("a.txt", "- broken");
            assertThat(own()).isEmpty();
        }

        @Test
        void whenItIsNotText_thenItSaysSo() throws IOException {
            Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
            assertThat(faults()).singleElement().asString().contains("UTF-8");
        }
    }

    @Nested
    class LaidOverWhatShips {
        @Test
        void anotherTopicStandsBesideThoseThatShip() throws IOException {
            write("a.yaml", "harbour:\n  parent: world\n  name: {en: Harbour}\n  words: {en: [quay*]}\n");

            List<Topic> all = TopicFiles.over(own());

            assertThat(all).hasSize(TopicFiles.shipped().size() + 1);
            assertThat(all).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
            assertThat(all).containsAll(TopicFiles.shipped());
        }

        @Test
        void oneOfTheSameIdTakesThePlaceOfTheShippedOne() throws IOException {
            write("a.yaml", "immigration:\n  name: {en: Newcomers}\n  words: {en: [newcomer*]}\n");

            List<Topic> all = TopicFiles.over(own());

            assertThat(all).hasSameSizeAs(TopicFiles.shipped());
            assertThat(all)
                    .filteredOn(t -> t.id().value().equals("immigration"))
                    .singleElement()
                    .satisfies(t -> assertThat(t.names()).containsEntry(Language.ENGLISH, "Newcomers"));
        }

        @Test
        void whenNothingIsLaidOver_thenItIsWhatShips() {
            assertThat(TopicFiles.over(List.of())).isSameAs(TopicFiles.shipped());
        }

        @Test
        void aShippedTopicThatOthersStandBelowMayHaveNoParent() throws IOException {
            write("a.yaml", "world:\n  parent: sport\n  name: {en: World}\n  words: {en: [globe]}\n");

            assertThat(faults())
                    .singleElement()
                    .asString()
                    .contains("a.yaml:2: topic \"world\" has a parent", "stands below it", "delete the line parent");
        }

        @Test
        void aParentThatHasOneWhereItShipsIsAFault() throws IOException {
            write("a.yaml", "harbour:\n  parent: war-and-conflict\n  name: {en: Harbour}\n  words: {en: [quay*]}\n");

            assertThat(faults()).singleElement().asString().contains("a.yaml:2", "has a parent itself", "\"world\"");
        }
    }

    /** A store in which nobody has defined a topic. */
    private static final class NoTopics implements Topics {
        @Override
        public List<Topic> of(WorkspaceId workspace) {
            return List.of();
        }

        @Override
        public Optional<Topic> find(WorkspaceId workspace, TopicId id) {
            return Optional.empty();
        }

        @Override
        public void define(WorkspaceId workspace, Topic topic) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(WorkspaceId workspace, TopicId id) {
            throw new UnsupportedOperationException();
        }
    }

    private List<Topic> own() {
        List<String> faults = new ArrayList<>();
        List<Topic> topics = TopicFiles.own(new FolderFiles(folder, YAML), f -> faults.add(f.toString()));
        assertThat(faults).isEmpty();
        return topics;
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        TopicFiles.own(new FolderFiles(folder, YAML), f -> faults.add(f.toString()));
        return faults;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
