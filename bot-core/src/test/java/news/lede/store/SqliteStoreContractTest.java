package news.lede.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps what the ports promise. */
class SqliteStoreContractTest extends StoreContract {
    @TempDir
    static Path folder;

    @Override
    Store newStore() {
        return SqliteStores.openNew(folder);
    }
}
