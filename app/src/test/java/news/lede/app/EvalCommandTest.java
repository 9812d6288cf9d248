package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import news.lede.app.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
    private static final String PAGE =
            "<html><head><title>Lock closed again</title></head><body><h1>Lock closed again</h1><p>4 March 2026</p>"
                    + "<p>The lock at the old bridge was closed on Monday because of the storm, the town said in the evening.</p>"
                    + "<p>Thirty barges wait above the weir, and their skippers sleep on board until the gates open.</p></body></html>";

    @TempDir
    Path folder;

    private Program program = new Program(Path.of(""));

    @BeforeEach
    void start() {
        program = new Program(folder.resolve("data"));
    }

    private Ended eval(String kind) {
        return program.run("eval", kind, "--in", folder.resolve("in").toString(), "--out", out().toString());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private void put(String file, byte[] bytes) throws IOException {
        Path path = folder.resolve("in").resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
    }

    private void put(String file, String text) throws IOException {
        put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Nested
    class GivenAWholeFolder {
        @Test
        void whenPagesAreExtracted_thenPredictionsAreWritten() throws IOException {
            put("pages.json", "{\"one\":{\"url\":\"https://riverpost.example/lock\"}}");
            put("pages/one.html.gz", gzip(PAGE));
            put("ground-truth.json", "this is never read");

            Ended ended = eval("extraction");

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("1 pages read, 1 articles found.");
            assertThat(Files.readString(out().resolve("predictions.json")))
                    .contains("\"headline\":\"Lock closed again\"", "\"datePublished\":\"2026-03-04\"");
            assertThat(out().resolve("predictions.json.part")).doesNotExist();
        }

        @Test
        void whenFeedsAreRead_thenPredictionsAreWritten() throws IOException {
            put(
                    "requests.json",
                    "[{\"id\":\"a\",\"doc\":\"docs/a.xml\",\"url\":\"https://r.example/feed\",\"headers\":{}}]");
            put(
                    "docs/a.xml",
                    "<rss version='2.0'><channel><title>River</title><item><title>Lock closed</title></item></channel></rss>");

            Ended ended = eval("feeds");

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("1 documents read, 1 of them feeds.");
            assertThat(Files.readString(out().resolve("predictions.json"))).contains("Lock closed");
        }
    }

    @Nested
    class GivenAWrongFolder {
        @Test
        void whenThereIsNone_thenItSaysWhatTheFolderHolds() {
            Ended ended = eval("extraction");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("in is no folder. Name the folder that holds pages.json and pages/");
        }

        @Test
        void whenPartsAreMissing_thenEachIsNamed() throws IOException {
            put("docs/a.xml", "<rss/>");

            assertThat(eval("extraction").err()).contains("pages.json is missing", "pages is missing");
            assertThat(eval("feeds").err()).contains("requests.json is missing").doesNotContain("docs is missing");
        }

        @Test
        void whenAPageIsMissingOrDamaged_thenItIsNamedAndNothingIsWritten() throws IOException {
            put("pages.json", "{\"one\":{}}");
            put("pages/two.html.gz", gzip(PAGE));
            Ended missing = eval("extraction");
            put("pages/one.html.gz", "no gzip");
            Ended damaged = eval("extraction");

            assertThat(missing.code()).isEqualTo(1);
            assertThat(missing.err()).contains("one.html.gz is named in pages.json but is not there");
            assertThat(damaged.code()).isEqualTo(1);
            assertThat(damaged.err()).contains("one.html.gz cannot be used (it is damaged");
            assertThat(out()).isEmptyDirectory();
        }

        @Test
        void whenTheListIsNoJson_thenItSaysSo() throws IOException {
            put("pages.json", "[1");
            put("pages/one.html.gz", gzip(PAGE));
            assertThat(eval("extraction").err()).contains("pages.json cannot be used (it is no JSON");
            put("pages.json", "[]");
            assertThat(eval("extraction").err()).contains("pages.json cannot be used (it holds no object of pages)");
        }

        @Test
        void whenTheResultsFolderIsAFile_thenItSaysSo() throws IOException {
            put("pages.json", "{}");
            put("pages/one.html.gz", gzip(PAGE));
            Files.writeString(out(), "x");
            assertThat(eval("extraction").err()).contains("out is a file. Name a folder after --out.");
        }
    }

    @Nested
    class GivenAWrongKind {
        @Test
        void whenItIsUnknown_thenTheKnownOnesAreNamed() {
            Ended ended = eval("weather");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("feeds, extraction, stories");
        }
    }

    @Nested
    class GivenLabelledStories {
        private static final String DOCUMENT =
                "{\"id\": \"d1\", \"lang\": \"en\", \"title\": \"\", \"max_sentences\": 1, \"text\":"
                        + " \"The lock at the old bridge was closed on Monday because of the storm.\"}";

        @Test
        void whenASetIsWhole_thenItIsAnsweredInAFolderOfItsName() throws IOException {
            put("summ-locks/docs.jsonl", DOCUMENT);
            Ended ended = eval("stories");
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("1 sets answered. Written: " + out());
            assertThat(out().resolve("summ-locks/summaries.jsonl"))
                    .content()
                    .contains("The lock at the old bridge was closed on Monday");
        }

        @Test
        void whenStoriesAreGrouped_thenTheBotsOwnStoreAndIndexDoIt() throws IOException {
            put(
                    "headline-locks/stories.jsonl",
                    "{\"id\": \"s1\", \"max_words\": 30, \"articles\": [" + DOCUMENT + "]}");
            assertThat(eval("stories").code()).isZero();
            assertThat(out().resolve("headline-locks/summaries.jsonl"))
                    .content()
                    .contains("\"article\":\"d1\"");
        }

        @Test
        void whenALineCannotBeUsed_thenItIsToldAndTheOthersAreAnswered() throws IOException {
            put("summ-locks/docs.jsonl", "{}\n" + DOCUMENT);
            Ended ended = eval("stories");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("summ-locks: docs.jsonl line 1 has no \"id\"");
            assertThat(out().resolve("summ-locks/summaries.jsonl")).content().contains("d1");
        }

        @Test
        void whenNoSetIsThere_thenItSaysWhatASetIsCalled() throws IOException {
            put("pages.json", "{}");
            Ended ended = eval("stories");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("cluster-, summ-, mds-, headline- or topics-");
        }

        @Test
        void whenTheResultsFolderIsAFile_thenItSaysSo() throws IOException {
            put("summ-locks/docs.jsonl", DOCUMENT);
            Files.writeString(out(), "x");
            assertThat(eval("stories").err()).contains("out is a file. Name a folder after --out.");
        }
    }
}
