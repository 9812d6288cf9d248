package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://example.org/a, https://example.org/a",
        "HTTPS://Example.org/A?b=c#d, HTTPS://Example.org/A?b=c#d",
        "<https://example.org/a>, https://example.org/a",
        "(see https://example.org/a)., https://example.org/a",
        "www.example.org, https://www.example.org",
        "first http://a.example/1 then http://b.example/2, http://a.example/1",
        "broken https://exa mple.org/x, https://exa",
    })
    void isFoundAmongWords(String text, String link) {
        assertThat(Links.firstIn(text)).contains(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "harbour",
                "https://",
                "https:///a",
                "ftp://example.org/a",
                "http://[x",
                "https://a b",
                "javascript:alert(1)",
                "mailto:a@example.org"
            })
    void isNotSeenInOtherWords(String word) {
        assertThat(Links.parse(word)).isEmpty();
    }
}
