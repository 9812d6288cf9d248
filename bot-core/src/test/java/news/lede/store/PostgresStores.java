package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import news.lede.store.Store.Mode;
import org.jspecify.annotations.Nullable;

/**
 * New PostgreSQL stores for tests: one server for the whole run, the migrations once, each further store a copy of that database. The server is the one at {@code LEDE_TEST_POSTGRES_URL} (whose user
 * may create databases) or an embedded one.
 */
public final class PostgresStores {
    /** Names a server to use in place of the embedded one, as an address of its database {@code postgres}. */
    private static final String SERVER = "LEDE_TEST_POSTGRES_URL";

    /** Of this process: two may be told to use one server. */
    private static final String TEMPLATE =
            "lede_template_" + ProcessHandle.current().pid();

    private static final int MOST_TRIES = 3;
    /** Ten seconds, which are usual, are too few for a machine that has much else to do. */
    private static final Duration TO_START = Duration.ofMinutes(2);

    private static final AtomicInteger OPENED = new AtomicInteger();

    /** Leaves what a new store has: its identity, and the source of what is imported in its pack. */
    private static final String EMPTY = """
            DO $$
            DECLARE one record;
            BEGIN
              SET LOCAL session_replication_role = replica;
              FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
                  AND tablename NOT IN ('flyway_schema_history', 'store_identity', 'source', 'pack_source') LOOP
                EXECUTE format('DELETE FROM %I', one.tablename);
              END LOOP;
              DELETE FROM pack_source WHERE pack <> 'default' OR source_id <> 1;
              DELETE FROM source WHERE id <> 1;
              UPDATE source SET title = 'Imported', removed = NULL;
              INSERT INTO pack_source (pack, source_id) VALUES ('default', 1) ON CONFLICT DO NOTHING;
              FOR one IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
                PERFORM setval(one.sequencename::regclass, 1, one.sequencename = 'source_id_seq');
              END LOOP;
            END $$""";

    private static @Nullable String server;
    private static @Nullable Shared shared;

    /** The database of {@link #openNext}, and what empties it: a session that has seen all tables before does so far sooner than a new one. */
    private record Shared(String address, Connection emptying) {}

    private PostgresStores() {}

    /** An empty store in the database of the last one, which is closed: making databases takes longer than all that tests do in them. */
    public static synchronized PostgresStore openNext() {
        Shared known = shared;
        try {
            if (known == null) {
                String address = newDatabase();
                known = new Shared(address, DriverManager.getConnection(address));
                shared = known;
            } else {
                try (Statement statement = known.emptying().createStatement()) {
                    statement.execute(EMPTY);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no empty store", e);
        }
        return PostgresStore.open(known.address(), "", "", Mode.ALONE);
    }

    /** The address of the database that {@link #openNext} opened. */
    static synchronized String current() {
        return Objects.requireNonNull(shared, "none was opened").address();
    }

    /** The address of a database with the tables of a new store. */
    static String newDatabase() {
        String address = server();
        String name = "lede_" + ProcessHandle.current().pid() + "_" + OPENED.incrementAndGet();
        execute(address, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return at(address, name);
    }

    /** The address of an empty database. */
    static String emptyDatabase() {
        String address = server();
        String name = "lede_" + ProcessHandle.current().pid() + "_" + OPENED.incrementAndGet();
        execute(address, "CREATE DATABASE " + name);
        return at(address, name);
    }

    /** Runs a statement in a database. */
    static void execute(String address, String sql) {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static synchronized String server() {
        String known = server;
        if (known != null) {
            return known;
        }
        String given = System.getenv(SERVER);
        String address = given == null || given.isBlank() ? embedded() : given;
        execute(address, "DROP DATABASE IF EXISTS " + TEMPLATE);
        execute(address, "CREATE DATABASE " + TEMPLATE);
        PostgresStore.open(at(address, TEMPLATE), "", "", Mode.BESIDE).close();
        server = address;
        return address;
    }

    /** Ends with this process. */
    private static String embedded() {
        for (int tries = 1; ; tries++) {
            try {
                return started().getJdbcUrl("postgres", "postgres");
            } catch (IOException | IllegalStateException e) {
                // Its port is looked for before it listens there, and somebody else may be given it meanwhile.
                if (tries == MOST_TRIES) {
                    throw new IllegalStateException("no PostgreSQL here; name one in " + SERVER, e);
                }
            }
        }
    }

    private static EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(TO_START)
                .setServerConfig("max_connections", "60")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .start();
    }

    private static String at(String address, String database) {
        String other = address.replaceFirst("/postgres(?=$|\\?)", "/" + database);
        assertThat(other).as("an address of the database postgres").isNotEqualTo(address);
        return other;
    }
}
