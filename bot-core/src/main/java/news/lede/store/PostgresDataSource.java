package news.lede.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to the server that takes changes, for a pool or for migrations: waits a while until there is one. */
final class PostgresDataSource implements DataSource {
    private final PostgresServers servers;
    private final Properties properties;
    private final Duration patience;

    PostgresDataSource(PostgresServers servers, Properties properties, Duration patience) {
        this.servers = servers;
        this.properties = properties;
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return servers.await(properties, patience);
    }

    /** The user stands in the properties. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is fixed");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // What is to be known is in our own log.
    }

    /** How long connecting takes at most is in the properties. */
    @Override
    public void setLoginTimeout(int seconds) {}

    /** For so long a pool that is closed waits for a connection that is being opened. */
    @Override
    public int getLoginTimeout() {
        return 2;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no java.util.logging here");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
