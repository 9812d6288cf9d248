package news.lede.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store in one SQLite file, {@code lede.db}, of the data folder: write-ahead log, every commit on disk before it is answered, one
 * writer and a few readers per process. Several processes may have it open; whoever must be alone says so when opening.
 */
public final class SqliteStore extends SqlStore {
    /** Name of the database file within the data folder. */
    public static final String FILE = "lede.db";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    private final Path folder;
    private final @Nullable FolderLock lock;

    private SqliteStore(Sessions sessions, Path folder, @Nullable FolderLock lock) {
        super(sessions);
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the store in {@code dataFolder}, creating and migrating it when needed. Before it is migrated it is copied, see {@link UpgradeCopy}. A store of a newer version is refused before anything
     * is touched.
     *
     * @throws StoreProblem if it cannot be opened; the message says why and what to do
     */
    public static SqliteStore open(Path dataFolder, Mode mode) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        SqliteSessions.loadAhead();
        DataFolder.prepare(folder);
        SqliteDatabase database = new SqliteDatabase(folder.resolve(FILE));
        boolean current = version(database) == SqliteSchema.NEWEST;
        Optional<FolderLock> lock = mode == Mode.BESIDE ? Optional.empty() : Optional.of(FolderLock.take(folder));
        try {
            if (!current) {
                migrate(folder, database, lock.isPresent());
            }
            return new SqliteStore(new SqliteSessions(database), folder, lock.orElse(null));
        } catch (RuntimeException e) {
            lock.ifPresent(FolderLock::close);
            throw e;
        }
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean isAttended() {
        return lock != null || FolderLock.isHeld(folder);
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    /** 0 when there is none. */
    private static int version(SqliteDatabase database) {
        if (Files.isDirectory(database.file())) {
            throw database.damaged("a folder stands in its place", new IOException("is a directory"));
        }
        return Files.exists(database.file()) ? SqliteSchema.requireKnown(database) : 0;
    }

    private static void migrate(Path folder, SqliteDatabase database, boolean locked) {
        if (locked) {
            migrate(folder, database);
            return;
        }
        // Somebody else may be creating the same store this moment: then waiting is all there is to do.
        try (FolderLock migration = FolderLock.takeUnless(folder, () -> version(database) == SqliteSchema.NEWEST)) {
            if (migration != null) {
                migrate(folder, database);
            }
        }
    }

    private static void migrate(Path folder, SqliteDatabase database) {
        int before = version(database);
        if (before == 0) {
            SqliteSchema.migrate(database);
            return;
        }
        Path copy = UpgradeCopy.make(folder, before);
        SqliteSchema.migrate(database);
        LOG.info("store upgraded from={} to={} copy={}", before, SqliteSchema.NEWEST, copy);
    }
}
