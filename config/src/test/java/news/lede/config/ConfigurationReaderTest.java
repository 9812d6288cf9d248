package news.lede.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.config.ConfigurationReader.Reading;
import news.lede.config.ConfigurationReader.Result;
import news.lede.opml.Listed;
import news.lede.opml.Pack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
    private static final String COAST = """
            <opml version="2.0"><head><title>The coast</title></head><body>
            <outline text="Quay" xmlUrl="https://quay.example/rss"/>
            <outline text="Pier" xmlUrl="https://pier.example/rss"/>
            </body></opml>
            """;
    private static final String HARBOUR = "harbour:\n  name: {en: Harbour}\n  words: {en: [quay*]}\n";

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private ConfigurationReader reader = new ConfigurationReader(Optional.empty(), Map.of(), List.of());

    @BeforeEach
    void aFileOfSettings() throws IOException {
        file = write("lede.yaml", "web.port: 8081\n");
        reader = new ConfigurationReader(Optional.of(file), Map.of(), List.of("embedding.enabled=false"));
    }

    private Path write(String name, String text) throws IOException {
        Path written = folder.resolve(name);
        Files.createDirectories(written.resolveSibling("."));
        return Files.writeString(written, text);
    }

    private Configuration read() {
        return switch (reader.read().result()) {
            case Result.Read(Configuration configuration) -> configuration;
            case Result.Faulty(List<Fault> faults) -> throw new AssertionError(faults);
        };
    }

    private List<String> faults() {
        return reader.read().result() instanceof Result.Faulty(List<Fault> faults)
                ? faults.stream()
                        .map(fault -> fault.toString().replace(folder + "/", ""))
                        .toList()
                : List.of();
    }

    @Nested
    class WhatIsRead {
        @Test
        void withoutFoldersItIsTheSettingsAndWhatShips() {
            Configuration read = read();

            assertThat(read.settings().web().port()).isEqualTo(8081);
            assertThat(read.settings().embedding().enabled()).isFalse();
            assertThat(read.topics()).isSameAs(TopicFiles.shipped());
            assertThat(read.packs()).isSameAs(PackFiles.shipped());
        }

        @Test
        void topicsAndPacksBesideTheFileAreLaidOverWhatShips() throws IOException {
            write("topics/mine.yaml", HARBOUR);
            write("sources/coast.opml", COAST);
            write("sources/sport.opml", COAST);

            Configuration read = read();

            assertThat(read.topics()).hasSize(TopicFiles.shipped().size() + 1);
            assertThat(read.packs()).hasSize(PackFiles.shipped().size() + 1);
            assertThat(read.packs())
                    .filteredOn(pack -> List.of("coast", "sport").contains(pack.name()))
                    .allSatisfy(pack -> {
                        assertThat(pack.title()).isEqualTo("The coast");
                        assertThat(pack.sources())
                                .extracting(Listed::address)
                                .containsExactly("https://quay.example/rss", "https://pier.example/rss");
                    })
                    .extracting(Pack::name)
                    .containsExactly("sport", "coast");
        }

        @Test
        void anExportOfAFeedReaderMayNameAFeedTwiceAndHaveNoTitle() throws IOException {
            write("sources/coast.opml", """
                    <opml version="2.0"><body>
                    <outline text="A"><outline text="Quay" xmlUrl="https://quay.example/rss"/></outline>
                    <outline text="B"><outline text="Quay" xmlUrl="https://quay.example/rss"/></outline>
                    </body></opml>
                    """);

            assertThat(read().ownPacks()).singleElement().satisfies(pack -> {
                assertThat(pack.title()).isEqualTo("coast");
                assertThat(pack.sources()).hasSize(1);
            });
        }
    }

    @Nested
    class WhatIsWrong {
        @Test
        void isToldAtOnceForAllFilesWithLineAndRemedy() throws IOException {
            write("lede.yaml", "web.port: many\nmoderator: []\n");
            write("topics/a.yaml", "harbour:\n  name: {de: Hafen}\n  words: {en: [quay*]}\n");
            write("topics/b.yaml", "pier:\n  parent: harbuor\n  name: {en: Pier}\n  words: {en: [pier]}\n");
            write("sources/My Coast.opml", COAST);
            write("sources/empty.opml", "<opml version=\"2.0\"><body/></opml>");
            write("sources/note.opml", "buy milk");
            write("sources/quay.opml", """
                    <opml version="2.0"><body>
                    <outline text="Quay" xmlUrl="ftp://quay.example/rss"/>
                    <outline text="Pier" xmlUrl="https://me:secret@pier.example/rss"/>
                    </body></opml>
                    """);

            assertThat(faults())
                    .satisfiesExactly(
                            f -> assertThat(f).startsWith("lede.yaml:2: there is no setting \"moderator\""),
                            f -> assertThat(f).startsWith("lede.yaml:1: web.port: \"many\""),
                            f -> assertThat(f).startsWith("topics/a.yaml:1: topic \"harbour\" has no English name"),
                            f -> assertThat(f)
                                    .startsWith("topics/b.yaml:2: topic \"pier\" has the unknown parent")
                                    .contains("Did you mean \"harbour\"?"),
                            f -> assertThat(f)
                                    .startsWith("sources/My Coast.opml: \"My Coast\" cannot name a pack")
                                    .contains("coast-papers.opml"),
                            f -> assertThat(f).startsWith("sources/empty.opml: it names no source"),
                            f -> assertThat(f).startsWith("sources/note.opml: this is no list of sources"),
                            f -> assertThat(f).startsWith("sources/quay.opml:2: \"ftp://quay.example/rss\" is no"),
                            f -> assertThat(f)
                                    .startsWith("sources/quay.opml:3: there is an address with a user name")
                                    .doesNotContain("secret"));
        }
    }

    @Nested
    class WhatIsAnother {
        private Configuration before = Configuration.of(defaults());

        private Settings defaults() {
            return SettingsReader.read(Optional.empty(), Map.of(), List.of()) instanceof SettingsReader.Result.Read read
                    ? read.settings()
                    : failed();
        }

        private Settings failed() {
            throw new AssertionError("the defaults are wrong");
        }

        @BeforeEach
        void readOnce() throws IOException {
            write("topics/mine.yaml", HARBOUR);
            write("sources/coast.opml", COAST);
            before = read();
        }

        @Test
        void isNothingWhenTheSameIsWrittenAgain() throws IOException {
            write("lede.yaml", "# a word\nweb:\n  port: 8081\n");

            assertThat(read().since(before)).isEqualTo(new Changes(List.of(), List.of()));
        }

        @Test
        void isToldByNameAndNeverByValue() throws IOException {
            write("lede.yaml", """
                    telegram.token: "123:abc"
                    moderators: ["telegram:7"]
                    quota.topics: 7
                    summary.extract-limit: 1 sentence, 90 characters
                    """);
            write("topics/mine.yaml", "pier:\n  name: {en: Pier}\n  words: {en: [pier]}\n");
            write("sources/coast.opml", COAST.replace("Quay", "The Quay"));
            write("sources/isles.opml", COAST);

            assertThat(read().since(before))
                    .isEqualTo(new Changes(
                            List.of(
                                    "quota.topics",
                                    "summary.extract-limit",
                                    "moderators",
                                    "topic harbour (gone)",
                                    "topic pier (new)",
                                    "pack coast (changed)",
                                    "pack isles (new)"),
                            List.of("telegram.token", "web.port")));
        }

        @Test
        void isWhatThePublishersFileSaysToo() throws IOException {
            Path publishers = write("publishers.yaml", "Harbour Press:\n  hosts: [quay.example]\n");
            write("lede.yaml", "web.port: 8081\npublishers.file: " + publishers + "\n");
            Configuration named = read();
            Files.writeString(publishers, "Harbour Press:\n  hosts: [pier.example]\n");

            assertThat(named.since(before).taken()).containsExactly("publishers.file");
            assertThat(read().since(named).taken()).containsExactly("publishers.file");
        }
    }

    @Nested
    class TheFingerprint {
        private void changesWith(Change change) throws IOException {
            Reading reading = reader.read();
            assertThat(reading.files().fingerprint()).isEqualTo(reading.fingerprint());

            change.run();

            assertThat(reading.files().fingerprint()).isNotEqualTo(reading.fingerprint());
            assertThat(reader.read().fingerprint()).isNotEqualTo(reading.fingerprint());
        }

        private interface Change {
            void run() throws IOException;
        }

        @Test
        void changesWithEveryFileThatIsRead() throws IOException {
            Path publishers = write("families.yaml", "Harbour Press:\n  hosts: [quay.example]\n");
            changesWith(() -> write("lede.yaml", "publishers.file: " + publishers + "\n"));
            changesWith(() -> Files.writeString(publishers, "\n"));
            changesWith(() -> write("topics/mine.yaml", HARBOUR));
            changesWith(() -> write("topics/mine.yaml", HARBOUR + "\n"));
            changesWith(() -> write("sources/coast.opml", COAST));
            changesWith(() -> Files.delete(folder.resolve("sources/coast.opml")));
            changesWith(() -> Files.delete(file));
        }

        @Test
        void staysWhenAnotherFileChanges() throws IOException {
            write("topics/mine.yaml", HARBOUR);
            String before = reader.read().fingerprint();
            write("topics/notes.txt", "milk");
            write("other.yaml", "eggs");

            assertThat(reader.read().fingerprint()).isEqualTo(before);
        }

        @Test
        void isOfNothingWhereNoFileIsNamed() {
            assertThat(new ConfigurationReader(Optional.empty(), Map.of(), List.of())
                            .read()
                            .files()
                            .none())
                    .isTrue();
        }
    }

    @Test
    void everySettingIsTakenOverOrNeedsARestart() {
        assertThat(Keys.ALL).containsAll(Keys.TAKEN_OVER);
        assertThat(Keys.TAKEN_OVER)
                .extracting(Key::name)
                .containsExactlyInAnyOrder(
                        "source.default-packs",
                        "quota.sources",
                        "quota.topics",
                        "quota.subscriptions",
                        "publishers.file",
                        "summary.extract-limit",
                        "moderators");
    }
}
