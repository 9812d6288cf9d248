package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageStateTest {
    private static final String SENTENCE =
            "The ferry of Port Ellery left its berth number %d on Tuesday with forty people and nine goats aboard.";

    private static List<String> sentences(int count) {
        return IntStream.range(0, count).mapToObj(i -> SENTENCE.formatted(i)).toList();
    }

    private static String items(int count) {
        return sentences(count).stream()
                .map(s -> "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"value\":\"" + s + "\"}]}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> read(String script) {
        return PageState.paragraphs(Jsoup.parse("<body><script>" + script + "</script></body>"), 60);
    }

    @Test
    void theListOfParagraphsIsRead() {
        assertThat(read("{\"menu\":[{\"text\":\"Home\"}],\"story\":{\"body\":" + items(9) + "}}"))
                .isEqualTo(sentences(9));
    }

    @Test
    void aScriptThatAssignsOneValueIsRead() {
        assertThat(read("window.STATE = {\"story\":" + items(9) + "};")).isEqualTo(sentences(9));
    }

    @Test
    void textWrittenAsHtmlIsRead() {
        String html = sentences(12).stream().collect(Collectors.joining("<\\/p><p>", "<p>", "<\\/p>"));
        assertThat(read("{\"post\":{\"html\":\"" + html + "\"}}")).isEqualTo(sentences(12));
    }

    @Test
    void linksAreTheirText() {
        String body = items(9).replace("the", "<a href='x'>the</a>");
        assertThat(read("{\"body\":" + body + "}")).isEqualTo(sentences(9));
    }

    @Test
    void shortAndBrokenAndOtherScriptsSayNothing() {
        assertThat(read("{\"body\":" + items(2) + "}")).isEmpty();
        assertThat(read("{\"body\":" + items(9))).isEmpty();
        assertThat(read("run(function () { return {\"body\":" + items(9) + "}; })"))
                .isEmpty();
        assertThat(read("{\"rows\":[1,2,3],\"x\":\"" + "a".repeat(2000) + "\"}"))
                .isEmpty();
    }

    @Test
    void deepNestingIsBounded() {
        assertThat(read("{\"a\":" + "[".repeat(900) + "1" + "]".repeat(900) + ",\"b\":" + items(9) + "}"))
                .isEqualTo(sentences(9));
    }

    @Test
    void aPageThatShowsOnlyTheBeginningIsCompleted() {
        String page =
                "<html><head><title>Ferry of Port Ellery leaves with goats</title><meta name=description content=\""
                        + SENTENCE.formatted(0) + "\"></head><body><h1>Ferry of Port Ellery leaves with goats</h1><p>"
                        + SENTENCE.formatted(0) + "</p><script type=application/json>{\"body\":" + items(12)
                        + "}</script></body></html>";
        Extraction found = new DocumentExtractor()
                .extract(new Document(
                        page.getBytes(StandardCharsets.UTF_8), Optional.empty(), Instant.EPOCH, Optional.empty()));
        assertThat(found)
                .isInstanceOfSatisfying(
                        Extraction.Page.class,
                        p -> assertThat(p.main().paragraphs()).isEqualTo(sentences(12)));
    }

    @Test
    void otherTextInScriptsIsNotTheArticle() {
        String page = "<html><head><title>Lighthouse painted red</title></head><body><h1>Lighthouse painted red</h1><p>"
                + "The lighthouse keeper painted the tower red this week, and it took three days and two ladders.</p>"
                + "<script type=application/json>{\"body\":" + items(12) + "}</script></body></html>";
        Extraction found = new DocumentExtractor()
                .extract(new Document(
                        page.getBytes(StandardCharsets.UTF_8), Optional.empty(), Instant.EPOCH, Optional.empty()));
        assertThat(found)
                .isInstanceOfSatisfying(
                        Extraction.Page.class,
                        p -> assertThat(p.main().paragraphs())
                                .singleElement()
                                .asString()
                                .contains("two ladders"));
    }
}
