package news.lede.alert;

import java.nio.file.Path;
import news.lede.store.SqliteStores;
import news.lede.store.Store;
import org.junit.jupiter.api.io.TempDir;

/** Planning over SQLite. */
class PlannerOnSqliteTest extends PlannerScenarios {
    @TempDir
    static Path folder;

    @Override
    protected Store open() {
        return SqliteStores.openNew(folder);
    }
}
