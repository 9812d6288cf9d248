package news.lede.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.lede.fetch.Validators;
import news.lede.ingest.PageReader.PageReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works ahead of an ordered stream: the jobs of a round run at the same time on virtual threads, and their results are taken in order. Pages are read a few at a time, each
 * address once. One slow host costs the round its patience at most: what is not there by then counts as not to be had now.
 */
final class ReadAhead implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReadAhead.class);
    private static final int PAGES_AT_ONCE = 128;
    /** So few that a host which hangs keeps nobody else from being read. */
    private static final int PAGES_OF_A_HOST = 2;

    private final PageReader pages;
    private final long deadline;
    private final Semaphore reading = new Semaphore(PAGES_AT_ONCE);
    private final Map<String, Semaphore> ofHosts = new ConcurrentHashMap<>();
    private final Map<URI, FutureTask<PageReading>> asked = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("read-ahead-", 0).factory());

    /** {@code patience}: from now, for all pages of the round together. */
    ReadAhead(PageReader pages, Duration patience) {
        this.pages = pages;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** Starts jobs at once. */
    <T> List<Future<T>> start(List<? extends Callable<T>> jobs) {
        List<Future<T>> started = new ArrayList<>();
        jobs.forEach(job -> started.add(threads.submit(job)));
        return started;
    }

    /** Reads a page within the patience that is left. For jobs of this round. */
    PageReading page(URI page, Validators known) throws InterruptedException {
        FutureTask<PageReading> task = new FutureTask<>(() -> read(page, known));
        FutureTask<PageReading> first = asked.putIfAbsent(page, task);
        if (first == null) {
            threads.execute(task);
        }
        FutureTask<PageReading> running = first == null ? task : first;
        try {
            return running.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return new PageReading.Later(Optional.empty(), "not read in time");
        } catch (ExecutionException | java.util.concurrent.CancellationException e) {
            log.error("page broke its reader page={}", page, e);
            return new PageReading.Closed(PageReader.Reason.NO_ARTICLE, "it could not be read");
        }
    }

    private PageReading read(URI page, Validators known) throws InterruptedException {
        Semaphore ofHost = ofHosts.computeIfAbsent(String.valueOf(page.getHost()), _ -> new Semaphore(PAGES_OF_A_HOST));
        ofHost.acquire();
        try {
            reading.acquire();
            try {
                return pages.read(page, known);
            } finally {
                reading.release();
            }
        } finally {
            ofHost.release();
        }
    }

    /** Breaks off what nobody waits for any more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
