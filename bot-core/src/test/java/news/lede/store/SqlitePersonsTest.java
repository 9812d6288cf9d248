package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.article.Samples;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.SamplePlaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite forgets persons, in its tables and on the disk. */
class SqlitePersonsTest extends PersonsContract {
    @TempDir
    static Path stores;

    @Override
    protected Store open() {
        return SqliteStores.openNew(stores);
    }

    @Override
    List<String> rows(String table) {
        return Rows.of("jdbc:sqlite:" + newest().resolve(SqliteStore.FILE), table);
    }

    private static Path newest() {
        try (Stream<Path> folders = Files.list(stores)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("store-"))
                    .max((a, b) -> Integer.compare(number(a), number(b)))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring("store-".length()));
    }

    @Test
    void whatWasDeletedIsNotOnTheDiskOnceItWasScrubbed() throws IOException {
        String id = "7000000099";
        for (int i = 0; i < 300; i++) {
            store.communities()
                    .workspace(
                            "telegram",
                            id + i,
                            "Somebody with a rather long name, to fill a few pages of the file " + i);
            store.looks().looked(place("-" + i), new PersonKey("telegram", id), Samples.NOON);
        }
        store.persons(SamplePlaces.PERSONAL).erase(new PersonKey("telegram", id), new PersonKey("former", "x"));
        for (int i = 0; i < 300; i++) {
            store.persons(SamplePlaces.PERSONAL).erase(new PersonKey("telegram", id + i), new PersonKey("former", "x"));
        }

        assertThat(store.persons(SamplePlaces.PERSONAL).scrub()).isTrue();

        for (String file : List.of(SqliteStore.FILE, SqliteStore.FILE + "-wal")) {
            byte[] bytes = Files.readAllBytes(newest().resolve(file));
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(id);
        }
    }

    private ConversationId place(String chat) {
        var group = store.communities().workspace("telegram", chat, "");
        return store.communities()
                .conversation(group.id(), new Place("telegram", chat, Optional.empty()))
                .id();
    }

    /** Reads past our own classes. */
    static final class Rows {
        private Rows() {}

        static List<String> of(String url, String table) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                List<String> all = new ArrayList<>();
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.append(rows.getString(i)).append('|');
                    }
                    all.add(row.toString());
                }
                return all;
            } catch (SQLException e) {
                throw new IllegalStateException(table, e);
            }
        }
    }
}
