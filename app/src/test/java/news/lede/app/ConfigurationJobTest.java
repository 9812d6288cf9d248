package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.app.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics and packs of an operator's own, through the whole program. */
class ConfigurationJobTest {
    @TempDir
    Path folder;

    private Program program = new Program(Path.of(""));
    private String config = "";

    @BeforeEach
    void someFiles() throws IOException {
        program = new Program(folder.resolve("data"));
        Files.writeString(folder.resolve("lede.yaml"), "embedding.enabled: false\n");
        config = "--config=" + folder.resolve("lede.yaml");
        Files.createDirectories(folder.resolve("topics"));
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("topics/mine.yaml"), """
                lighthouses:
                  name: {en: Lighthouses}
                  words: {en: [lighthouse*]}
                """);
        Files.writeString(folder.resolve("sources/coast-papers.opml"), """
                <opml version="2.0"><body>
                <outline text="Quay News" xmlUrl="https://quay.example/rss"/>
                <outline text="Pier Post" xmlUrl="https://pier.example/rss"/>
                </body></opml>
                """);
    }

    @Test
    void checkCountsThem() {
        Ended ended = program.run("check", config);

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("Topics of your own: lighthouses")
                .contains("Packs of your own: coast-papers (2 sources)");
    }

    @Test
    void checkNamesAllThatIsWrongWithThem() throws IOException {
        Files.writeString(folder.resolve("lede.yaml"), "web.port: many\n");
        Files.writeString(folder.resolve("topics/mine.yaml"), "lighthouses:\n  words: {en: [lighthouse*]}\n");
        Files.writeString(folder.resolve("sources/coast-papers.opml"), "none");

        Ended ended = program.run("check", config);

        assertThat(ended.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ended.err())
                .contains("lede.yaml:1: web.port")
                .contains("mine.yaml:1: topic \"lighthouses\" has no English name")
                .contains("coast-papers.opml: this is no list of sources");
    }

    @Test
    void topicsAndPacksCanBeAskedFor() {
        assertThat(program.run("ask", "/topics", config).out()).contains("lighthouses");
        assertThat(program.run("ask", "/source add coast-papers", "--as", "moderator", config)
                        .out())
                .contains("coast-papers");
        assertThat(program.run("ask", "/sources", "--as", "moderator", config).out())
                .contains("Quay News");
    }

    @Test
    void doctorTellsWhatIsWrongWithTopicsBesideAllElse() throws IOException {
        Files.writeString(folder.resolve("topics/mine.yaml"), "lighthouses:\n  words: {en: [lighthouse*]}\n");

        Ended ended = program.run("doctor", config);

        assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.out()).contains("Store: in order").contains("mine.yaml:1: topic \"lighthouses\" has no");
    }

    @Test
    void doctorTellsHowTheRunningLedeStands() throws IOException {
        program.run("check", config);
        Files.createDirectories(folder.resolve("data"));
        ConfigurationState state = ConfigurationState.started(
                        List.of("desk/lede.yaml"), Instant.parse("2026-05-04T09:00:00Z"))
                .took(List.of("moderators"), List.of("web.port"), Instant.parse("2026-05-04T10:00:00Z"));
        new ConfigurationNote(folder.resolve("data"))
                .write(new ConfigurationNote.Noted(ConfigurationNote.Running.self(), state, Map.of()));

        Ended ended = program.run("doctor", config);

        assertThat(ended.out())
                .contains(
                        "Configuration of what runs: desk/lede.yaml; in force since 2026-05-04 10:00 UTC (moderators)")
                .contains("what runs was started with other values of: web.port");

        new ConfigurationNote(folder.resolve("data"))
                .write(new ConfigurationNote.Noted(
                        new ConfigurationNote.Running(1, Optional.of(Instant.EPOCH)), state, Map.of()));
        assertThat(program.run("doctor", config).out()).doesNotContain("Configuration of what runs");
    }
}
