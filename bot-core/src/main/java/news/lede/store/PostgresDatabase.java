package news.lede.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import news.lede.article.InDoubt;
import news.lede.store.StoreProblem.Kind;
import org.postgresql.util.PSQLException;

/** One PostgreSQL database: how it is reached, and what its failures mean. Thread-safe. */
final class PostgresDatabase {
    /**
     * How long a transaction may do nothing where others wait for it: whoever was stopped within one has its connection ended, and others go on. Less than a lease takes to run out.
     */
    private static final Duration IDLE = Duration.ofSeconds(6);

    /** For what is worth nothing later. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(2);

    /** Whatever the operator made the rule of the database: one that has waited for its turn to write has to see what was written meanwhile. */
    private static final String ISOLATION = " -c default_transaction_isolation=read\\ committed";

    /** A statement that the server ended at its limit has its answer within this, or the way to the server is gone. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private static final String IDLE_IN_TRANSACTION = "25P03";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final PostgresAddress address;
    private final String user;
    private final String password;
    private final Duration longestStatement;
    private final PostgresServers servers;

    /**
     * @param url {@code jdbc:postgresql://…}, perhaps of several servers; it may hold a password and is never shown
     * @param longestStatement after this the server ends a statement
     */
    PostgresDatabase(String url, String user, String password, Duration longestStatement) {
        this.address = new PostgresAddress(url);
        this.user = user;
        this.password = password;
        this.longestStatement = longestStatement;
        this.servers = new PostgresServers(address);
    }

    /** With the server's usual patience. */
    PostgresDatabase(String url, String user, String password) {
        this(url, user, password, PostgresStore.Limits.DEFAULT.longestStatement());
    }

    /** Connections, opened when they are needed. {@code alone}: nobody waits for what a transaction does between its statements. */
    HikariDataSource pool(int size, boolean alone) {
        HikariConfig config = config(
                "lede-store",
                size,
                TO_CONNECT,
                properties(longestStatement.plus(ON_THE_WAY), alone ? Duration.ZERO : IDLE));
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Connections for small statements that give up soon: no first one is opened before it is needed. */
    HikariDataSource impatientPool(int size) {
        HikariConfig config = config("lede-lease", size, IMPATIENCE, properties(IMPATIENCE, IDLE));
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private HikariConfig config(String name, int size, Duration patience, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(new PostgresDataSource(servers, properties, patience));
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(IMPATIENCE.toMillis());
        // Whoever opens the store asks a first question at once, and tells what failed.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** @param silence how long the server may keep us waiting for an answer */
    private Properties properties(Duration silence, Duration idle) {
        Properties properties = properties();
        properties.setProperty(PostgresServers.SILENCE, Long.toString(silence.toSeconds()));
        properties.setProperty(
                "options",
                "-c statement_timeout=" + longestStatement.toMillis() + " -c idle_in_transaction_session_timeout="
                        + idle.toMillis() + ISOLATION);
        return properties;
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "lede");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /** For changes to the tables, which take as long as they take. */
    DataSource patientSource() {
        return new PostgresDataSource(servers, properties(), TO_CONNECT);
    }

    /** A connection of its own, besides the pool. */
    Connection connect() throws SQLException {
        return servers.connect(properties(), TO_CONNECT);
    }

    /** The same for what must not hang. */
    Connection connectBriefly() throws SQLException {
        Properties properties = properties();
        properties.setProperty(PostgresServers.SILENCE, Long.toString(IMPATIENCE.toSeconds()));
        return servers.connect(properties, IMPATIENCE);
    }

    /** Whether another server may take over, which somebody has to {@link #lookForAnother} for. */
    boolean hasSeveralServers() {
        return servers.areSeveral();
    }

    /** Has connections to a server that another has taken over from end. */
    void lookForAnother() {
        servers.look(properties());
    }

    /** Whether what was asked last may have been done all the same: the connection ended before the answer came. */
    static boolean isUnanswered(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                // What the server says within a transaction that it ended for its own reasons is an answer.
                return state.startsWith("08") || state.startsWith("57P0") || state.equals("null") || state.isEmpty();
            }
        }
        return false;
    }

    /** What went wrong, in the operator's words where the operator can do something; the exception itself where we erred. */
    RuntimeException explain(RuntimeException e) {
        if (e instanceof StoreProblem || e instanceof InDoubt) {
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
        return address.name();
    }
}
