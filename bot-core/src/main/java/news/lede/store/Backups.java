package news.lede.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import news.lede.store.StoreProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of an SQLite store, each a ZIP file with the database, the book of erasures with its key, and a sum. They are made beside a running Lede, of one moment. A restored store is whole or was not
 * touched; what stood in its place is a backup by then.
 */
public final class Backups {
    /** Folder of the data folder that they are in unless somebody says otherwise. */
    public static final String FOLDER = "backups";

    /** Older ones are deleted: what somebody had erased is not kept longer than this anywhere. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String SUM = "sha256";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'lede-'uuuuMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;

    public Backups(Path dataFolder, InstantSource clock) {
        this.folder = dataFolder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** The file that {@link #make} would write by itself. */
    public Path usual() {
        return folder.resolve(FOLDER).resolve(NAME.format(clock.instant()));
    }

    /** @throws StoreProblem if there is no store, or the file cannot be written; then there is none */
    public void make(Path file) {
        make(folder, file);
    }

    /** The same for the store in {@code folder}. */
    static void make(Path folder, Path file) {
        Path database = folder.resolve(SqliteStore.FILE);
        if (!Files.exists(database)) {
            throw new StoreProblem(
                    Kind.FAILED, database, "There is no store at " + database + ". Name its data folder with --data.");
        }
        Path target = file.toAbsolutePath().normalize();
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        Path copy = target.resolveSibling(target.getFileName() + ".db");
        try {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(copy);
            copy(database, copy);
            pack(folder, copy, draft);
            DataFolder.force(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DataFolder.unwritable(target, DataFolder.reason(e), e);
        } finally {
            deleteQuietly(copy);
            deleteQuietly(draft);
        }
    }

    private static void copy(Path database, Path copy) {
        SqliteDatabase from = new SqliteDatabase(database);
        try (Connection connection = from.openReader();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw from.explain(e);
        }
    }

    private static void pack(Path folder, Path copy, Path draft) throws IOException {
        Files.deleteIfExists(draft);
        // The key of erasures is in it, which nobody else may read where it lies.
        Files.createFile(draft, DataFolder.ours(draft));
        try (OutputStream out = Files.newOutputStream(draft);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, SqliteStore.FILE, copy);
            for (String name : List.of(ErasureFile.FILE, ErasureFile.KEY_FILE)) {
                if (Files.exists(folder.resolve(name))) {
                    put(zip, name, folder.resolve(name));
                }
            }
            zip.putNextEntry(new ZipEntry(SUM));
            zip.write(sum(copy).getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /**
     * Puts the store of a backup in the place of what is there, which is backed up first. The erasures of both are kept; whoever opens the store next has to apply them.
     *
     * @return the backup of what was there before
     * @throws StoreProblem if the file is no whole backup, or somebody has the store open; then nothing was changed
     */
    public Optional<Path> restore(Path file) {
        DataFolder.prepare(folder);
        Path draft = folder.resolve(SqliteStore.FILE + ".restored");
        try (FolderLock lock = FolderLock.take(folder);
                ZipFile zip = open(file)) {
            unpack(zip, file, draft);
            check(file, draft);
            DataFolder.force(draft);
            Path database = folder.resolve(SqliteStore.FILE);
            Optional<Path> before = Files.exists(database) ? Optional.of(usual()) : Optional.empty();
            before.ifPresent(this::make);
            erasures(zip, file);
            for (String log : List.of("-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve(SqliteStore.FILE + log));
            }
            Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            // Made of the store; it may know articles that this one has not.
            deleteFolder(folder.resolve("index"));
            return before;
        } catch (IOException e) {
            throw new StoreProblem(
                    Kind.FAILED,
                    file,
                    "Restoring " + file + " failed (" + DataFolder.reason(e) + "). Try again, or take another backup.",
                    e);
        } finally {
            deleteQuietly(draft);
        }
    }

    private static ZipFile open(Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            throw refused(file, Files.exists(file) ? "is no ZIP file" : "is not there", e);
        }
    }

    private static void unpack(ZipFile zip, Path file, Path draft) throws IOException {
        ZipEntry database = entry(zip, file, SqliteStore.FILE);
        ZipEntry sum = entry(zip, file, SUM);
        try (InputStream in = zip.getInputStream(database)) {
            Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
        } catch (ZipException e) {
            throw refused(file, "is damaged", e);
        }
        try (InputStream in = zip.getInputStream(sum)) {
            if (!new String(in.readAllBytes(), StandardCharsets.US_ASCII).equals(sum(draft))) {
                throw refused(file, "is damaged: its sum does not fit", null);
            }
        }
    }

    private static ZipEntry entry(ZipFile zip, Path file, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw refused(file, "is no backup of Lede: it holds no " + name, null);
        }
        return entry;
    }

    private static void check(Path file, Path draft) {
        SqliteDatabase database = new SqliteDatabase(draft);
        SqliteSchema.requireKnown(database);
        try (Connection connection = database.openReader();
                Statement statement = connection.createStatement();
                ResultSet state = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!state.next() || !"ok".equals(state.getString(1))) {
                throw refused(file, "is damaged", null);
            }
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    /** Ours goes on: it knows what was erased since. A folder without a key takes that of the backup; one of another key keeps its own, and the backup's list means nothing under it. */
    private void erasures(ZipFile zip, Path file) throws IOException {
        Path key = folder.resolve(ErasureFile.KEY_FILE);
        ZipEntry theirKey = zip.getEntry(ErasureFile.KEY_FILE);
        ZipEntry theirs = zip.getEntry(ErasureFile.FILE);
        if (theirKey == null) {
            return;
        }
        if (!Files.exists(key)) {
            extract(zip, theirKey, key);
            if (theirs != null) {
                extract(zip, theirs, folder.resolve(ErasureFile.FILE));
            }
            return;
        }
        try (InputStream in = zip.getInputStream(theirKey)) {
            if (!new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(Files.readString(key))
                    && theirs != null) {
                throw refused(
                        file,
                        "is of another installation, which erased persons that this one could not tell. Restore it into"
                                + " a new data folder (--data)",
                        null);
            }
        }
    }

    private static void extract(ZipFile zip, ZipEntry entry, Path to) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Deletes those in our folder that are older than {@link #KEPT}; those that are gone. */
    public List<Path> deleteOld() {
        Instant before = clock.instant().minus(KEPT);
        Path all = folder.resolve(FOLDER);
        List<Path> gone = new ArrayList<>();
        if (!Files.isDirectory(all)) {
            return gone;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(all, "lede-*.zip")) {
            for (Path file : files) {
                if (madeAt(file).isBefore(before)) {
                    Files.deleteIfExists(file);
                    gone.add(file);
                }
            }
        } catch (IOException e) {
            throw DataFolder.unwritable(all, DataFolder.reason(e), e);
        }
        return gone;
    }

    /** By its name; copying a file about changes its time. */
    private static Instant madeAt(Path file) throws IOException {
        try {
            return NAME.parse(file.getFileName().toString(), Instant::from);
        } catch (DateTimeParseException e) {
            return Files.getLastModifiedTime(file).toInstant();
        }
    }

    private static String sum(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(
                new BufferedInputStream(Files.newInputStream(file)), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isDirectory(file)) {
                    deleteFolder(file);
                } else {
                    Files.delete(file);
                }
            }
        }
        Files.delete(folder);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("draft stays file={}", file, e);
        }
    }

    private static StoreProblem refused(Path file, String why, @Nullable Exception cause) {
        String message = file + " " + why + ". Nothing was changed.";
        return cause == null
                ? new StoreProblem(Kind.DAMAGED, file, message)
                : new StoreProblem(Kind.DAMAGED, file, message, cause);
    }
}
