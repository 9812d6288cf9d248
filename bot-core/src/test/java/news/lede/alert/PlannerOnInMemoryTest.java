package news.lede.alert;

import news.lede.store.InMemoryStore;
import news.lede.store.Store;

/** Planning over the fakes. */
class PlannerOnInMemoryTest extends PlannerScenarios {
    @Override
    protected Store open() {
        return new InMemoryStore();
    }
}
