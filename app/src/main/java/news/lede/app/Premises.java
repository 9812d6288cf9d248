package news.lede.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import news.lede.store.Backups;

/**
 * The data folder as a place to live in.
 *
 * @param free bytes left on its disk; empty where the system does not tell
 * @param backup when the newest backup in it was made
 * @param failure when a failure that nobody planned for was last written down
 */
record Premises(boolean writable, OptionalLong free, Optional<Instant> backup, Optional<Instant> failure) {
    /** A day of a large installation, a year of a small one. */
    private static final long SCANT = 200L << 20;

    private static final long MEBIBYTE = 1L << 20;

    static Premises of(Path data) {
        return new Premises(
                Files.isDirectory(data) && Files.isWritable(data),
                free(data),
                newest(data.resolve(Backups.FOLDER)),
                changed(data.resolve(FailureLog.FILE)));
    }

    private static OptionalLong free(Path data) {
        try {
            return OptionalLong.of(Files.getFileStore(data).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static Optional<Instant> newest(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.flatMap(file -> changed(file).stream()).max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> changed(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.getLastModifiedTime(file).toInstant())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    List<Complaint> complaints() {
        List<Complaint> complaints = new ArrayList<>();
        if (!writable) {
            complaints.add(new Complaint(
                    "the data folder cannot be written to",
                    "Give the user that runs Lede the right to write there, or mount it so; nothing new is kept until"
                            + " then."));
        }
        free.stream()
                .filter(bytes -> bytes < SCANT)
                .mapToObj(bytes -> new Complaint(
                        "only " + bytes / MEBIBYTE + " MB are left on the disk of the data folder",
                        "Free some, move old backups away, or shorten retention.articles: on a full disk no news is"
                                + " taken in."))
                .forEach(complaints::add);
        return complaints;
    }

    /** @param storeInside whether the store is in the folder, so that we back it up ourselves */
    List<String> lines(boolean storeInside) {
        List<String> lines = new ArrayList<>();
        free.ifPresent(bytes -> lines.add("Disk: " + bytes / MEBIBYTE + " MB free"));
        lines.add(
                storeInside
                        ? "Newest backup: "
                                + backup.map(Words::minute).orElse("none in the data folder (`lede backup` makes one)")
                        : "Backups: those of the database's server (pg_dump), and erasures with erasures.key of the data"
                                + " folder");
        failure.ifPresent(at -> lines.add(
                "Last unplanned failure: " + Words.minute(at) + ", see " + FailureLog.FILE + " in the data folder"));
        return lines;
    }

    void write(ObjectNode node) {
        node.put("writable", writable);
        free.ifPresent(bytes -> node.put("free", bytes));
        backup.ifPresent(at -> node.put("backup", at.toString()));
        failure.ifPresent(at -> node.put("failure", at.toString()));
    }
}
