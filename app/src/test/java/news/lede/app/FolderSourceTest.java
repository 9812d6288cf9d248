package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import news.lede.app.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of this machine as sources: only whoever may type a command here can name one. */
class FolderSourceTest {
    @TempDir
    Path folder;

    private Ended adding(String address) {
        return new Program(folder.resolve("data")).run("source", "add", address, "--set=embedding.enabled=false");
    }

    @Test
    void aFolderIsAddedOnceHoweverItIsWritten() throws IOException {
        Path desk = Files.createDirectory(folder.resolve("desk"));

        Ended first = adding(desk.toUri().toString());
        Ended again = adding("file:" + desk.resolve("..").resolve("desk"));

        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains("Added to the pack default")
                .contains("desk")
                .contains("(folder)");
        assertThat(again.out()).contains("Known already");
    }

    @Test
    void whatIsNoFolderSaysHowToWriteOne() throws IOException {
        Path file = Files.createFile(folder.resolve("a.txt"));

        for (String address :
                new String[] {file.toUri().toString(), "file:/no/such/folder", "file:relative", "file:///a b"}) {
            Ended ended = adding(address);
            assertThat(ended.code()).as(address).isEqualTo(2);
            assertThat(ended.err()).contains("is no folder that can be read here", "file:///srv/news");
        }
    }
}
