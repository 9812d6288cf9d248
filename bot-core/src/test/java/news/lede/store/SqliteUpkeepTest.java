package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.community.SamplePlaces;
import news.lede.store.Store.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's upkeep; its file gives back what it needs no more. */
class SqliteUpkeepTest extends UpkeepContract {
    @TempDir
    static Path stores;

    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return SqliteStores.openNew(stores);
    }

    private static void fill(Store store, String what, int articles) {
        store.transactor().inTransaction(() -> {
            for (int i = 0; i < articles; i++) {
                Article article = store.articles()
                        .add(
                                Samples.article(what + " " + i, "It lies on the sand. ".repeat(400)),
                                List.of(new ArticleKey(what + i)),
                                store.sources().imported().id(),
                                Optional.empty(),
                                Samples.NOON);
                store.vectors().putArticle("m", article.id(), new float[384]);
            }
            return true;
        });
    }

    private static int emptied(Store store) {
        int reclaimed = 0;
        for (int some = store.upkeep().reclaim(64);
                some > 0;
                some = store.upkeep().reclaim(64)) {
            assertThat(some).isLessThanOrEqualTo(64);
            reclaimed += some;
        }
        return reclaimed;
    }

    private static void dropTexts(Store store) {
        store.upkeep().dropTexts(Samples.NOON.plusSeconds(1), new ArticleId(0), 1_000);
    }

    @Test
    void theFileShrinksWhileOthersRead() throws IOException {
        try (Store alone = SqliteStore.open(folder, Mode.ALONE);
                Store beside = SqliteStore.open(folder, Mode.BESIDE)) {
            fill(alone, "Ferry", 300);
            dropTexts(alone);

            assertThat(emptied(alone)).isGreaterThan(500);
            assertThat(beside.articles().count()).isEqualTo(300);
        }
        assertThat(Files.size(folder.resolve(SqliteStore.FILE))).isLessThan(1_500_000);
    }

    @Test
    void aFileFromBeforeGivesRoomBackOnceItWasWrittenAnew() throws SQLException, IOException {
        try (Store made = SqliteStore.open(folder, Mode.ALONE)) {
            fill(made, "Ferry", 50);
        }
        sql("PRAGMA journal_mode = DELETE", "PRAGMA auto_vacuum = NONE", "VACUUM");
        try (Store old = SqliteStore.open(folder, Mode.ALONE)) {
            dropTexts(old);
            assertThat(emptied(old)).isZero();

            assertThat(old.persons(SamplePlaces.PERSONAL).scrub()).isTrue();
            fill(old, "Barge", 50);
            dropTexts(old);

            assertThat(emptied(old)).isPositive();
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqliteStore.FILE));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                List<String> said = new ArrayList<>();
                if (statement.execute(sql)) {
                    try (ResultSet rows = statement.getResultSet()) {
                        while (rows.next()) {
                            said.add(rows.getString(1));
                        }
                    }
                }
                assertThat(said).doesNotContain("wal");
            }
        }
    }
}
