package news.lede.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an index we can use from one that must be built anew, and reads and writes what a commit says of itself. */
final class IndexFolder {
    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
    private static final String FORMAT = "lede.format";
    private static final String STORE = "lede.store";
    private static final String LAST = "lede.last";
    private static final String SEEN = "lede.seen";

    private IndexFolder() {}

    /** A reader of the newest commit; empty when there is none, or none of our format and store that can be read. */
    static Optional<DirectoryReader> usable(Directory directory, Path folder, String identity) throws IOException {
        DirectoryReader reader;
        try {
            reader = DirectoryReader.open(directory);
        } catch (IndexNotFoundException e) {
            return Optional.empty();
        } catch (CorruptIndexException
                | IndexFormatTooNewException
                | IndexFormatTooOldException
                | EOFException
                | FileSystemException
                | IllegalArgumentException e) {
            // The last: segments of a codec that this version of Lucene does not bring.
            log.warn("search index unreadable, building it anew folder={} reason={}", folder, e.toString());
            return Optional.empty();
        }
        Map<String, String> data = reader.getIndexCommit().getUserData();
        if (Fields.FORMAT.equals(data.get(FORMAT)) && identity.equals(data.get(STORE))) {
            return Optional.of(reader);
        }
        reader.close();
        log.info("search index is of another format or store, building it anew folder={} found={}", folder, data);
        return Optional.empty();
    }

    /**
     * Removes what is left of an unusable index; Lucene's own way of starting anew would trip over it.
     *
     * @throws LockObtainFailedException if another process writes there
     */
    static void empty(Directory directory) throws IOException {
        try (Lock writing = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    writing.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    static Iterable<Map.Entry<String, String>> commitData(String identity, long last, long seen) {
        return Map.of(FORMAT, Fields.FORMAT, STORE, identity, LAST, Long.toString(last), SEEN, Long.toString(seen))
                .entrySet();
    }

    static long seen(DirectoryReader reader) throws IOException {
        return Long.parseLong(reader.getIndexCommit().getUserData().getOrDefault(SEEN, "0"));
    }

    static long last(DirectoryReader reader) throws IOException {
        return Long.parseLong(reader.getIndexCommit().getUserData().getOrDefault(LAST, "0"));
    }
}
