package news.lede.app;

import java.nio.file.Path;
import java.time.InstantSource;
import news.lede.belongings.CommunityExport;
import news.lede.belongings.CommunityImport;
import news.lede.belongings.Erasures;
import news.lede.store.ErasureFile;
import news.lede.store.Store;

/** What communities and persons take with them, and what is erased. */
final class BelongingsWiring {
    private final Path data;
    private final StoreWiring kept;
    private final IngestWiring ingest;
    private final InstantSource clock;
    private final Lazy<Erasures> erasures;

    BelongingsWiring(Path data, StoreWiring kept, IngestWiring ingest, InstantSource clock) {
        this.data = data;
        this.kept = kept;
        erasures = new Lazy<>(this::makeErasures);
        this.ingest = ingest;
        this.clock = clock;
    }

    Erasures erasures() {
        return erasures.get();
    }

    private Erasures makeErasures() {
        Store store = kept.store();
        return new Erasures(
                new Erasures.Books(
                        store.transactor(),
                        kept.persons(),
                        store.audit(),
                        store.communities(),
                        store.platformFacts(),
                        ingest::follows),
                new ErasureFile(data),
                clock);
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
                erasures()::isErased,
                clock);
    }
}
