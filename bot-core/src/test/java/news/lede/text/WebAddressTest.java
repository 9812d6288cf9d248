package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    private static final Optional<URI> BASE = Optional.of(URI.create("https://paper.example/news/a/list.xml?x=1"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p | https://paper.example/news/a/p
            ./p | https://paper.example/news/a/p
            ../p | https://paper.example/news/p
            ../../../../p | https://paper.example/p
            .. | https://paper.example/news/
            /p/../q?a=../b | https://paper.example/q?a=../b
            ?y=2 | https://paper.example/news/a/list.xml?y=2
            #top | https://paper.example/news/a/list.xml?x=1#top
            //cdn.example/i | https://cdn.example/i
            HTTP://Other.Example/P | HTTP://Other.Example/P
            https:/one.example/slash | https://one.example/slash
            https://bücher.example/ä | https://xn--bcher-kva.example/ä
            https://a_b.example/under | https://a_b.example/under
            https://x.example/a b | https://x.example/a%20b
            https://x.example/100% | https://x.example/100%25
            https://x.example/%7Ea | https://x.example/%7Ea
            https://me:pw@x.example/a@b | https://x.example/a@b
            https://x.example:8080/ | https://x.example:8080/
            """)
    void referencesAreResolvedAndMadeSafe(String written, String address) {
        assertThat(WebAddress.resolve(BASE, written)).contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "javascript:x",
                "mailto:a@b",
                "http://",
                "http:",
                "https://:80/",
                "http://a b/",
                "tag:x,2026:1",
                "urn:a"
            })
    void whatIsNoWebAddressIsNone(String written) {
        assertThat(WebAddress.resolve(BASE, written)).isEmpty();
    }

    @Test
    void withoutABaseOnlyAbsoluteAddressesAreKnown() {
        assertThat(WebAddress.resolve(Optional.empty(), "p")).isEmpty();
        assertThat(WebAddress.absolute("p")).isEmpty();
        assertThat(WebAddress.absolute(" https://x.example/\n ")).contains(URI.create("https://x.example/"));
    }

    @Test
    void blanksAndControlsInsideAreDropped() {
        assertThat(WebAddress.absolute("ht\ttps://x.exa\nmple/a\u200Bb\u202Ec"))
                .contains(URI.create("https://x.example/abc"));
    }

    @Test
    void whatIsTooLongIsNoAddress() {
        assertThat(WebAddress.absolute("https://x.example/" + "a".repeat(9_000)))
                .isEmpty();
    }
}
