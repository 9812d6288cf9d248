package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {
    @TempDir
    Path folder;

    private FailureLog log() {
        return new FailureLog(folder, InstantSource.fixed(Instant.parse("2026-05-04T12:00:00Z")));
    }

    @Test
    void whatFailsForMonthsDoesNotFillTheDisk() throws IOException {
        FailureLog log = log();
        IllegalStateException failure = new IllegalStateException("x".repeat(100_000));
        for (int i = 0; i < 100; i++) {
            assertThat(log.keep(failure, "turn " + i)).contains(folder.resolve(FailureLog.FILE));
        }

        assertThat(Files.readString(folder.resolve(FailureLog.FILE))).contains(" turn 99\n");
        for (String file : new String[] {FailureLog.FILE, FailureLog.BEFORE}) {
            assertThat(Files.size(folder.resolve(file))).isLessThan(FailureLog.MOST_BYTES + 200_000);
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(FailureLog.FILE, FailureLog.BEFORE);
    }

    @Test
    void aLinkThatLiesThereIsNotFollowed() throws IOException {
        Path theirs = Files.writeString(folder.resolve("theirs"), "untouched");
        Files.createSymbolicLink(folder.resolve(FailureLog.FILE), theirs);

        assertThat(log().keep(new IllegalStateException("x"), "turn")).isEmpty();
        assertThat(theirs).hasContent("untouched");
    }
}
