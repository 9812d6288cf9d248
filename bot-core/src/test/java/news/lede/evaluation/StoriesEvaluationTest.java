package news.lede.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.lede.article.InMemoryArticleIndex;
import news.lede.onnx.DisabledEmbedder;
import news.lede.store.InMemoryStore;
import news.lede.story.RelatedStories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesEvaluationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FERRY =
            "{'id': 'f1', 'lang': 'en', 'source': 'Alden Courier', 'published': '2031-02-03T08:00:00Z',"
                    + " 'title': 'Ferry Marigold sinks off Port Ellery', 'text': 'The ferry Marigold sank off Port Ellery on Monday with 40 people"
                    + " on board.\\nRescuers pulled 38 passengers of the Marigold from the water.'}";
    private static final String FERRY_AGAIN =
            "{'id': 'f2', 'lang': 'en', 'source': null, 'published': '2031-02-03T09:00:00Z',"
                    + " 'title': 'Ferry Marigold sinks near Port Ellery, 38 rescued', 'text': 'Rescuers saved 38 people from the ferry Marigold, which"
                    + " sank off Port Ellery on Monday morning.'}";
    private static final String CHESS =
            "{'id': 'c1', 'lang': 'en', 'source': 'Tarn Post', 'published': '2031-02-03T10:00:00Z',"
                    + " 'title': 'Orsolya Brandt wins the chess cup', 'text': 'Grandmaster Orsolya Brandt won the Lowen chess cup after nine"
                    + " games without a loss.'}";

    @TempDir
    private Path folder;

    private int opened;
    private int closed;
    private final StoriesEvaluation evaluation =
            new StoriesEvaluation(this::newsroom, () -> Instant.parse("2031-02-04T00:00:00Z"));

    private EmptyNewsroom newsroom() {
        InMemoryStore store = new InMemoryStore();
        opened++;
        return new EmptyNewsroom(
                store.transactor(),
                store.articles(),
                store.stories(),
                store.sources().imported().id(),
                new InMemoryArticleIndex(RelatedStories::sketch),
                store.vectors(),
                store.topicVotes(),
                new DisabledEmbedder(),
                () -> closed++);
    }

    private Path set(String name) throws IOException {
        return Files.createDirectories(in().resolve(name));
    }

    private Path in() {
        return folder.resolve("in");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private static void write(Path set, String file, String... lines) throws IOException {
        Files.writeString(set.resolve(file), String.join("\n", lines).replace('\'', '"'));
    }

    private List<JsonNode> read(String file) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        for (String line : Files.readAllLines(out().resolve(file))) {
            read.add(JSON.readTree(line));
        }
        return read;
    }

    @Nested
    class OfArticlesToGroup {
        @Test
        void eachArticleIsAnsweredAndTwoOnOneEventShareAStory() throws IOException {
            Path set = set("cluster-ports");
            write(set, "articles.jsonl", FERRY, CHESS, FERRY_AGAIN);

            StoriesEvaluation.Outcome outcome = evaluation.answer(set, out());

            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.written())
                    .containsExactly(
                            out().resolve("cluster-ports/clusters.jsonl"),
                            out().resolve("cluster-ports/related.jsonl"));
            List<JsonNode> answers = read("cluster-ports/clusters.jsonl");
            assertThat(answers).extracting(a -> a.get("id").asText()).containsExactly("f1", "c1", "f2");
            assertThat(answers.get(0).get("story")).isEqualTo(answers.get(2).get("story"));
            assertThat(answers.get(0).get("story")).isNotEqualTo(answers.get(1).get("story"));
        }

        @Test
        void anArticleOfTheSameStoryRelatesAndNeverTheArticleItself() throws IOException {
            Path set = set("cluster-ports");
            write(set, "articles.jsonl", FERRY, CHESS, FERRY_AGAIN);

            evaluation.answer(set, out());

            List<JsonNode> answers = read("cluster-ports/related.jsonl");
            assertThat(answers.get(0).get("related"))
                    .extracting(JsonNode::asText)
                    .containsExactly("f2");
            assertThat(answers.get(1).get("related")).isEmpty();
            assertThat(answers.get(2).get("related"))
                    .extracting(JsonNode::asText)
                    .containsExactly("f1");
        }

        @Test
        void anArticleWordForWordTheSameIsAnsweredToo() throws IOException {
            Path set = set("cluster-ports");
            write(set, "articles.jsonl", FERRY, FERRY.replace("'f1'", "'f3'"));

            evaluation.answer(set, out());

            List<JsonNode> answers = read("cluster-ports/clusters.jsonl");
            assertThat(answers).hasSize(2);
            assertThat(answers.get(0).get("story")).isEqualTo(answers.get(1).get("story"));
        }

        @Test
        void everyNewsroomThatWasOpenedIsClosed() throws IOException {
            Path set = set("cluster-ports");
            write(set, "articles.jsonl", FERRY);

            evaluation.answer(set, out());

            assertThat(opened).isEqualTo(2);
            assertThat(closed).isEqualTo(2);
        }

        @Test
        void anArticleWithoutADateIsTakenToBeOfTheDayOfTheOneBeforeIt() throws IOException {
            Path set = set("cluster-ports");
            write(set, "articles.jsonl", FERRY, FERRY_AGAIN.replace("'2031-02-03T09:00:00Z'", "null"));

            evaluation.answer(set, out());

            List<JsonNode> answers = read("cluster-ports/clusters.jsonl");
            assertThat(answers.get(0).get("story")).isEqualTo(answers.get(1).get("story"));
        }
    }

    @Nested
    class OfTextsToShorten {
        @Test
        void aDocumentGetsAtMostTheSentencesItAsksForOneALine() throws IOException {
            Path set = set("summ-ports");
            write(set, "docs.jsonl", FERRY.replace("'title'", "'max_sentences': 1, 'title'"));

            evaluation.answer(set, out());

            assertThat(read("summ-ports/summaries.jsonl")
                            .getFirst()
                            .get("summary")
                            .asText())
                    .isEqualTo("The ferry Marigold sank off Port Ellery on Monday with 40 people on board.");
        }

        @Test
        void aStoryGetsAtMostTheWordsItAsksForAndEachSentenceItsArticle() throws IOException {
            Path set = set("mds-ports");
            write(
                    set,
                    "stories.jsonl",
                    "{'id': 's1', 'max_words': 16, 'articles': [" + FERRY + ", " + FERRY_AGAIN + "]}");

            evaluation.answer(set, out());

            JsonNode answer = read("mds-ports/summaries.jsonl").getFirst();
            assertThat(answer.get("sentences")).hasSize(1);
            assertThat(answer.get("sentences").get(0).get("article").asText()).isIn("f1", "f2");
            assertThat(answer.get("summary"))
                    .isEqualTo(answer.get("sentences").get(0).get("text"));
        }

        @Test
        void aHeadlineIsTheTitleOfOneOfTheArticles() throws IOException {
            Path set = set("headline-ports");
            write(
                    set,
                    "stories.jsonl",
                    "{'id': 's1', 'max_words': 30, 'articles': [" + FERRY + ", " + FERRY_AGAIN + "]}");

            evaluation.answer(set, out());

            JsonNode answer = read("headline-ports/summaries.jsonl").getFirst();
            String article = answer.get("sentences").get(0).get("article").asText();
            assertThat(answer.get("summary").asText())
                    .isEqualTo(
                            article.equals("f1")
                                    ? "Ferry Marigold sinks off Port Ellery"
                                    : "Ferry Marigold sinks near Port Ellery, 38 rescued");
        }

        @Test
        void aStoryWithoutArticlesIsToldAndTheOthersAnswered() throws IOException {
            Path set = set("headline-ports");
            write(
                    set,
                    "stories.jsonl",
                    "{'id': 's0', 'max_words': 30, 'articles': []}",
                    "{'id': 's2', 'max_words': 30, 'articles': [7]}",
                    "{'id': 's1', 'max_words': 30, 'articles': [" + FERRY + "]}");

            StoriesEvaluation.Outcome outcome = evaluation.answer(set, out());

            assertThat(outcome.problems())
                    .containsExactly(
                            "stories.jsonl line 1 has no articles; left out",
                            "stories.jsonl line 2, article 1 is not an object; left out");
            assertThat(read("headline-ports/summaries.jsonl")).hasSize(1);
        }
    }

    @Nested
    class OfTopics {
        @Test
        void everyTopicGetsAScoreAndOnlyFittingOnesAreLabels() throws IOException {
            Path set = set("topics-ports");
            write(set, "articles.jsonl", FERRY, CHESS);
            write(set, "topics.jsonl", "{'id': 'Board Games!', 'name': 'chess'}", "{'id': 'x', 'name': 'volcanoes'}");

            evaluation.answer(set, out());

            List<JsonNode> answers = read("topics-ports/topics.jsonl");
            assertThat(answers).allSatisfy(a -> assertThat(a.get("scores")).hasSize(2));
            assertThat(answers.get(0).get("labels")).isEmpty();
            assertThat(answers.get(1).get("labels"))
                    .extracting(JsonNode::asText)
                    .containsExactly("Board Games!");
            assertThat(answers.get(1).get("scores").get("Board Games!").asDouble())
                    .isGreaterThan(
                            answers.get(0).get("scores").get("Board Games!").asDouble());
        }

        @Test
        void aTopicWithoutANameIsTold() throws IOException {
            Path set = set("topics-ports");
            write(set, "articles.jsonl", FERRY);
            write(set, "topics.jsonl", "{'id': 'x', 'name': ' '}");

            assertThat(evaluation.answer(set, out()).problems())
                    .containsExactly(
                            "topics.jsonl line 1 has no \"name\"; only by its name can a topic be matched; left out");
        }
    }

    @Nested
    class OfHostileFiles {
        @Test
        void eachLineThatCannotBeUsedIsToldAndTheRestAnswered() throws IOException {
            Path set = set("cluster-odd");
            write(
                    set,
                    "articles.jsonl",
                    "\uFEFF" + FERRY,
                    "",
                    "{'id': 'x'",
                    "[1]",
                    "{'title': 'No id'}",
                    "{'id': 'f1', 'text': 'twice'}",
                    "{'id': 'n', 'text': 5}",
                    "{'id': 'd', 'text': 'x', 'published': 'yesterdayish'}",
                    "{'id': 'l', 'text': 'x', 'lang': 'Klingon!'}",
                    "{'id': 'bare'}");

            StoriesEvaluation.Outcome outcome = evaluation.answer(set, out());

            assertThat(outcome.problems())
                    .satisfiesExactly(
                            p -> assertThat(p).startsWith("articles.jsonl line 3 is not JSON ("),
                            p -> assertThat(p).isEqualTo("articles.jsonl line 4 is not a JSON object; left out"),
                            p -> assertThat(p)
                                    .isEqualTo("articles.jsonl line 5 has no \"id\"; give each object one; left out"),
                            p -> assertThat(p)
                                    .isEqualTo(
                                            "articles.jsonl line 6 has the id of articles.jsonl line 1, \"f1\"; left out"),
                            p -> assertThat(p)
                                    .isEqualTo("articles.jsonl line 7 has a \"text\" that is not a text; left out"),
                            p -> assertThat(p)
                                    .isEqualTo(
                                            "articles.jsonl line 8 has a \"published\" that is no date, \"yesterdayish\"; left out"),
                            p -> assertThat(p)
                                    .isEqualTo(
                                            "articles.jsonl line 9 has a \"lang\" that is no language code, \"Klingon!\"; left out"));
            assertThat(read("cluster-odd/clusters.jsonl"))
                    .extracting(a -> a.get("id").asText())
                    .containsExactly("f1", "bare");
        }

        @Test
        void aMissingFileIsTold() throws IOException {
            Path set = set("summ-empty");

            StoriesEvaluation.Outcome outcome = evaluation.answer(set, out());

            assertThat(outcome.written()).isEmpty();
            assertThat(outcome.problems()).containsExactly(set.resolve("docs.jsonl") + " is missing");
        }

        @Test
        void aFileInAnotherEncodingIsTold() throws IOException {
            Path set = set("summ-latin");
            Files.write(set.resolve("docs.jsonl"), "{\"id\": \"Zürich\"}".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(evaluation.answer(set, out()).problems())
                    .containsExactly(set.resolve("docs.jsonl") + " is not UTF-8; convert it");
        }

        @Test
        void anAnswerThatCannotBeWrittenIsTold() throws IOException {
            Path set = set("summ-full");
            write(set, "docs.jsonl", FERRY.replace("'title'", "'max_sentences': 1, 'title'"));
            Files.createDirectories(out());
            Files.writeString(out().resolve("summ-full"), "a file in the way");

            StoriesEvaluation.Outcome outcome = evaluation.answer(set, out());

            assertThat(outcome.written()).isEmpty();
            assertThat(outcome.problems()).singleElement().asString().contains("cannot be written");
        }

        @Test
        void aNumberOfSentencesMustBeOne() throws IOException {
            Path set = set("summ-odd");
            String none = FERRY.replace("'title'", "'max_sentences': 0, 'title'");
            write(set, "docs.jsonl", none, none.replace("0,", "'three',").replace("f1", "f2"), FERRY);

            assertThat(evaluation.answer(set, out()).problems())
                    .hasSize(3)
                    .allSatisfy(p -> assertThat(p)
                            .contains("has no \"max_sentences\"; give a whole number of at least 1; left out"));
        }
    }

    @Nested
    class OfFolders {
        @Test
        void setsAreFoundByTheirNamesInOrder() throws IOException {
            set("topics-b");
            set("cluster-a");
            set("other");
            write(in(), "cluster-file", FERRY);

            assertThat(evaluation.sets(in())).containsExactly(in().resolve("cluster-a"), in().resolve("topics-b"));
        }

        @Test
        void aFolderWithoutSetsIsTold() throws IOException {
            set("other");

            assertThatThrownBy(() -> evaluation.sets(in()))
                    .isInstanceOf(EvaluationProblem.class)
                    .hasMessageContaining("holds no folder whose name begins with cluster-");
            assertThatThrownBy(() -> evaluation.sets(in().resolve("gone")))
                    .isInstanceOf(EvaluationProblem.class)
                    .hasMessageContaining("is no folder");
        }

        @Test
        void aFolderOfAnotherKindIsNotAnswered() throws IOException {
            assertThat(evaluation.answer(set("other"), out()).problems())
                    .containsExactly("other is no kind of set that is known");
        }
    }
}
