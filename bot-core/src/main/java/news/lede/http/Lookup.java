package news.lede.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.lede.fetch.AddressRules;
import news.lede.fetch.HostLiteral;

/**
 * Finds the addresses of a host, once, and lets a host through only when every one of them is permitted; the connection is made to what was checked here, so a name that
 * changes its answer between check and connection gains nothing.
 */
final class Lookup implements AutoCloseable {
    /** The system's look-up holds its thread, so names are looked up beside the virtual threads; a slow name server then stops nothing but look-ups. */
    private static final int THREADS = 16;

    private static final int QUEUED = 4_096;

    /** How the system answers for a name; replaced in tests. */
    interface NameService {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** Thrown when a host exists but leads where we do not go. */
    static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        ForbiddenAddressException(String host) {
            super(host + " leads to a private address");
        }
    }

    private final AddressRules rules;
    private final NameService names;
    private final ExecutorService threads;

    Lookup(AddressRules rules, NameService names) {
        this.rules = rules;
        this.names = names;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(QUEUED),
                Thread.ofPlatform().daemon().name("fetch-names-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /**
     * At least one address, all of them permitted at {@code port}, in the system's order.
     *
     * @throws UnknownHostException if there is no such host
     * @throws ForbiddenAddressException if one of its addresses is not permitted: an answer that mixes public and private ones is an attack or a mistake
     * @throws TimeoutException if the name service does not answer within {@code patience}
     */
    List<InetAddress> find(String host, int port, Duration patience)
            throws UnknownHostException, TimeoutException, InterruptedException {
        Optional<InetAddress> literal = HostLiteral.address(host);
        List<InetAddress> found = literal.isPresent() ? List.of(literal.get()) : resolve(host, patience);
        for (InetAddress address : found) {
            if (!rules.permits(address, port)) {
                throw new ForbiddenAddressException(host);
            }
        }
        return found;
    }

    private List<InetAddress> resolve(String host, Duration patience)
            throws UnknownHostException, TimeoutException, InterruptedException {
        Future<InetAddress[]> asked;
        try {
            asked = threads.submit(() -> names.all(host));
        } catch (RejectedExecutionException e) {
            throw new TimeoutException("too many names are being looked up");
        }
        try {
            return List.of(asked.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new TimeoutException("no answer from the name service for " + host);
        } catch (ExecutionException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e.getCause());
            throw unknown;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
