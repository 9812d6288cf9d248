package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import news.lede.community.PersonKey;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    Path folder;

    /** The key of erasures is in it, and everything that persons set. */
    @Test
    void nobodyElseOnTheMachineReadsABackup() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        SqliteStore.open(folder, Store.Mode.ALONE).close();
        new ErasureFile(folder).add(new PersonKey("discord", "7"), NOON);
        Backups backups = new Backups(folder, InstantSource.fixed(NOON));
        Path file = backups.usual();

        backups.make(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve(Backups.FOLDER).toFile().list())
                .containsExactly(file.getFileName().toString());
    }
}
