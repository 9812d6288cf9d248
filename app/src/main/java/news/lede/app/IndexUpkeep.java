package news.lede.app;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import news.lede.article.ArticleIndex;
import news.lede.article.IndexKeeper;
import news.lede.article.StandInIndex;
import news.lede.store.Store;
import news.lede.story.RelatedStories;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a search index up to date with its store, and says in the store how far it has come. Where much is missing and the database itself can search, it is built aside while the database answers. Thread-safe.
 */
final class IndexUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);
    /** More takes longer than somebody who starts the bot waits. */
    static final long MUCH = 5_000;

    /** Often enough that nobody takes us for gone, seldom enough to cost nothing. */
    private static final Duration BETWEEN_WORDS = Duration.ofHours(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final String name = UUID.randomUUID().toString();
    private final Supplier<Store> store;
    private final boolean follows;
    private final LongSupplier nanos;
    private final Duration afterFailure;
    /** One at a time: news comes in beside the links that members ask for. */
    private final Object working = new Object();

    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Thread building;
    private volatile boolean said;
    private volatile long lastSaid;

    /**
     * @param follows whether it goes on for long, so that what it has not followed yet is to be kept for it
     * @param nanos a clock that only goes on
     */
    IndexUpkeep(Supplier<Store> store, boolean follows, LongSupplier nanos) {
        this(store, follows, nanos, AFTER_FAILURE);
    }

    /** The same; what is built aside and fails goes on {@code afterFailure}. */
    IndexUpkeep(Supplier<Store> store, boolean follows, LongSupplier nanos, Duration afterFailure) {
        this.store = store;
        this.follows = follows;
        this.nanos = nanos;
        this.afterFailure = afterFailure;
    }

    /** Makes {@code opened} what questions are asked of: at once where it goes on for long and the database can answer meanwhile, else when it is up to date. */
    ArticleIndex ready(ArticleIndex opened) {
        long missing = new IndexKeeper(store.get().articles(), opened).missing();
        if (!follows || missing < MUCH || store.get().textSearch().isEmpty()) {
            bringUpToDate(opened);
            return opened;
        }
        StandInIndex standIn = new StandInIndex(
                opened, store.get().textSearch().get(), store.get().articles(), RelatedStories::sketch);
        LOG.info("search index is built while the database answers missing={}", missing);
        Thread thread = Thread.ofPlatform().name("index").daemon().unstarted(() -> build(standIn));
        building = thread;
        thread.start();
        return standIn;
    }

    private void build(StandInIndex standIn) {
        long began = nanos.getAsLong();
        try {
            while (!standIn.isBuilt() && closing.getCount() > 0) {
                if (isBuilt(standIn)) {
                    standIn.built();
                    LOG.info("search index is built took={}", Duration.ofNanos(nanos.getAsLong() - began));
                } else {
                    closing.await(afterFailure.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            building = null;
        }
    }

    private boolean isBuilt(StandInIndex standIn) {
        try {
            catchUp(standIn);
            return true;
        } catch (CancellationException e) {
            LOG.debug("search index is not built yet, going on at the next start", e);
        } catch (RuntimeException e) {
            LOG.warn("building the search index failed, going on pause={}", afterFailure, e);
        }
        return false;
    }

    /** Adds what is new, and what has changed anew. Nothing to do while it is built. */
    void bringUpToDate(ArticleIndex index) {
        if (building == null) {
            catchUp(index);
        }
    }

    /** Builds {@code index} from the first article; the answer is how many it holds. */
    long rebuild(ArticleIndex index, IndexKeeper.Progress progress) {
        synchronized (working) {
            index.clear();
            return new IndexKeeper(store.get().articles(), index).catchUp(progress);
        }
    }

    private void catchUp(ArticleIndex index) {
        synchronized (working) {
            if (index.seen() < store.get().articles().lastChange()) {
                // What we have not followed yet must be there until we have.
                say(index);
            }
            new IndexKeeper(store.get().articles(), index).catchUp((_, _) -> {
                if (closing.getCount() == 0) {
                    throw new CancellationException("stopping");
                }
            });
            if (!said || nanos.getAsLong() - lastSaid > BETWEEN_WORDS.toNanos()) {
                say(index);
            }
        }
    }

    /** Where the store takes nothing at the moment, another time: what is missed is built anew. */
    private void say(ArticleIndex index) {
        if (!follows) {
            return;
        }
        try {
            store.get().followers().followed(name, index.seen());
            said = true;
            lastSaid = nanos.getAsLong();
        } catch (RuntimeException e) {
            LOG.debug("not said how far the log is followed", e);
        }
    }

    /** Ends what is under way; before index and store are closed. */
    @Override
    public void close() {
        closing.countDown();
        Thread under = building;
        try {
            if (under != null) {
                under.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (said) {
            try {
                store.get().followers().left(name);
            } catch (RuntimeException e) {
                // It is taken for gone after some days.
                LOG.debug("not said that nothing is followed any more", e);
            }
        }
    }
}
