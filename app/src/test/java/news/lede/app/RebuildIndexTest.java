package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.lede.app.Program.Ended;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doctor builds the search index anew from the store, unless a running Lede keeps it. */
class RebuildIndexTest {
    private static final String WITHOUT_MODEL = "--set=embedding.enabled=false";

    @TempDir
    Path folder;

    private Program withNews() throws IOException {
        Program program = new Program(folder.resolve("data"));
        Path page = folder.resolve("page.html");
        try (InputStream in = Objects.requireNonNull(RehearseCommand.class.getResourceAsStream("rehearsal.html"))) {
            Files.copy(in, page);
        }
        program.run("import", page.toString(), "--saved-at", "2026-05-04T11:00:00Z", WITHOUT_MODEL);
        return program;
    }

    @Test
    void whatWasDamagedIsFoundAgain() throws IOException {
        Program program = withNews();
        try (Stream<Path> files = Files.list(folder.resolve("data/index"))) {
            List<Path> segments = files.filter(
                            file -> file.getFileName().toString().startsWith("_"))
                    .toList();
            assertThat(segments).isNotEmpty();
            for (Path segment : segments) {
                Files.write(segment, new byte[] {1, 2, 3});
            }
        }

        Ended ended = program.run("doctor", "--rebuild-index", WITHOUT_MODEL);

        assertThat(ended.err()).contains("search index built anew, 4 articles");
        assertThat(ended.out()).contains("Search index: in order");
        assertThat(program.run("ask", "/search immigration", WITHOUT_MODEL).out())
                .isNotBlank();
    }

    @Test
    void besideARunningLedeItSaysWhatToDo() throws IOException {
        Program program = withNews();
        try (Store running = SqliteStore.open(folder.resolve("data"), Store.Mode.ALONE)) {
            Ended ended = program.run("doctor", "--rebuild-index", WITHOUT_MODEL);

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("data folder");
            assertThat(running.articles().count()).isEqualTo(4);
        }
    }
}
