package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PremisesTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    Path data;

    private static Premises with(boolean writable, long free) {
        return new Premises(writable, OptionalLong.of(free), Optional.empty(), Optional.empty());
    }

    @Test
    void aFolderWithRoomNeedsNobody() {
        assertThat(Premises.of(data).writable()).isTrue();
        assertThat(with(true, 200L << 20).complaints()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToAndAFullDiskNeedSomebody() {
        assertThat(with(false, (200L << 20) - 1).complaints())
                .extracting(Complaint::what)
                .containsExactly(
                        "the data folder cannot be written to", "only 199 MB are left on the disk of the data folder");
        assertThat(Premises.of(data.resolve("none")).writable()).isFalse();
    }

    @Test
    void theNewestBackupAndTheLastFailureAreTold() throws IOException {
        assertThat(Premises.of(data).lines(true)).anyMatch(line -> line.startsWith("Newest backup: none"));
        Path backups = Files.createDirectory(data.resolve("backups"));
        touched(backups.resolve("a"), NOON);
        touched(backups.resolve("b"), NOON.minusSeconds(3600));
        touched(data.resolve(FailureLog.FILE), NOON.minusSeconds(60));

        assertThat(Premises.of(data).lines(true))
                .contains(
                        "Newest backup: 2026-05-04 12:00 UTC",
                        "Last unplanned failure: 2026-05-04 11:59 UTC, see failures.log in the data folder");
    }

    @Test
    void whoeverHasTheStoreElsewhereIsTold() {
        assertThat(Premises.of(data).lines(false))
                .anyMatch(line -> line.contains("pg_dump"))
                .noneMatch(line -> line.contains("lede backup"));
    }

    private static void touched(Path file, Instant at) throws IOException {
        Files.setLastModifiedTime(Files.writeString(file, "x"), FileTime.from(at));
    }
}
