package news.lede.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of several servers takes changes by asking all of them at once. The one with the highest timeline is it: a former primary that came back knows nothing of the later one. Whoever does not answer is
 * waited for only a while longer than for the first who does.
 */
final class Election {
    private final int asked;
    private int answered;
    private boolean over;
    private @Nullable Reached best;
    private @Nullable SQLException failure;

    private Election(int asked) {
        this.asked = asked;
    }

    /**
     * Answers the connection that was elected. Thrown: nobody takes changes, and why.
     *
     * @param patience how long the first who takes changes may need
     * @param grace how much longer the others
     */
    static Reached among(List<String> servers, Properties properties, Duration patience, Duration grace)
            throws SQLException {
        Election election = new Election(servers.size());
        for (int i = 0; i < servers.size(); i++) {
            int server = i;
            Thread.ofVirtual()
                    .name("store-ask-" + i)
                    .start(() -> election.ask(servers.get(server), server, properties));
        }
        return election.result(patience, grace);
    }

    private void ask(String url, int server, Properties properties) {
        try {
            hear(Reached.at(url, server, properties));
        } catch (SQLException e) {
            hear(e);
        } catch (RuntimeException e) {
            hear(new SQLException("connecting failed", e));
        }
    }

    private void hear(Reached one) {
        Reached needless = one;
        synchronized (this) {
            Reached before = best;
            if (!over && (before == null || isBefore(one, before))) {
                best = one;
                needless = before;
            }
            answered++;
            notifyAll();
        }
        if (needless != null) {
            needless.close();
        }
    }

    private static boolean isBefore(Reached one, Reached other) {
        return one.timeline() > other.timeline()
                || (one.timeline() == other.timeline() && one.server() < other.server());
    }

    private synchronized void hear(SQLException e) {
        // That a server is a standby says less than why the other one does not answer.
        if (failure == null
                || Optional.ofNullable(failure.getSQLState()).orElse("").startsWith("25")) {
            failure = e;
        }
        answered++;
        notifyAll();
    }

    private synchronized Reached result(Duration patience, Duration grace) throws SQLException {
        try {
            long end = System.nanoTime() + patience.toNanos();
            awaitUntil(end, false);
            awaitUntil(Math.min(end, System.nanoTime() + grace.toNanos()), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (best != null) {
                best.close();
            }
            throw new SQLException("interrupted while connecting", "08006", e);
        } finally {
            over = true;
        }
        Reached elected = best;
        if (elected != null) {
            return elected;
        }
        throw failure != null ? failure : new SQLException("no server answered in time", "08001");
    }

    private void awaitUntil(long end, boolean everybody) throws InterruptedException {
        long left = end - System.nanoTime();
        while (answered < asked && (everybody || best == null) && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }
}
