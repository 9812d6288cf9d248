package news.lede.store;

import java.util.List;

/** PostgreSQL forgets persons. */
class PostgresPersonsTest extends PersonsContract {
    @Override
    protected Store open() {
        return PostgresStores.openNext();
    }

    @Override
    List<String> rows(String table) {
        return SqlitePersonsTest.Rows.of(PostgresStores.current(), table);
    }
}
