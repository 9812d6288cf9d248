package news.lede.store;

/** PostgreSQL keeps what the ports promise. */
class PostgresStoreContractTest extends StoreContract {
    @Override
    Store newStore() {
        return PostgresStores.openNext();
    }
}
