package news.lede.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files ahead of an ordered stream: several at the same time on a {@link Workbench}, their contents taken one after the other in the order of the files. What was read and is not yet taken is
 * bounded, by number and by the files' bytes, so that memory does not grow when storing is slower than reading. A file that breaks its reader costs itself only. Used by one thread.
 */
final class FilesAhead implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FilesAhead.class);

    /** Enough that nobody waits for one that is ten times as long as the others. */
    private static final int MOST_FILES = 32;

    private static final long MOST_BYTES = 8L << 20;

    /** A file to read. {@code named}: a person named it, so it is meant, whatever it is called. */
    record Wanted(Path path, boolean named) {}

    /** What came of reading a file. */
    record Read(Path path, FileReading.Contents contents) {}

    private record Sized(Wanted file, long bytes) {}

    private record Begun(Sized file, Future<FileReading.Contents> contents) {}

    private final FileReading reading;
    private final Optional<Instant> savedAt;
    private final Workbench workbench;
    private final Iterator<Wanted> files;
    private final Deque<Begun> begun = new ArrayDeque<>();
    /** They only wait for the bench. */
    private final ExecutorService waiting = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("files-ahead-", 0).factory());

    /** Measured, and without room so far. */
    private Optional<Sized> postponed = Optional.empty();

    private long bytes;

    FilesAhead(FileReading reading, List<Wanted> files, Optional<Instant> savedAt, Workbench workbench) {
        this.reading = reading;
        this.savedAt = savedAt;
        this.workbench = workbench;
        this.files = files.iterator();
    }

    /** Whether there is another file to take. */
    boolean hasNext() {
        begin();
        return !begun.isEmpty();
    }

    /** Whether the next file can be taken without waiting. */
    boolean isNextRead() {
        begin();
        return !begun.isEmpty() && begun.getFirst().contents().isDone();
    }

    /** Takes the next file, waiting until it is read. */
    Read next() throws InterruptedException {
        begin();
        Begun first = begun.getFirst();
        FileReading.Contents contents = read(first);
        begun.removeFirst();
        bytes -= first.file().bytes();
        return new Read(first.file().file().path(), contents);
    }

    private static FileReading.Contents read(Begun file) throws InterruptedException {
        try {
            return file.contents().get();
        } catch (ExecutionException e) {
            // Nesting without end is the document's fault; other errors are those of the machine.
            if (e.getCause() instanceof Error error && !(error instanceof StackOverflowError)) {
                throw error;
            }
            Path path = file.file().file().path();
            log.error("file broke its reader path={}", path, e);
            return new FileReading.Contents.None(
                    new FileOutcome.Unreadable(path, "it cannot be read (" + e.getCause() + ")"));
        }
    }

    /** Begins as many as there is room for; one that is larger than all room when it is alone. */
    private void begin() {
        while (begun.size() < MOST_FILES && (postponed.isPresent() || files.hasNext())) {
            Sized file = postponed.orElseGet(() -> sized(files.next()));
            if (!begun.isEmpty() && bytes + file.bytes() > MOST_BYTES) {
                postponed = Optional.of(file);
                return;
            }
            postponed = Optional.empty();
            bytes += file.bytes();
            begun.addLast(new Begun(file, waiting.submit(() -> contents(file))));
        }
    }

    private FileReading.Contents contents(Sized sized) throws InterruptedException {
        Wanted file = sized.file();
        return workbench.work((int) sized.bytes(), () -> reading.read(file.path(), file.named(), savedAt));
    }

    /** Of what is too big or is not there nothing is read. */
    private static Sized sized(Wanted file) {
        try {
            long bytes = Files.size(file.path());
            return new Sized(file, bytes > FileReading.MAX_BYTES ? 0 : bytes);
        } catch (IOException e) {
            return new Sized(file, 0);
        }
    }

    /** Breaks off what nobody takes any more. */
    @Override
    public void close() {
        waiting.shutdownNow();
    }
}
