package news.lede.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.PublisherFamily;
import news.lede.story.Publishers;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherFilesTest {
    @TempDir
    Path folder;

    private SettingsReader.Result read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), yaml);
        return SettingsReader.read(Optional.empty(), Map.of(), List.of("publishers.file=" + file));
    }

    private List<String> faults(String yaml) throws IOException {
        return switch (read(yaml)) {
            case SettingsReader.Result.Faulty(List<Fault> faults) ->
                faults.stream()
                        .map(fault -> fault.toString()
                                .replace(folder.resolve("own.yaml").toString(), "own.yaml"))
                        .toList();
            case SettingsReader.Result.Read _ -> List.of();
        };
    }

    private List<PublisherFamily> families(String yaml) throws IOException {
        return switch (read(yaml)) {
            case SettingsReader.Result.Read(Settings settings) -> settings.publishers();
            case SettingsReader.Result.Faulty(List<Fault> faults) -> throw new AssertionError(faults);
        };
    }

    private static int voices(Publishers publishers, String... hosts) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < hosts.length; i++) {
            articles.add(new Article(
                    new ArticleId(i + 1),
                    new ReportId(i + 1),
                    "Title",
                    Optional.of("Publisher " + i),
                    Optional.of(URI.create("https://" + hosts[i] + "/news")),
                    List.of("Text."),
                    Instant.EPOCH,
                    false,
                    Language.ENGLISH,
                    OptionalInt.empty(),
                    Instant.EPOCH));
        }
        return publishers.voices(articles).size();
    }

    @Nested
    class WhatShips {
        /** What counts of a family: its hosts, and its names as they are compared. */
        private List<String> told(List<PublisherFamily> families) {
            return families.stream()
                    .map(family -> family.name() + " " + new TreeSet<>(family.hosts()) + " "
                            + family.names().stream()
                                    .map(Publishers::folded)
                                    .collect(Collectors.toCollection(TreeSet::new)))
                    .toList();
        }

        @Test
        void isReadAsAnOperatorsFileWouldBe() throws IOException {
            List<Fault> faults = new ArrayList<>();
            List<PublisherFamily> asYaml = PublisherFile.read(
                    PublisherFiles.SHIPPED,
                    new InputStreamReader(PublisherFiles.shippedFile(), StandardCharsets.UTF_8),
                    faults);

            assertThat(faults).isEmpty();
            assertThat(told(PublisherFiles.shipped())).isEqualTo(told(asYaml));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Harbour: Press",
                    "Harbour Press:\n  hosts: quay.example",
                    "Harbour Press:\n  hosts: [quay.example",
                    " Press:"
                })
        void isNotReadWhenALineIsOfAnotherShape(String file) {
            assertThatThrownBy(() ->
                            ShippedPublishers.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("what ships is faulty");
        }

        @Test
        void knowsAtLeastSixtyFamiliesAndTwoHundredPublishers() {
            List<PublisherFamily> shipped = PublisherFiles.shipped();
            assertThat(shipped).hasSizeGreaterThanOrEqualTo(60);
            assertThat(shipped.stream()
                            .mapToInt(family -> family.names().size())
                            .sum())
                    .isGreaterThanOrEqualTo(200);
            assertThat(shipped)
                    .allSatisfy(family ->
                            assertThat(family.hosts()).as(family.name()).isNotEmpty());
        }

        @Test
        void bringsDesksOfOneBroadcasterAndPapersOfOneOwnerTogether() {
            Publishers publishers = PublisherFiles.publishers(List.of());
            assertThat(voices(publishers, "www.tagesschau.de", "www1.wdr.de", "www.ndr.de"))
                    .isOne();
            assertThat(voices(publishers, "news.bbc.co.uk", "www.bbc.com")).isOne();
            assertThat(voices(publishers, "www.bbc.com", "www.theguardian.com", "vnexpress.net"))
                    .isEqualTo(3);
        }

        @Test
        void aSubDomainMayBelongToAnotherFamilyThanItsParent() {
            Publishers publishers = PublisherFiles.publishers(List.of());
            assertThat(voices(publishers, "band.uol.com.br", "www1.folha.uol.com.br"))
                    .isEqualTo(2);
        }
    }

    @Nested
    class AFileOfOnesOwn {
        @Test
        void replacesTheFamilyOfTheSameNameAndAddsOthers() throws IOException {
            Publishers publishers = PublisherFiles.publishers(families("""
                    BBC: {hosts: [bbc.com]}
                    Harbour Press: {hosts: [post.example, quay.example], names: [Quay News]}
                    """));
            assertThat(voices(publishers, "bbc.com", "bbc.co.uk")).isEqualTo(2);
            assertThat(voices(publishers, "www.post.example", "news.quay.example"))
                    .isOne();
        }

        @Test
        void takesAHostAwayFromAShippedFamily() throws IOException {
            Publishers publishers = PublisherFiles.publishers(families("Coast Radio: {hosts: [ndr.de]}"));
            assertThat(voices(publishers, "ndr.de", "wdr.de")).isEqualTo(2);
        }

        @Test
        void dissolvesAFamilyByLeavingItEmpty() throws IOException {
            Publishers publishers = PublisherFiles.publishers(families("BBC:\n"));
            assertThat(voices(publishers, "bbc.com", "bbc.co.uk")).isEqualTo(2);
        }

        @Test
        void keepsHostsWithoutWhatSaysNothing() throws IOException {
            assertThat(families("Harbour Press: {hosts: [WWW.Post.Example]}")
                            .getFirst()
                            .hosts())
                    .isEqualTo(Set.of("post.example"));
        }
    }

    @Nested
    class Faults {
        @Test
        void comeAllAtOnceWithTheirLines() throws IOException {
            assertThat(faults("""
                    Harbour Press:
                      hosts: [https://post.example/news, quay.example]
                      name: [Quay News]
                    Valley Press:
                      hosts: [quay.example, ""]
                      names: [Quay News, The Quay-News!, "-"]
                    Hill Press:
                      names: [quay news]
                    Sea Press: sea.example
                    Dune Press:
                      hosts: dune.example
                    Hill Press:
                      hosts: [hill.example]
                      hosts: [hills.example]
                    """))
                    .containsExactly(
                            "own.yaml:2: \"https://post.example/news\" in family \"Harbour Press\" is no host."
                                    + " Write it without https:// and path, for example news.example.org.",
                            "own.yaml:3: family \"Harbour Press\" has the unknown key \"name\". Did you mean \"names\"?.",
                            "own.yaml:5: hosts of family \"Valley Press\" have an empty item. Delete it.",
                            "own.yaml:5: the host quay.example is there already (own.yaml:2)."
                                    + " A host belongs to one family: keep one of the two.",
                            "own.yaml:6: \"-\" in family \"Valley Press\" is no name."
                                    + " Write what the publisher calls itself, for example The Harbour Post.",
                            "own.yaml:8: the name \"quay news\" is there already (own.yaml:6)."
                                    + " A name belongs to one family: keep one of the two.",
                            "own.yaml:9: family \"Sea Press\" is neither hosts nor names."
                                    + " Write them below it, for example hosts: [news.example, news.example.org].",
                            "own.yaml:11: hosts of family \"Dune Press\" are not a list."
                                    + " Write them in brackets, for example hosts: [news.example, news.example.org].",
                            "own.yaml:12: the family \"Hill Press\" is there already (own.yaml:7)."
                                    + " Write all of it in one place.",
                            "own.yaml:14: hosts of family \"Hill Press\" are given twice. Keep one of the two lists.");
        }

        @Test
        void standBesideThoseOfTheSettings() {
            assertThat(SettingsReader.read(
                            Optional.empty(), Map.of(), List.of("publishers.file=nowhere.yaml", "web.port=x")))
                    .isInstanceOfSatisfying(
                            SettingsReader.Result.Faulty.class,
                            faulty -> assertThat(faulty.faults())
                                    .extracting(Fault::toString)
                                    .anySatisfy(fault -> assertThat(fault)
                                            .startsWith(
                                                    "nowhere.yaml: there is no such file of publishers. Give the path"))
                                    .anySatisfy(fault -> assertThat(fault).contains("web.port")));
        }

        @Test
        void tellWhatIsNoFileOfPublishersAtAll() throws IOException {
            assertThat(faults("[a, b]")).singleElement().asString().contains("holds no families");
            assertThat(faults("Harbour Press: {hosts: [post.example"))
                    .singleElement()
                    .asString()
                    .contains("this is not YAML");
            assertThat(faults("")).isEmpty();
            Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xC3, 0x28});
            assertThat(SettingsReader.read(
                            Optional.empty(), Map.of(), List.of("publishers.file=" + folder.resolve("bytes.yaml"))))
                    .asString()
                    .contains("this is not text in UTF-8");
        }
    }
}
