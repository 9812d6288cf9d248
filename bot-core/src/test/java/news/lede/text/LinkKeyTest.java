package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkKeyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://www.paper.example/a/ | paper.example/a
            http://PAPER.example:80/a#top | paper.example/a
            https://paper.example:8443/a | paper.example:8443/a
            https://paper.example/a?b=2&a=1 | paper.example/a?a=1&b=2
            https://paper.example/a?utm_source=x&UTM_Medium=y&id=5&fbclid=z | paper.example/a?id=5
            https://paper.example/a?source=rss&from=feed | paper.example/a
            https://paper.example/a?source=harbour | paper.example/a?source=harbour
            https://paper.example/?p=12 | paper.example?p=12
            https://paper.example/#!/story/1 | paper.example#!/story/1
            https://paper.example/app#/story/1 | paper.example/app#/story/1
            """)
    void whatDoesNotNameThePageDoesNotCount(String link, String key) {
        assertThat(LinkKey.of(URI.create(link))).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://paper.example",
                "https://paper.example/",
                "https://paper.example/?utm_source=x",
                "https://paper.example/#top",
                "mailto:a@b.example"
            })
    void aHomePageHasNoKey(String link) {
        assertThat(LinkKey.of(URI.create(link))).isEmpty();
    }
}
