package news.lede.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index in a folder.
 *
 * <p>One process at a time writes; whoever finds the folder taken searches what is there, and its additions are left to the other. What is there
 * but unreadable is built anew; while another process has it, a private one in memory takes its place. Thread-safe.
 */
public final class LuceneArticleIndex implements ArticleIndex {
    private static final Logger log = LoggerFactory.getLogger(LuceneArticleIndex.class);

    private static final double WRITE_BUFFER_MB = 16;

    private final Directory directory;
    private final boolean stay;
    private final String identity;
    private final Sketching sketching;
    private final Search search = new Search();
    private @Nullable IndexWriter writer;
    private SearcherManager searchers;
    private long committed;
    private long added;
    private long seen;
    private long noted;
    /** The lowest id that was left to another process; nothing above it may count as indexed. */
    private long left = Long.MAX_VALUE;

    private LuceneArticleIndex(
            Directory directory,
            String identity,
            Sketching sketching,
            boolean stay,
            @Nullable IndexWriter writer,
            SearcherManager searchers,
            long last,
            long seen) {
        this.directory = directory;
        this.identity = identity;
        this.sketching = sketching;
        this.stay = stay;
        this.writer = writer;
        this.searchers = searchers;
        this.committed = last;
        this.added = last;
        this.seen = seen;
        this.noted = seen;
    }

    /**
     * Opens for the process that keeps the index up to date: the first addition takes the folder until {@link #close}. An index of
     * another store than {@code identity} names is built anew, since its ids mean other articles. {@code sketching} is asked of each article that is added.
     */
    public static LuceneArticleIndex open(Path folder, String identity, Sketching sketching) {
        return open(folder, identity, sketching, true);
    }

    /** Opens for a process beside it: the folder is taken only from an addition to its commit. */
    public static LuceneArticleIndex visit(Path folder, String identity, Sketching sketching) {
        return open(folder, identity, sketching, false);
    }

