package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import news.lede.app.Program.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From a saved news page to a sourced answer, through the whole program. Topics go by words here; the model has tests of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {
    private static final String WITHOUT_MODEL = "--set=embedding.enabled=false";
    private static final List<String> FURNITURE = List.of(
            "Taboola",
            "Sponsored Links",
            "Promoted Links",
            "Read More",
            "No comments yet",
            "HearWell",
            "Get a summary");

    private Path folder = Path.of("");
    private Path page = Path.of("");
    private Program program = new Program(Path.of(""));
    private Ended imported = new Ended(-1, "", "");

    @BeforeAll
    void importThePage(@TempDir Path temporary) throws IOException {
        folder = temporary;
        program = new Program(folder.resolve("data"));
        page = folder.resolve("page.html");
        try (InputStream in = Objects.requireNonNull(RehearseCommand.class.getResourceAsStream("rehearsal.html"))) {
            Files.copy(in, page);
        }
        imported = program.run("import", page.toString(), "--saved-at", "2026-05-04T11:00:00Z", WITHOUT_MODEL);
    }

    private JsonNode json(String... words) throws IOException {
        Ended ended = program.run(words);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return new ObjectMapper().readTree(ended.out());
    }

    private JsonNode ask(String question) throws IOException {
        return json("ask", question, "--json", WITHOUT_MODEL);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Nested
    class GivenThePageIsImported {
        @Test
        void thenItSaysWhatItTookIn() {
            assertThat(imported.out().strip()).isEqualTo("4 new articles from 1 file.");
            assertThat(imported.err()).isEmpty();
            assertThat(imported.code()).isZero();
        }

        @Test
        void thenArticlesListsThemWithWhatAProgramNeeds() throws IOException {
            List<JsonNode> articles = list(json("articles", "--json"));

            assertThat(articles).hasSize(4);
            JsonNode main = articles.getFirst();
            assertThat(main.get("title").asText())
                    .isEqualTo("Port Ellery council votes to dig the harbour tunnel after nine years of dispute");
            assertThat(main.get("publisher").isNull()).isTrue();
            assertThat(main.get("url").isNull()).isTrue();
            assertThat(main.get("listed_by")).isEmpty();
            assertThat(main.get("report").asLong()).isEqualTo(main.get("id").asLong());
            assertThat(list(main.get("paragraphs")).get(1).asText())
                    .isEqualTo("Mayor Ines Halloway and the harbour master, Tobias Wrenfield, said the work would begin"
                            + " in March and last four years.");
            JsonNode court = articles.get(1);
            assertThat(court.get("publisher").asText()).isEqualTo("Meridia Times");
            assertThat(court.get("published").asText()).isEqualTo("2026-05-04T10:22:00Z");
            assertThat(court.get("approximate").asBoolean()).isTrue();
            assertThat(court.get("listed_by").get(0).asLong())
                    .isEqualTo(main.get("id").asLong());
            assertThat(articles.toString()).doesNotContain(FURNITURE);
        }

        @Test
        void thenArticlesForAPersonNamesEachWithItsPublisher() {
            assertThat(program.run("articles").out())
                    .contains("Museum of Larkhaven shows sea charts")
                    .contains("Coast Gazette, about 2026-05-04 08:00 UTC")
                    .contains("publisher unknown");
        }

        @Test
        void thenImportingItAgainChangesNothing() throws IOException {
            JsonNode before = json("articles", "--json");

            Ended again = program.run("import", page.toString(), "--saved-at", "2026-05-04T23:00:00Z", WITHOUT_MODEL);

            assertThat(again.out().strip()).isEqualTo("0 new articles from 1 file, 4 known before.");
            assertThat(json("articles", "--json")).isEqualTo(before);
        }

        @Test
        void thenLatestGivesStoriesWhoseSentencesStandInTheirArticles() throws IOException {
            JsonNode answer = ask("/latest");
            String texts = json("articles", "--json").toString();

            assertThat(answer.get("kind").asText()).isEqualTo("stories");
            assertThat(answer.toString()).doesNotContain(FURNITURE);
            for (JsonNode story : answer.get("stories")) {
                assertThat(list(story.get("summary"))).isNotEmpty();
                for (JsonNode statement : story.get("summary")) {
                    String sentence =
                            statement.get("evidence").get(0).get("sentence").asText();
                    assertThat(texts).contains(sentence.replace("\"", "\\\""));
                }
            }
        }

        @Test
        void thenATopicGivesTheStoriesOnIt() throws IOException {
            JsonNode answer = ask("/topic harbour tunnel");

            assertThat(answer.get("kind").asText()).isEqualTo("stories");
            assertThat(answer.get("stories").get(0).get("title").asText()).containsIgnoringCase("tunnel");
        }

        @Test
        void thenAStoryCanBeOpenedByItsNumber() throws IOException {
            long id = ask("/latest").get("stories").get(0).get("id").asLong();

            JsonNode answer = ask("/story " + id);

            assertThat(answer.get("kind").asText()).isEqualTo("story");
            assertThat(answer.get("stories").get(0).get("id").asLong()).isEqualTo(id);
        }

        @Test
        void thenHelpListsTheCommands() throws IOException {
            assertThat(ask("/help").get("text").asText()).contains("/latest", "/topic", "/related");
        }

        @Test
        void thenInAChatANumberOpensAStoryAndExitEnds() {
            Ended ended = program.typing("/latest\n2\n/related\nexit\n/latest\n", "chat", WITHOUT_MODEL);

            assertThat(ended.code()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).contains("Latest stories").contains("Sources");
            assertThat(ended.out().split("Latest stories\n", -1)).hasSize(2);
        }

        @Test
        void thenAChatEndsWithItsInput() {
            assertThat(program.typing("/latest", "chat").code()).isZero();
        }
    }

    @Nested
    class GivenFeedsAndLists {
        @Test
        void thenEntriesOfAFeedBecomeArticlesAndOpmlAddsSources() throws IOException {
            Program other = new Program(folder.resolve("feeds-data"));
            Path feeds = Files.createDirectories(folder.resolve("feeds"));
            Files.writeString(feeds.resolve("news.rss"), """
                    <?xml version="1.0"?><rss version="2.0"><channel><title>Larkhaven Ledger</title><language>en-gb</language>
                    <item><title>Lighthouse keeper retires after forty winters</title><guid>a1</guid>
                    <link>https://ledger.example/keeper</link><pubDate>Mon, 04 May 2026 07:30:00 GMT</pubDate>
                    <description>The keeper of the lighthouse at Larkhaven handed over the key on Sunday.</description></item>
                    <item><title>Bakery queue reaches the church</title><guid>a2</guid>
                    <link>https://ledger.example/bakery</link>
                    <description>A new baker has the town standing in line.</description></item>
                    </channel></rss>
                    """);
            Files.writeString(feeds.resolve("list.opml"), """
                    <opml version="2.0"><body><outline text="Papers">
                    <outline type="rss" text="Ledger" xmlUrl="https://ledger.example/rss"/>
                    </outline></body></opml>
                    """);
            Files.writeString(feeds.resolve("notes.md"), "# Notes\n\nNot news.\n");

            Ended ended = other.run("import", feeds.toString(), WITHOUT_MODEL);

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("2 new articles from 2 files, 1 source added, 1 file passed over");
            assertThat(ended.err()).contains("list.opml").contains("`lede run` and `lede poll` read them");
            JsonNode articles =
                    new ObjectMapper().readTree(other.run("articles", "--json").out());
            JsonNode keeper = list(articles).stream()
                    .filter(a -> a.get("title").asText().startsWith("Lighthouse"))
                    .findFirst()
                    .orElseThrow();
            assertThat(keeper.get("publisher").asText()).isEqualTo("Larkhaven Ledger");
            assertThat(keeper.get("url").asText()).isEqualTo("https://ledger.example/keeper");
            assertThat(keeper.get("published").asText()).isEqualTo("2026-05-04T07:30:00Z");
            assertThat(keeper.get("approximate").asBoolean()).isFalse();
        }
    }
}
