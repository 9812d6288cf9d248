package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import news.lede.app.Program.Ended;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong input of every kind: a clear message with the next step, the right exit code, nothing half-written. */
class BadInputTest {
    private static final String WITHOUT_MODEL = "--set=embedding.enabled=false";

    @TempDir
    Path folder;

    private Program program = new Program(Path.of(""));

    @BeforeEach
    void start() {
        program = new Program(folder.resolve("data"));
    }

    private Ended importing(Path path) {
        return program.run("import", path.toString(), WITHOUT_MODEL);
    }

    private void nothingWasStored() {
        assertThat(program.run("articles", "--json").out()).isEqualToIgnoringWhitespace("[]");
    }

    @Nested
    class GivenAFileThatHoldsNoNews {
        @Test
        void whenItIsEmpty_thenItSaysSo() throws IOException {
            Ended ended = importing(Files.createFile(folder.resolve("empty.html")));

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("empty.html: the file is empty. Save the page again");
            nothingWasStored();
        }

        @Test
        void whenItIsBinary_thenItSaysSo() throws IOException {
            byte[] noise = new byte[20_000];
            new Random(7).nextBytes(noise);
            Ended ended = importing(Files.write(folder.resolve("photo.jpg"), noise));

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("photo.jpg: this is no text");
            nothingWasStored();
        }

        @Test
        void whenItIsHuge_thenItIsNotEvenRead() throws IOException {
            Path huge = folder.resolve("huge.txt");
            try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
                file.setLength(100L << 20);
            }
            Ended ended = importing(huge);

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("huge.txt: not read, 100 MiB is more than the 16 MiB");
            nothingWasStored();
        }

        @Test
        void whenThePageHasNoArticle_thenItSaysWhatToSaveInstead() throws IOException {
            Path page = Files.writeString(
                    folder.resolve("start.html"),
                    "<html><body><ul><li><a href=/a>Sport</a></li><li><a href=/b>Weather</a></li></ul></body></html>");
            Ended ended = importing(page);

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("start.html: no article found on this page. Open one article");
            nothingWasStored();
        }

        @Test
        void whenThePathLeadsNowhere_thenItSaysSo() {
            Ended ended = importing(folder.resolve("absent.html"));

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("absent.html: there is no such file or folder");
        }

        @Test
        void whenOthersAreGood_thenTheseAreTakenInAllTheSame() throws IOException {
            Path news = Files.createDirectories(folder.resolve("news"));
            Files.createFile(news.resolve("empty.txt"));
            Files.createSymbolicLink(news.resolve("loop"), news);
            Files.writeString(news.resolve(".hidden.txt"), "Hidden.\n");
            Files.writeString(news.resolve("good.html"), """
                    <html lang="en"><head><title>Orchard harvest comes early to Larkhaven</title></head><body><article>
                    <h1>Orchard harvest comes early to Larkhaven</h1>
                    <p>Growers around Larkhaven began to pick apples on Monday, three weeks earlier than usual, after a dry spring.</p>
                    <p>"My grandfather never saw red fruit in July," said the grower Oda Brightwell, who runs the largest orchard.</p>
                    <p>The growers' union expects a smaller but sweeter harvest than last year and warns of a lack of pickers.</p>
                    </article></body></html>
                    """);

            Ended ended = importing(news);

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("1 new article from 1 file, 1 problem.");
            assertThat(ended.err().lines()).singleElement().asString().contains("empty.txt");
        }
    }

    @Nested
    class GivenAQuestionThatLeadsNowhere {
        @Test
        void whenTheTopicIsUnknown_thenANoticeSaysWhatToDo() throws IOException {
            Path page = folder.resolve("page.html");
            try (InputStream in = Objects.requireNonNull(RehearseCommand.class.getResourceAsStream("rehearsal.html"))) {
                Files.copy(in, page);
            }
            importing(page);
            Ended ended = program.run("ask", "/topic qqqzzz", WITHOUT_MODEL);

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("qqqzzz");
        }

        @Test
        void whenThereIsNothingToRelateTo_thenANoticeSaysWhatToDo() {
            Ended ended = program.run("ask", "/related", "--json", WITHOUT_MODEL);

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("\"kind\" : \"notice\"").contains("/related");
        }

        @Test
        void whenTheCommandIsMisspelt_thenTheNearestIsNamed() {
            assertThat(program.run("ask", "/lattest").out()).contains("/latest");
        }
    }

    @Nested
    class GivenADataFolderThatCannotBeUsed {
        @Test
        void whenItIsAFile_thenItSaysSo() throws IOException {
            Path file = Files.createFile(folder.resolve("data"));

            Ended ended = program.run("ask", "/latest");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .contains(file.toString())
                    .contains("is a file")
                    .contains("--data");
        }

        @Test
        void whenAnotherProcessHasIt_thenImportSaysSoAndAskWorks() throws IOException {
            try (SqliteStore other = SqliteStore.open(folder.resolve("data"), Store.Mode.ALONE)) {
                assertThat(other.articles().count()).isZero();
                Ended ended = importing(Files.createFile(folder.resolve("any.txt")));

                assertThat(ended.code()).isEqualTo(1);
                assertThat(ended.err()).contains("in use by another Lede");
                assertThat(program.run("ask", "/latest").code()).isZero();
            }
        }

        @Test
        void whenTheStoreIsNoDatabase_thenItSaysSo() throws IOException {
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(
                    folder.resolve("data/lede.db"),
                    "this is not a database at all, but a longer line of text\n".repeat(40));

            Ended ended = program.run("articles", "--json");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("lede: ")
                    .contains("lede.db");
        }
    }

    @Nested
    class GivenAWrongCall {
        @Test
        void whenASettingIsMisspelt_thenTheNearestIsNamedAndTheExitCodeIs2() {
            Ended ended = program.run("ask", "/help", "--set", "web.prot=1");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains("web.prot").contains("Did you mean web.port?");
        }

        @Test
        void whenSettingsStandBeforeAndAfterTheSubcommand_thenBothCount() {
            Ended ended = program.as(Map.of(), "", "--set", "web.port=x", "check", "--set", "web.bind=a b");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("web.port").contains("web.bind");
        }

        @Test
        void whenAVariableIsMisspelt_thenTheExitCodeIs2() {
            Ended ended = program.as(Map.of("LEDE_DISCORD_TOKN", "abc"), "", "check");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("LEDE_DISCORD_TOKEN").doesNotContain("abc");
        }

        @Test
        void whenTheSubcommandIsUnknown_thenTheExitCodeIs2() {
            Ended ended = program.as(Map.of(), "", "improt");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("improt").contains("import");
        }

        @Test
        void whenTheInstantIsNone_thenTheMessageShowsOne() throws IOException {
            Ended ended = program.run(
                    "import", Files.createFile(folder.resolve("x.txt")).toString(), "--saved-at", "noon");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("'noon' is no instant").contains("2026-05-04T08:00:00Z");
        }

        @Test
        void whenNothingIsAsked_thenHelpIsPrinted() {
            Ended ended = program.as(Map.of(), "");

            assertThat(ended.code()).isZero();
            assertThat(ended.out())
                    .contains("Usage: lede")
                    .contains("ask")
                    .contains("import")
                    .doesNotContain("rehearse");
        }

        @Test
        void whenCheckIsAskedForTheSchema_thenItPrintsIt() {
            assertThat(program.run("check", "--schema").out()).contains("\"api-base-url\"");
            assertThat(program.run("check", "--defaults").out()).contains("min-interval: 15m");
            assertThat(program.run("check").out()).contains("in order");
        }
    }
}
