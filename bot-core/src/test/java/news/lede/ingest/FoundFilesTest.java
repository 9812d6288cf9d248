package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("deep/deeper"));
        Files.createFile(folder.resolve("b.txt"));
        Files.createFile(folder.resolve("deep/deeper/a.txt"));
        Files.createFile(folder.resolve(".hidden.txt"));
        Files.createDirectories(folder.resolve(".git"));
        Files.createFile(folder.resolve(".git/config.txt"));
    }

    private List<String> found(Path... paths) {
        return FoundFiles.behind(List.of(paths)).inFolders().stream()
                .map(p -> folder.relativize(p).toString())
                .toList();
    }

    @Test
    void aFolderIsSearchedDeeplyAndHiddenFilesArePassedOver() {
        assertThat(found(folder)).containsExactly("b.txt", "deep/deeper/a.txt");
    }

    @Test
    void aLinkThatLeadsBackIsNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("deep/back"), folder);

        assertThat(found(folder)).containsExactly("b.txt", "deep/deeper/a.txt");
        assertThat(FoundFiles.behind(List.of(folder)).unreadable()).isEmpty();
    }

    @Test
    void aFileReachedTwoWaysComesOnce() {
        FoundFiles files = FoundFiles.behind(List.of(folder.resolve("b.txt"), folder, folder.resolve("deep")));

        assertThat(files.named()).containsExactly(folder.resolve("b.txt"));
        assertThat(files.inFolders()).containsExactly(folder.resolve("deep/deeper/a.txt"));
    }

    @Test
    void whatABrowserSavesBesideAPageIsPassedOver() throws IOException {
        Files.createFile(folder.resolve("Vote.html"));
        Files.createDirectories(folder.resolve("Vote_files"));
        Files.createFile(folder.resolve("Vote_files/ad.html"));

        assertThat(found(folder)).containsExactly("Vote.html", "b.txt", "deep/deeper/a.txt");
    }

    @Test
    void aHiddenFileThatIsNamedIsRead() {
        Path hidden = folder.resolve(".hidden.txt");

        assertThat(FoundFiles.behind(List.of(hidden)).named()).containsExactly(hidden);
    }

    @Test
    void aPathThatLeadsNowhereIsTold() {
        assertThat(FoundFiles.behind(List.of(folder.resolve("absent"))).unreadable())
                .singleElement()
                .extracting(FoundFiles.Unreadable::why)
                .isEqualTo("there is no such file or folder");
    }
}
