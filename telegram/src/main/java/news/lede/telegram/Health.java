package news.lede.telegram;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows how the adapter is doing and says every change once, in one line. Thread-safe. */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private Status status = new Status(Status.State.STARTING, "");
    /** The kinds of trouble said since we were last well. */
    private final Set<String> said = new TreeSet<>();

    synchronized Status status() {
        return status;
    }

    synchronized void ready() {
        if (!isFinal() && !status.isReady()) {
            if (said.isEmpty()) {
                LOG.info("telegram ready");
            } else {
                LOG.info("telegram ready again after={}", said);
            }
            said.clear();
            become(Status.State.READY, "");
        }
    }

    /** {@code kind} names the trouble; until we are well again its details may change and it is not said again. */
    synchronized void troubled(String kind, String detail) {
        if (!isFinal()) {
            if (said.add(kind)) {
                LOG.warn("telegram in trouble, trying on kind={} detail=\"{}\"", kind, detail);
            }
            become(Status.State.TROUBLED, detail);
        }
    }

    synchronized void failed(String kind, String detail) {
        if (!isFinal()) {
            if (said.add(kind)) {
                LOG.error("telegram failed kind={} detail=\"{}\"", kind, detail);
            }
            become(Status.State.FAILED, detail);
        }
    }

    synchronized void stopped() {
        become(Status.State.STOPPED, status.detail());
    }

    /** Waits until the status is as wanted or time is up, and tells the last one. */
    synchronized Status await(Predicate<Status> wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (!wanted.test(status) && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return status;
    }

    private boolean isFinal() {
        return status.state() == Status.State.STOPPED;
    }

    private void become(Status.State state, String detail) {
        status = new Status(state, detail);
        notifyAll();
    }
}
