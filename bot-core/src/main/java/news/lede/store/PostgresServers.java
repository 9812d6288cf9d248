package news.lede.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of an address, one of which takes changes at a time. Each new connection leads to that one. As soon as another is found to have taken over, all connections to the former end, also those on which somebody
 * waits for an answer; and a former one that comes back and believes that it is still the first is not connected to. Thread-safe.
 */
final class PostgresServers {
    /** Whoever asks again after this may be told of a server that has just started. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    /** For looking whether another server has taken over. */
    private static final Duration TO_LOOK = Duration.ofSeconds(2);

    /** Two that both take changes answer within this of one another, or one of them is not there. Before we have met any, more care is worth it: nobody would notice for some seconds. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private static final Duration FIRST_GRACE = Duration.ofSeconds(2);

    /** How long the server may keep us waiting for an answer, in seconds; 0 or absent: for ever. */
    static final String SILENCE = "socketTimeout";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServers.class);

    private final List<String> each;
    /** Where each open connection leads; those that are gone go by themselves. */
    private final Map<Connection, Standing> open = new WeakHashMap<>();

    private Standing current = new Standing(-1, -1);

    private record Standing(int server, long timeline) {}

    PostgresServers(PostgresAddress address) {
        this.each = address.each();
    }

    /** Whether another server may take over. */
    boolean areSeveral() {
        return each.size() > 1;
    }

    /** A connection to the server that takes changes, if there is one at once. {@code patience}: how long each may take to answer. */
    Connection connect(Properties properties, Duration patience) throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        String seconds = Long.toString(Math.max(1, patience.toSeconds()));
        all.setProperty("connectTimeout", seconds);
        // A machine may accept, and then say nothing.
        all.setProperty(SILENCE, seconds);
        Reached reached = each.size() == 1
                ? Reached.at(each.getFirst(), 0, all)
                : Election.among(each, all, patience.plusSeconds(1), hasMetAny() ? GRACE : FIRST_GRACE);
        admit(reached);
        reached.connection()
                .setNetworkTimeout(Runnable::run, 1_000 * Integer.parseInt(properties.getProperty(SILENCE, "0")));
        return reached.connection();
    }

    private synchronized boolean hasMetAny() {
        return current.server() >= 0;
    }

    /** The same, trying for so long until there is one: whoever waits here knows of it sooner than by asking now and then. */
    Connection await(Properties properties, Duration patience) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return connect(properties, patience);
            } catch (SQLException e) {
                if (!isPassing(e) || System.nanoTime() + BETWEEN_TRIES.toNanos() > end) {
                    throw e;
                }
                LOG.debug("no server takes changes yet", e);
            }
            pause();
        }
    }

    /** Nobody answers, starts up, or took over yet. What we are refused for stays so. */
    private static boolean isPassing(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("25");
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a server", "08006", e);
        }
    }

    /** Looks whether another server has taken over, and ends what leads to the former. Nothing to do where there is only one, or none answers. */
    void look(Properties properties) {
        if (!areSeveral()) {
            return;
        }
        try {
            connect(properties, TO_LOOK).close();
        } catch (SQLException e) {
            LOG.debug("no server takes changes at the moment", e);
        }
    }

    void admit(Reached reached) throws SQLException {
        List<Connection> left = new ArrayList<>();
        Standing now = new Standing(reached.server(), reached.timeline());
        Standing before;
        synchronized (this) {
            before = current;
            if (now.timeline() < before.timeline()) {
                // Below: closing asks the server.
            } else {
                current = now;
                open.put(reached.connection(), now);
                open.entrySet().removeIf(entry -> !entry.getValue().equals(now) && left.add(entry.getKey()));
            }
        }
        if (now.timeline() < before.timeline()) {
            reached.close();
            LOG.warn(
                    "a server that was left behind takes changes, not connected server={} timeline={} latest={}",
                    reached.server() + 1,
                    now.timeline(),
                    before.timeline());
            throw new SQLException(
                    "this server was left behind when another took over: its timeline is " + now.timeline()
                            + ", the latest is " + before.timeline() + "; stop it, and make it a standby",
                    "08004");
        }
        if (before.server() >= 0 && !before.equals(now)) {
            LOG.warn(
                    "another server takes changes server={} timeline={} connectionsEnded={}",
                    now.server() + 1,
                    now.timeline(),
                    left.size());
        }
        left.forEach(PostgresServers::abort);
    }

    /** Whoever waits on it for an answer is told at once that none comes. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("ending a connection failed", e);
        }
    }
}
