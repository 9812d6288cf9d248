package news.lede.store;

/** PostgreSQL's upkeep; its room it looks after itself. */
class PostgresUpkeepTest extends UpkeepContract {
    @Override
    protected Store open() {
        return PostgresStores.openNext();
    }
}