    /**
     * Has the index of a store that was copied go on as that of the copy, whose ids mean the same articles. What the folder holds of another store, or somebody writes to, stays as it is.
     *
     * @return false when it stays
     */
    public static boolean handOver(Path folder, String from, String to) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            Optional<DirectoryReader> found = IndexFolder.usable(directory, folder, from);
            if (found.isEmpty()) {
                return false;
            }
            try (DirectoryReader reader = found.get();
                    IndexWriter writer = new IndexWriter(directory, config(OpenMode.APPEND))) {
                writer.setLiveCommitData(
                        IndexFolder.commitData(to, IndexFolder.last(reader), IndexFolder.seen(reader)));
                writer.commit();
                return true;
            } catch (LockObtainFailedException e) {
                log.info("search index is being written by another process, it stays folder={}", folder);
                return false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand over the search index " + folder, e);
        }
    }

    private static LuceneArticleIndex open(Path folder, String identity, Sketching sketching, boolean stay) {
        try {
            Directory directory = FSDirectory.open(folder);
            Optional<DirectoryReader> reader = IndexFolder.usable(directory, folder, identity);
            if (reader.isPresent()) {
                long last = IndexFolder.last(reader.get());
                long seen = IndexFolder.seen(reader.get());
                return new LuceneArticleIndex(
                        directory,
                        identity,
                        sketching,
                        stay,
                        null,
                        new SearcherManager(reader.get(), null),
                        last,
                        seen);
            }
            try {
                return created(directory, identity, sketching, stay);
            } catch (LockObtainFailedException e) {
                log.info("search index is being built by another process, searching in memory folder={}", folder);
                directory.close();
                return created(new ByteBuffersDirectory(), identity, sketching, true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the search index " + folder, e);
        }
    }

    private static LuceneArticleIndex created(Directory directory, String identity, Sketching sketching, boolean stay)
            throws IOException {
        IndexFolder.empty(directory);
        IndexWriter writer = new IndexWriter(directory, config(OpenMode.CREATE));
        writer.setLiveCommitData(IndexFolder.commitData(identity, 0, 0));
        writer.commit();
        if (!stay) {
            writer.close();
        }
        SearcherManager searchers = new SearcherManager(directory, null);
        return new LuceneArticleIndex(directory, identity, sketching, stay, stay ? writer : null, searchers, 0, 0);
    }

    private static IndexWriterConfig config(OpenMode mode) {
        return new IndexWriterConfig(Fields.indexing())
                .setOpenMode(mode)
                .setRAMBufferSizeMB(WRITE_BUFFER_MB)
                // What was not committed must not become so by closing: its ids are not in the commit's data.
                .setCommitOnClose(false);
    }

    @Override
    public List<Hit> search(ArticleIndex.Query asked) {
        return asking(asked, search::hits);
    }

    @Override
    public List<Sketched> sketches(ArticleIndex.Query asked) {
        return asking(asked, search::sketches);
    }

    @FunctionalInterface
    private interface Asking<T> {
        List<T> of(IndexSearcher searcher, ArticleIndex.Query asked) throws IOException;
    }

    private <T> List<T> asking(ArticleIndex.Query asked, Asking<T> asking) {
        if (asked.limit() <= 0 || asked.sources().isEmpty()) {
            return List.of();
        }
        try {
            if (!stay) {
                searchers.maybeRefresh();
            }
            IndexSearcher searcher = searchers.acquire();
            try {
                return asking.of(searcher, asked);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("searching failed", e);
        }
    }

    @Override
    public synchronized void add(Collection<IndexedArticle> articles) {
        if (articles.isEmpty()) {
            return;
        }
        long lowest =
                articles.stream().mapToLong(a -> a.article().id().value()).min().orElseThrow();
        long highest =
                articles.stream().mapToLong(a -> a.article().id().value()).max().orElseThrow();
        try {
            IndexWriter open = writer();
            if (open == null) {
                left = Math.min(left, lowest);
                return;
            }
            for (IndexedArticle article : articles) {
                open.updateDocument(
                        Fields.key(article.article().id()), Fields.document(article, sketching.of(article.article())));
            }
            added = Math.max(added, highest);
            if (lowest <= left) {
                // Whoever catches up begins below what was left, and reaches it in order.
                left = Long.MAX_VALUE;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the search index failed", e);
        }
    }

    @Override
    public synchronized void remove(Collection<ArticleId> articles, ArticleId last) {
        if (articles.isEmpty()) {
            return;
        }
        try {
            IndexWriter open = writer();
            if (open != null) {
                open.deleteDocuments(articles.stream().map(Fields::key).toArray(Term[]::new));
                added = Math.min(added, last.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the search index failed", e);
        }
    }

    @Override
    public synchronized void commit() {
        IndexWriter open = writer;
        if (open == null) {
            return;
        }
        try {
            long last = Math.min(added, left - 1);
            open.setLiveCommitData(IndexFolder.commitData(identity, last, noted));
            open.commit();
            committed = last;
            seen = noted;
            if (!stay) {
                open.close();
                writer = null;
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the search index failed", e);
        }
    }

    @Override
    public synchronized void clear() {
        try {
            IndexWriter open = writer();
            if (open != null) {
                open.deleteAll();
                added = 0;
                left = Long.MAX_VALUE;
                commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("clearing the search index failed", e);
        }
    }

    @Override
    public synchronized void seen(long change) {
        try {
            if (writer() != null) {
                noted = change;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the search index failed", e);
        }
    }

    @Override
    public synchronized long seen() {
        return seen;
    }

    @Override
    public synchronized ArticleId last() {
        return new ArticleId(committed);
    }

    /** Lets go of the index; what was not committed is lost, and will be added again by whoever catches up. */
    @Override
    public synchronized void close() {
        try (Directory closing = directory;
                SearcherManager closingToo = searchers;
                IndexWriter open = writer) {
            writer = null;
        } catch (IOException e) {
            throw new UncheckedIOException("closing the search index failed", e);
        }
    }

    /** A full disk, or an interruption while it writes, ends a writer for good. A new one begins at the last commit, and whoever catches up adds again what came after. */
    private @Nullable IndexWriter writer() throws IOException {
        if (writer != null && !writer.isOpen()) {
            log.warn("search index goes on from its last commit last={}", committed);
            writer = null;
            added = committed;
        }
        if (writer == null) {
            try {
                writer = new IndexWriter(directory, config(OpenMode.CREATE_OR_APPEND));
            } catch (LockObtainFailedException e) {
                log.debug("another process keeps the search index", e);
            }
        }
        return writer;
    }
}
