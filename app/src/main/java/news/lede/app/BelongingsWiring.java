package news.lede.app;

import java.time.InstantSource;
import news.lede.belongings.CommunityExport;
import news.lede.belongings.CommunityImport;
import news.lede.store.Store;

/** What communities and persons take with them, and what is erased. */
final class BelongingsWiring {
    private final StoreWiring kept;
    private final IngestWiring ingest;
    private final InstantSource clock;

    BelongingsWiring(StoreWiring kept, IngestWiring ingest, InstantSource clock) {
        this.kept = kept;
        this.ingest = ingest;
        this.clock = clock;
    }

    CommunityExport communityExport() {
        Store store = kept.store();
        return new CommunityExport(
                new CommunityExport.Books(
                        store.transactor(),
                        store.communities(),
                        store.communityRecords(),
                        store.sources(),
                        store.topics(),
                        store.subscriptions(),
                        store.delegations()),
                clock);
    }

    CommunityImport communityImport() {
        Store store = kept.store();
        return new CommunityImport(
                new CommunityImport.Books(
                        store.transactor(),
                        store.communities(),
                        store.communityRecords(),
                        store.sources(),
                        store.topics(),
                        store.subscriptions(),
                        store.delegations(),
                        store.audit(),
                        ingest.follows(),
                        ingest.limits()),
                _ -> false,
                clock);
    }
}
