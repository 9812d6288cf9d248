package news.lede.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import news.lede.store.Store.Mode;

/** New SQLite stores for tests: the migrations run once, each further store begins as a copy. */
public final class SqliteStores {
    private static final AtomicInteger OPENED = new AtomicInteger();

    private SqliteStores() {}

    /** A new, empty store in a folder of its own within {@code parent}. */
    public static SqliteStore openNew(Path parent) {
        Path template = parent.resolve("template");
        try {
            if (!Files.exists(template)) {
                SqliteStore.open(template, Mode.ALONE).close();
            }
            Path folder = Files.createDirectory(parent.resolve("store-" + OPENED.incrementAndGet()));
            Files.copy(template.resolve(SqliteStore.FILE), folder.resolve(SqliteStore.FILE));
            return SqliteStore.open(folder, Mode.ALONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
