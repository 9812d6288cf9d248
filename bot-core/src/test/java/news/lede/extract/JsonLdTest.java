package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTest {
    private static JsonLd of(String... scripts) {
        StringBuilder html = new StringBuilder();
        for (String script : scripts) {
            html.append("<script type='application/ld+json'>").append(script).append("</script>");
        }
        return new JsonLd(new Landmarks(Jsoup.parse(html.toString())));
    }

    private static Optional<String> headline(JsonLd jsonLd, Optional<String> title) {
        return jsonLd.article(title).flatMap(a -> JsonLd.text(a, "headline"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"NewsArticle\"", "\"BlogPosting\"", "\"Report\"", "\"NewsStory\"", "[\"Thing\",\"Article\"]"})
    void articlesAreKnownByTheirType(String type) {
        assertThat(headline(of("{\"@type\":" + type + ",\"headline\":\"A\"}"), Optional.empty()))
                .contains("A");
    }

    @Test
    void otherThingsAreNoArticles() {
        assertThat(of("{\"@type\":\"Person\",\"headline\":\"A\"}").article(Optional.empty()))
                .isEmpty();
        assertThat(of("{broken").article(Optional.empty())).isEmpty();
        assertThat(of().article(Optional.of("A"))).isEmpty();
    }

    @Test
    void theLikestHeadlineIsChosenAndTheFirstOfEquals() {
        JsonLd two = of(
                "{broken",
                "{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Boats leave\"},{\"@type\":\"Article\",\"headline\":\"The lock is closed\"}]}");
        assertThat(headline(two, Optional.of("Lock is closed"))).contains("The lock is closed");
        assertThat(headline(two, Optional.of("Nothing alike"))).contains("Boats leave");
        assertThat(headline(two, Optional.empty())).contains("Boats leave");
    }

    @Test
    void textsAreCleanAndFirstOfLists() {
        JsonNode node =
                of("{\"@type\":\"Article\",\"headline\":[\"Tarn &amp;  Sons\",\"B\"],\"empty\":\" \",\"number\":3,\"none\":[]}")
                        .article(Optional.empty())
                        .orElseThrow();
        assertThat(JsonLd.text(node, "headline")).contains("Tarn & Sons");
        assertThat(JsonLd.text(node, "empty")).isEmpty();
        assertThat(JsonLd.text(node, "number")).isEmpty();
        assertThat(JsonLd.text(node, "none")).isEmpty();
        assertThat(JsonLd.text(node, "absent")).isEmpty();
        assertThat(JsonLd.body(node)).isEmpty();
    }

    @Test
    void theBodyKeepsItsLines() {
        assertThat(of("{\"@type\":\"Article\",\"articleBody\":\"One.\\nTwo.\"}")
                        .article(Optional.empty())
                        .flatMap(JsonLd::body))
                .contains("One.\nTwo.");
        assertThat(of("{\"@type\":\"Article\",\"articleBody\":\" \"}")
                        .article(Optional.empty())
                        .flatMap(JsonLd::body))
                .isEmpty();
    }

    @Test
    void namesAreReadFromTextsObjectsListsAndReferences() {
        JsonLd jsonLd = of(
                "{\"@type\":\"Article\",\"author\":[\"Ada\",{\"name\":\"Ben\"},{\"name\":[\"Cy\",\"Dot\"]},{\"@id\":\"#e\"},{\"@id\":\"#x\"},\"Ada\"],\"publisher\":{\"name\":\"Post\"}}",
                "{\"@id\":\"#e\",\"name\":\"Eve\"}",
                "{\"@id\":\"#x\"}");
        JsonNode article = jsonLd.article(Optional.empty()).orElseThrow();
        assertThat(jsonLd.names(article, "author")).containsExactly("Ada", "Ben", "Cy", "Dot", "Eve");
        assertThat(jsonLd.names(article, "publisher")).containsExactly("Post");
        assertThat(jsonLd.names(article, "absent")).isEmpty();
    }
}
