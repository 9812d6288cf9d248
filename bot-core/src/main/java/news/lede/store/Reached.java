package news.lede.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a server that takes changes.
 *
 * @param server its place among those that the address names
 * @param timeline rises each time that a standby takes over: of two servers that both believe to be the first, the one with the lower was left behind. 0 where the engine does not tell
 */
record Reached(Connection connection, int server, long timeline) {
    private static final Logger LOG = LoggerFactory.getLogger(Reached.class);

    /** The name of the file that is written at the moment begins with the timeline. */
    private static final String STANDING = "SELECT CASE WHEN pg_is_in_recovery() THEN ''"
            + " ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END";

    private static final String STANDBY = "25006";

    /** Connects to one server. A standby is refused as what can only be read. */
    static Reached at(String url, int server, Properties properties) throws SQLException {
        // Not by DriverManager, which would look through every driver on the class path.
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL");
        }
        boolean good = false;
        try {
            long timeline = timeline(connection);
            good = true;
            return new Reached(connection, server, timeline);
        } finally {
            if (!good) {
                close(connection);
            }
        }
    }

    private static long timeline(Connection connection) throws SQLException {
        String standing;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STANDING)) {
            row.next();
            standing = row.getString(1);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith("42") || state.startsWith("0A")) {
                // Other engines that speak the protocol have no such functions; they see to it themselves.
                LOG.debug("the server does not tell its timeline", e);
                return 0;
            }
            throw e;
        }
        if (standing.isEmpty()) {
            throw new SQLException("this server is a standby", STANDBY);
        }
        return Long.parseLong(standing, 16);
    }

    void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing a connection that is not used failed", e);
        }
    }
}
