package news.lede.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedEvaluationTest {
    @TempDir
    Path folder;

    private final FeedEvaluation evaluation =
            new FeedEvaluation(InstantSource.fixed(Instant.parse("2026-05-04T08:00:00Z")));

    @Test
    void aFolderOfDocumentsBecomesPredictions() throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        Files.writeString(
                folder.resolve("docs/a.xml"),
                TestFeeds.rss(
                                "<item><guid>https://paper.example/1</guid><title>Новости &lt;b&gt;дня&lt;/b&gt;</title><pubDate>Mon, 04 May 2026 07:00:00 GMT</pubDate>"
                                        + "<description>&lt;p&gt;Text&lt;/p&gt;</description><category>Sea</category></item>"
                                        + "<item><title>ahead</title><pubDate>Mon, 04 May 2030 07:00:00 GMT</pubDate></item>")
                        .replace("?>", " encoding='windows-1251'?>"),
                Charset.forName("windows-1251"));
        Files.writeString(folder.resolve("docs/b.xml"), "<html/>");
        Files.writeString(
                folder.resolve("requests.json"),
                "[{\"id\":\"a\",\"doc\":\"docs/a.xml\",\"url\":\"https://paper.example/feed\","
                        + "\"headers\":{\"Content-Type\":\"text/xml; charset=\\\"windows-1251\\\"\"}},{\"id\":\"b\",\"doc\":\"docs/b.xml\",\"url\":\"\",\"headers\":{}}]");
        Path out = folder.resolve("new/out");

        assertThat(evaluation.run(folder, out)).isEqualTo(new FeedEvaluation.Count(2, 1));

        JsonNode written =
                new ObjectMapper().readTree(out.resolve("predictions.json").toFile());
        JsonNode first = written.path("a").path("entries").path(0);
        assertThat(written.path("a").path("ok").asBoolean()).isTrue();
        assertThat(written.path("a").path("feed").path("title").asText()).isEqualTo("The Velmora Post");
        assertThat(first.path("title").asText()).isEqualTo("Новости дня");
        assertThat(first.path("link").asText()).isEqualTo("https://paper.example/1");
        assertThat(first.path("key").asText()).isEqualTo("link:paper.example/1");
        assertThat(first.path("published").asText()).isEqualTo("2026-05-04T07:00:00Z");
        assertThat(first.path("summary").asText()).isEqualTo("Text");
        assertThat(first.path("categories").path(0).asText()).isEqualTo("Sea");
        assertThat(written.path("a").path("entries").path(1).has("published")).isFalse();
        assertThat(written.path("b").path("ok").asBoolean(true)).isFalse();
        assertThat(written.path("b").path("error").asText()).contains("web page");
    }

    @Test
    void aMissingDocumentIsToldAndAnEarlierResultStays() throws IOException {
        Files.writeString(folder.resolve("requests.json"), "[{\"id\":\"a\",\"doc\":\"docs/none.xml\"}]");
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("predictions.json"), "{}");

        assertThatThrownBy(() -> evaluation.run(folder, out)).isInstanceOf(IOException.class);
        assertThat(out.resolve("predictions.json")).hasContent("{}");
        assertThat(out).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }
}
