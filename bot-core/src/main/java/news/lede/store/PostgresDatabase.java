package news.lede.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import news.lede.store.StoreProblem.Kind;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;

/**
 * One PostgreSQL database: how it is reached, and what its failures mean.
 *
 * @param url {@code jdbc:postgresql://…}; it may hold a password and is never shown
 */
record PostgresDatabase(String url, String user, String password) {
    /** How long a statement may take; every one of ours is done within milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * How long a transaction may do nothing where others wait for it: whoever was stopped within one has its connection ended, and others go on. Less than a lease takes to run out.
     */
    private static final Duration IDLE = Duration.ofSeconds(6);

    /** For what is worth nothing later. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(2);

    private static final String IDLE_IN_TRANSACTION = "25P03";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** Connections, opened when they are needed. {@code alone}: nobody waits for what a transaction does between its statements. */
    HikariDataSource pool(int size, boolean alone) {
        HikariConfig config = config("lede-store", size, TO_CONNECT, alone ? Duration.ZERO : IDLE);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Connections for small statements that give up soon: no first one is opened before it is needed. */
    HikariDataSource impatientPool(int size) {
        HikariConfig config = config("lede-lease", size, IMPATIENCE, IDLE);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private HikariConfig config(String name, int size, Duration patience, Duration idle) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        if (!user.isEmpty()) {
            config.setUsername(user);
        }
        if (!password.isEmpty()) {
            config.setPassword(password);
        }
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(patience.toMillis());
        // Whoever opens the store asks a first question at once, and tells what failed.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "lede");
        config.addDataSourceProperty("connectTimeout", patience.toSeconds());
        config.addDataSourceProperty(
                "socketTimeout", patience.equals(IMPATIENCE) ? patience.toSeconds() : 2 * PATIENCE.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + PATIENCE.toMillis() + " -c idle_in_transaction_session_timeout="
                        + idle.toMillis());
        return config;
    }

    /** A connection of its own, besides the pool. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "lede");
        properties.setProperty("connectTimeout", Long.toString(TO_CONNECT.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        // Not by DriverManager, which would look through every driver on the class path.
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL");
        }
        return connection;
    }

    /** What went wrong, in the operator's words where the operator can do something; the exception itself where we erred. */
    RuntimeException explain(RuntimeException e) {
        if (e instanceof StoreProblem) {
            return e;
        }
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof PSQLException sql) {
                return explain(sql, e);
            }
        }
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return explain(sql, e);
            }
        }
        return e;
    }

    private RuntimeException explain(SQLException sql, RuntimeException whole) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        String said = String.valueOf(sql.getMessage()).strip();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57", "" ->
                problem(
                        Kind.FAILED,
                        "does not answer (" + said
                                + "): the last change was perhaps not made. Start it, or check store.url.",
                        whole);
            case "28" ->
                problem(
                        Kind.UNWRITABLE,
                        "does not let us in (" + said + "). Check store.user and store.password.",
                        whole);
            case "3D" ->
                problem(
                        Kind.UNWRITABLE,
                        "is not there (" + said + "). Create it: CREATE DATABASE … OWNER the user in store.user.",
                        whole);
            case "53" ->
                problem(
                        Kind.DISK_FULL,
                        "has no room or no connections left (" + said
                                + "): the last change was not made. Make room there and try again.",
                        whole);
            case "40", "55" ->
                problem(
                        Kind.BUSY,
                        "was kept busy by others (" + said + "): the change was not made. Try again.",
                        whole);
            case "23" -> new IllegalArgumentException("the change does not fit the store: " + said, whole);
            case "25" ->
                state.equals(IDLE_IN_TRANSACTION)
                        ? problem(
                                Kind.BUSY,
                                "gave up waiting for us within a change, which was not made (" + said
                                        + "): this process was stopped, or the machine is overloaded. It is tried again.",
                                whole)
                        : problem(
                                Kind.UNWRITABLE,
                                "can only be read (" + said + "): name the one that takes changes in store.url.",
                                whole);
            default ->
                state.equals(INSUFFICIENT_PRIVILEGE)
                        ? problem(
                                Kind.UNWRITABLE, "does not allow it (" + said + "). Grant the user its schema.", whole)
                        : whole;
        };
    }

    StoreProblem problem(Kind kind, String what, Throwable cause) {
        return new StoreProblem(kind, name(), "The database " + name() + " " + what, cause);
    }

    /** Where it is, without what might be secret. */
    String name() {
        int parameters = url.indexOf('?');
        String bare = parameters < 0 ? url : url.substring(0, parameters);
        return bare.replaceFirst("//[^/@]*@", "//");
    }
}
