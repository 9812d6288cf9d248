package news.lede.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.store.StoreProblem.Kind;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database that a store is copied into, over one connection, which holds the lock of whoever is alone. Not thread-safe. */
final class PostgresTarget implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresTarget.class);

    /**
     * An index over many rows takes longer than anything that a bot asks, and need not be on the disk before the end: whatever the server loses when it falls, it loses from the end, and we go on from
     * the last row that it has.
     */
    private static final List<String> SETTINGS = List.of(
            "SET statement_timeout = 0", "SET idle_in_transaction_session_timeout = 0", "SET synchronous_commit = off");
    /** Else a server that builds an index notices long after that we are gone, and whoever goes on finds our lock. Not every platform can. */
    private static final String NOTICE_THAT_WE_ARE_GONE = "SET client_connection_check_interval = '2s'";

    private final PostgresDatabase database;
    private final Connection connection;

    private PostgresTarget(PostgresDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /**
     * Makes the tables where there are none.
     *
     * @throws StoreProblem if somebody uses the database, its tables have another version than ours, or it cannot be reached
     */
    static PostgresTarget open(PostgresDatabase database) {
        Connection connection = PostgresLock.alone(database);
        try {
            int version = PostgresSchema.version(database);
            if (version != 0 && version != SqliteSchema.NEWEST) {
                throw database.problem(
                        Kind.FAILED,
                        "has tables of version " + version + ", and only those of version " + SqliteSchema.NEWEST
                                + " are copied into. Name an empty database in store.url; or, if nothing in this one is"
                                + " needed, drop it and create it again. Nothing was changed.",
                        new IllegalStateException("version " + version));
            }
            if (version == 0) {
                PostgresSchema.migrate(database);
            }
            PostgresTarget target = new PostgresTarget(database, connection);
            target.prepare();
            return target;
        } catch (RuntimeException e) {
            PostgresLock.end(connection);
            throw e;
        }
    }

    private void prepare() {
        explained(() -> {
            for (String setting : SETTINGS) {
                execute(setting);
            }
            try {
                execute(NOTICE_THAT_WE_ARE_GONE);
            } catch (SQLException e) {
                LOG.debug("the server does not look whether its clients are there", e);
            }
            connection.setAutoCommit(false);
            return true;
        });
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private <T> T explained(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
    }

    /** Kept as a whole, or not at all when we die. */
    private <T> T committed(Work<T> work) {
        return explained(() -> {
            T result = work.done();
            connection.commit();
            return result;
        });
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String name() {
        return database.name();
    }

    StoreProblem problem(String what) {
        return database.problem(Kind.FAILED, what, new IllegalStateException(what));
    }

    Optional<CopyNotes> notes() {
        return committed(() -> CopyNotes.read(connection));
    }

    String identity() {
        return committed(() -> one("SELECT identity FROM store_identity"));
    }

    List<StoreTable> tables(Map<String, Set<String>> wanted) {
        return committed(() -> PostgresTables.like(wanted, connection));
    }

    /** @throws StoreProblem if there is more in them than a new store has */
    void requireUnused(Collection<StoreTable> tables) {
        for (StoreTable table : tables) {
            String own = switch (table.name()) {
                case "source" -> " WHERE address <> 'lede:imported'";
                case "pack_source" -> " WHERE source_id NOT IN (SELECT id FROM source WHERE address = 'lede:imported')";
                default -> "";
            };
            if (committed(() -> one("SELECT EXISTS (SELECT 1 FROM " + table.quoted() + own + ")"))
                    .equals("t")) {
                throw problem("holds a store of its own (its table " + table.name()
                        + " is not empty), and nothing is put into that. Name an empty database in store.url. Nothing was"
                        + " changed.");
            }
        }
    }

    /** Empties the tables, and notes whose rows come. */
    void begin(String source, String state, Collection<StoreTable> tables) {
        committed(() -> {
            CopyNotes.begin(connection, source, state);
            PutOff.takeAway(connection, tables);
            execute("TRUNCATE " + tables.stream().map(StoreTable::quoted).collect(Collectors.joining(", ")));
            return true;
        });
    }

    Map<String, Long> copied() {
        return committed(() -> CopyNotes.copied(connection));
    }

    /** The key of the last row that has come. */
    Optional<List<Object>> last(StoreTable table) {
        String backwards = table.key().stream()
                .map(at -> table.columns().get(at).quoted() + " DESC")
                .collect(Collectors.joining(", "));
        return committed(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT " + table.keyList() + " FROM " + table.quoted()
                            + " ORDER BY " + backwards + " LIMIT 1")) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<Object> key = new ArrayList<>();
                for (int i = 0; i < table.key().size(); i++) {
                    key.add(row.getObject(i + 1));
                }
                return Optional.of(key);
            }
        });
    }

    /** Adds rows, which come behind those that have. */
    void append(StoreTable table, CopyPortion portion) {
        committed(() -> {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table.quoted() + " (" + table.columnList() + ") FROM STDIN", portion.read());
            } catch (IOException e) {
                throw new UncheckedIOException("a portion cannot be read from memory", e);
            }
            CopyNotes.add(connection, table, portion.rows());
            return true;
        });
    }

    /** Has ids go on above {@code last}. */
    void goOnAfter(StoreTable table, long last) {
        committed(() -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT setval(pg_get_serial_sequence(?, 'id'), ?, ?)")) {
                statement.setString(1, table.name());
                statement.setLong(2, Math.max(1, last));
                statement.setBoolean(3, last > 0);
                return statement.execute();
            }
        });
    }

    List<String> later() {
        return committed(() -> PutOff.later(connection));
    }

    void makeAgain(String later) {
        committed(() -> {
            PutOff.makeAgain(connection, later);
            return true;
        });
    }

    /** Lets the server count what is there: before that it finds its ways by guesses. */
    void analyze(Collection<StoreTable> tables) {
        committed(() -> {
            execute("ANALYZE " + tables.stream().map(StoreTable::quoted).collect(Collectors.joining(", ")));
            return true;
        });
    }

    RowStream rows(StoreTable table) {
        return new PostgresRows(database, connection, table);
    }

    void distrust() {
        committed(() -> {
            CopyNotes.distrust(connection);
            return true;
        });
    }

    /** On the disk when this returns, and with it all that was committed before. */
    void finish() {
        committed(() -> {
            execute("SET LOCAL synchronous_commit = on");
            CopyNotes.finish(connection);
            return true;
        });
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // With the connection all that was not committed is gone as well.
            LOG.debug("the connection is gone already", e);
        }
        PostgresLock.end(connection);
    }
}
