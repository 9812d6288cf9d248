package news.lede.store;

/** The fakes keep what the ports promise. */
class InMemoryStoreContractTest extends StoreContract {
    @Override
    Store newStore() {
        return new InMemoryStore();
    }
}
