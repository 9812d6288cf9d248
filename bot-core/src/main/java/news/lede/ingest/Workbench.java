package news.lede.ingest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Works on documents on a few threads of its own. A virtual thread is not taken off its processor while it computes: were documents read on those that ask servers, whoever waits for an answer
 * would find it too late when many documents come at once (measured on a busy machine: 62 of the first 128 answers were taken for lost). Also holds no more bytes of documents at the
 * same time than the heap can bear. Thread-safe.
 */
final class Workbench implements AutoCloseable {
    private static final int MOST_THREADS = 4;
    /** A tree of nodes is ten times its document, and the heap is small. */
    private static final int BYTES_AT_ONCE = 12 * 1024 * 1024;

    private static final int SMALLEST = 64 * 1024;

    private final Semaphore bytes = new Semaphore(BYTES_AT_ONCE, true);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS),
            Thread.ofPlatform().name("read-", 0).daemon().factory());

    /** Does {@code work} on a document of that size; what it throws is thrown here. Not within other work. */
    <T> T work(int documentBytes, Supplier<T> work) throws InterruptedException {
        int size = Math.clamp(documentBytes, SMALLEST, BYTES_AT_ONCE);
        bytes.acquire(size);
        try {
            Future<T> result = threads.submit(work::get);
            try {
                return result.get();
            } catch (InterruptedException e) {
                result.cancel(true);
                throw e;
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException unchecked -> throw unchecked;
                    case Error error -> throw error;
                    case null, default -> throw new IllegalStateException("reading a document failed", e);
                }
            }
        } finally {
            bytes.release(size);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
