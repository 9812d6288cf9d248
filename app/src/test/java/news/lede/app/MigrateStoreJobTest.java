package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import news.lede.app.Program.Ended;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.store.StoreCopy.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever types {@code migrate-store} is told before anything is copied; copying has tests of its own. */
class MigrateStoreJobTest {
    /** Nobody listens there. */
    private static final String NOWHERE = "--set=store.url=jdbc:postgresql://127.0.0.1:1/lede?password=hidden1";

    @TempDir
    private Path folder = Path.of("");

    private Program program = new Program(Path.of(""));

    @BeforeEach
    void aFolderOfItsOwn() {
        program = new Program(folder);
    }

    @Test
    void withoutADatabaseItSaysHowToNameOne() {
        Ended ended = program.run("migrate-store", "--from", "sqlite", "--to", "postgres");

        assertThat(ended.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ended.err())
                .contains("store.url is empty", "jdbc:postgresql://HOST/DATABASE", "LEDE_STORE_PASSWORD");
    }

    @Test
    void theOtherWayRoundItSaysWhatCanBeDone() {
        for (String[] words : new String[][] {{"--from", "postgres", "--to", "sqlite"}, {"--to", "mysql"}}) {
            Ended ended = words.length == 2
                    ? program.run("migrate-store", words[0], words[1], NOWHERE)
                    : program.run("migrate-store", words[0], words[1], words[2], words[3], NOWHERE);

            assertThat(ended.code()).isEqualTo(ExitCode.WRONG_USE);
            assertThat(ended.err()).contains("--from sqlite --to postgres only");
        }
    }

    @Test
    void withoutAStoreItSaysWhereItLooked() {
        Ended ended = program.run("migrate-store", NOWHERE);

        assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.err()).contains("There is no store at " + folder.resolve("lede.db"), "--data");
    }

    @Test
    void besideARunningLedeItSaysWhoIsInTheWay() {
        try (Store running = SqliteStore.open(folder, Store.Mode.SERVING)) {
            Ended ended = program.run("migrate-store", NOWHERE);

            assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
            assertThat(ended.err()).contains("in use by another Lede");
            assertThat(running.articles().count()).isZero();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutItsSecrets() {
        SqliteStore.open(folder, Store.Mode.ALONE).close();

        Ended ended = program.run("migrate-store", NOWHERE);

        assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.err())
                .contains("The database jdbc:postgresql://127.0.0.1:1/lede does not answer")
                .doesNotContain("hidden1");
    }

    @Nested
    class HowFarItHasCome {
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        private String said(boolean terminal, long of) {
            try (PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
                    CopyProgress progress =
                            new CopyProgress(new Streams(new ByteArrayInputStream(new byte[0]), out, out, terminal))) {
                for (long done = 0; done <= of; done += of / 20) {
                    progress.at(Step.COPYING, done == 0 ? "" : "article", done, of);
                }
                progress.at(Step.COMPARING, "", 0, of);
            }
            return err.toString(StandardCharsets.UTF_8);
        }

        @Test
        void isALineForEachTenthWhereNobodySits() {
            assertThat(said(false, 4_000).lines())
                    .hasSize(12)
                    .startsWith("lede: copying: 0 %, 0 of 4,000", "lede: copying: 10 %, 400 of 4,000")
                    .endsWith("lede: copying: 100 %, 4,000 of 4,000", "lede: comparing: 0 %, 0 of 4,000");
        }

        @Test
        void isABarForAPersonHoweverManyRowsThereAre() {
            assertThat(said(true, 40_000_000_000L))
                    .contains("copying [                              ] 0/")
                    .contains("copying article [##############################]")
                    .doesNotContain("-");
        }

        @Test
        void ofNothingIsAllOfIt() {
            try (PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
                    CopyProgress progress =
                            new CopyProgress(new Streams(new ByteArrayInputStream(new byte[0]), out, out, false))) {
                progress.at(Step.INDEXING, "", 0, 0);
            }
            assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("lede: making indexes: 100 %, 0 of 0\n");
        }
    }
}
