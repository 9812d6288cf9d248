package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.community.PersonKey;
import news.lede.config.ConfigurationReader;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWatchTest {
    private static final Instant START = Instant.parse("2026-05-04T12:00:00Z");
    private static final String COAST = """
            <opml version="2.0"><head><title>The coast</title></head><body>
            <outline text="Quay" xmlUrl="https://quay.example/rss"/>
            </body></opml>
            """;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(START);
    private final List<String> said = new ArrayList<>();
    private final List<Map<String, List<String>>> listedBefore = new ArrayList<>();
    private boolean storeIsLocked;
    private Path file = Path.of("");
    private Path data = Path.of("");
    private List<ConfigurationWatch> open = new ArrayList<>();

    @BeforeEach
    void aFile() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        file = write("lede.yaml", "web.port: 8081\nquota.topics: 5\n");
    }

    @AfterEach
    void close() {
        open.forEach(ConfigurationWatch::close);
    }

    private Path write(String name, String text) throws IOException {
        Path written = folder.resolve(name);
        Files.createDirectories(written.toAbsolutePath().getParent());
        return Files.writeString(written, text);
    }

    /** One Lede, from its start on. */
    private final class Life {
        final InForce inForce;
        final ConfigurationWatch watch;

        Life(Optional<Path> settings) {
            ConfigurationReader reader = new ConfigurationReader(settings, Map.of(), List.of());
            ConfigurationReader.Reading begun = reader.read();
            inForce = new InForce(RootCommand.configuration(begun.result()));
            watch = new ConfigurationWatch(
                    reader,
                    begun,
                    inForce,
                    (before, _) -> {
                        if (storeIsLocked) {
                            throw new IllegalStateException("the store is locked");
                        }
                        listedBefore.add(before);
                    },
                    new ConfigurationNote(data),
                    said::add,
                    clock);
            open.add(watch);
            watch.begin();
        }

        Life() {
            this(Optional.of(file));
        }

        /** Two looks, since the files must be found alike twice. */
        void looks() {
            clock.advance(Duration.ofSeconds(2));
            watch.look();
            watch.look();
        }
    }

    @Nested
    class GivenTheFilesAreChanged {
        @Test
        void thenWhatCanChangeHoldsAndTheRestNeedsARestart() throws IOException {
            Life life = new Life();
            write("lede.yaml", "web.port: 9090\nquota.topics: 6\nmoderators: [\"telegram:7\"]\n");
            write("topics/mine.yaml", "harbour:\n  name: {en: Harbour}\n  words: {en: [quay*]}\n");

            life.looks();

            assertThat(life.inForce.moderators()).containsExactly(new PersonKey("telegram", "7"));
            assertThat(life.inForce.quota()).containsValue(6);
            assertThat(life.inForce.topics())
                    .extracting(topic -> topic.id().value())
                    .contains("harbour", "immigration");
            assertThat(said)
                    .containsExactly(
                            "configuration taken over: quota.topics, moderators, topic harbour (new)",
                            "needs a restart: web.port");
            assertThat(life.watch.state().restart()).containsExactly("web.port");
            assertThat(life.watch.state().since()).isEqualTo(START.plusSeconds(2));
        }

        @Test
        void thenNothingIsReadUntilTheyStayAsTheyAre() throws IOException {
            Life life = new Life();
            write("lede.yaml", "quota.topics: 61\n");
            life.watch.look();
            write("lede.yaml", "quota.topics: 612\n");
            life.watch.look();
            assertThat(life.inForce.quota()).containsValue(5);

            life.watch.look();

            assertThat(life.inForce.quota()).containsValue(612);
        }

        @Test
        void whenTheyAreChangedBack_thenNoRestartIsNeeded() throws IOException {
            Life life = new Life();
            write("lede.yaml", "web.port: 9090\n");
            life.looks();
            write("lede.yaml", "web.port: 8081\n\n");
            life.looks();

            assertThat(life.watch.state().restart()).isEmpty();
        }

        @Test
        void whatDidNotChangeIsOneAndTheSameObject() throws IOException {
            Life life = new Life();
            var topics = life.inForce.topics();
            var packs = life.inForce.packs();
            var publishers = life.inForce.publishers();
            write("lede.yaml", "quota.topics: 6\n");

            life.looks();

            assertThat(life.inForce.topics()).isSameAs(topics);
            assertThat(life.inForce.packs()).isSameAs(packs);
            assertThat(life.inForce.publishers()).isSameAs(publishers);
        }

        @Test
        void whenTheStoreIsLocked_thenTheNextLookTakesThemOver() throws IOException {
            write("sources/coast.opml", COAST);
            Life life = new Life();
            Files.delete(folder.resolve("sources/coast.opml"));
            life.watch.look();
            storeIsLocked = true;
            assertThatThrownBy(life.watch::look).hasMessageContaining("locked");
            storeIsLocked = false;
            listedBefore.clear();

            life.watch.look();

            assertThat(listedBefore).containsExactly(Map.of("coast", List.of("https://quay.example/rss")));
            assertThat(said).containsExactly("configuration taken over: pack coast (gone)");
        }
    }

    @Nested
    class GivenTheyAreWrong {
        @Test
        void thenAllOfItIsToldOnceAndWhatWasInForceStays() throws IOException {
            Life life = new Life();
            write("lede.yaml", "quota.topics: many\n");
            write("topics/mine.yaml", "harbour:\n  words: {en: [quay*]}\n");

            life.looks();
            life.looks();

            assertThat(life.inForce.quota()).containsValue(5);
            assertThat(said).hasSize(3);
            assertThat(said.getFirst()).contains("not taken over", "2 problems");
            assertThat(said.get(1)).contains("lede.yaml:1", "quota.topics", "Write");
            assertThat(said.get(2)).contains("mine.yaml:1", "no English name");
            assertThat(life.watch.state().faults()).hasSize(2);
            assertThat(life.watch.state().since()).isEqualTo(START);
        }

        @Test
        void whenTheyAreRightAgain_thenItSaysSo() throws IOException {
            Life life = new Life();
            write("lede.yaml", "quota.topics: many\n");
            life.looks();
            said.clear();
            write("lede.yaml", "web.port: 8081\nquota.topics: 5\n");

            life.looks();

            assertThat(said).containsExactly("the configuration is right again");
            assertThat(life.watch.state().faults()).isEmpty();
        }
    }

    @Nested
    class GivenAnotherProcessAsks {
        @Test
        void thenItReadsHowTheRunningOneStands() throws IOException {
            Life life = new Life();
            write("lede.yaml", "web.port: 9090\nquota.topics: many\n");
            write("sources/coast.opml", COAST);
            life.looks();

            ConfigurationNote.Noted noted = new ConfigurationNote(data).read().orElseThrow();

            assertThat(noted.by().isAlive()).isTrue();
            assertThat(noted.state()).isEqualTo(life.watch.state());
            assertThat(Files.readString(data.resolve(ConfigurationNote.FILE))).doesNotContain("9090");
        }

        @Test
        void whenTheProcessIsAnother_thenItIsNotTheRunningOne() {
            ConfigurationNote.Running self = ConfigurationNote.Running.self();

            assertThat(new ConfigurationNote.Running(self.process(), Optional.of(START)).isAlive())
                    .isFalse();
        }

        @Test
        void whenTheNoteIsDamaged_thenThereIsNone() throws IOException {
            Files.writeString(data.resolve(ConfigurationNote.FILE), "{\"process\": 1, \"packs\"");

            assertThat(new ConfigurationNote(data).read()).isEmpty();
        }
    }

    @Nested
    class GivenItStartsAgain {
        @Test
        void thenWhatWasListedBeforeIsKnown() throws IOException {
            write("sources/coast.opml", COAST);
            new Life();
            Files.delete(folder.resolve("sources/coast.opml"));
            listedBefore.clear();

            new Life();

            assertThat(listedBefore).containsExactly(Map.of("coast", List.of("https://quay.example/rss")));
        }

        @Test
        void withoutFilesOfOnesOwn_thenEarlierListsAreLeftAlone() throws IOException {
            write("sources/coast.opml", COAST);
            new Life();
            listedBefore.clear();

            new Life(Optional.empty());

            assertThat(listedBefore).containsExactly(Map.of());
        }
    }

    @Test
    void aNoteThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Files.createDirectories(data.resolve(ConfigurationNote.FILE).resolve("in the way"));

        new Life().looks();

        try (Stream<Path> left = Files.list(data)) {
            assertThat(left).containsExactly(data.resolve(ConfigurationNote.FILE));
        }
    }
}
