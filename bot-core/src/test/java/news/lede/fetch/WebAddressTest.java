package news.lede.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    private static final URI BASE = URI.create("https://news.example.org/a/b?c=d");

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http://example.org http://example.org",
                "HTTP://Example.ORG/Feed http://example.org/Feed",
                "http://müller.example/straße?q=ä http://xn--mller-kva.example/stra%C3%9Fe?q=%C3%A4",
                "http://127\u30020\uFF0E0\uFF611/ http://127.0.0.1/",
                "http://example.org/100%/x%2Fy%zz http://example.org/100%25/x%2Fy%25zz",
                "http://example.org/a[1]|{2}?x[]=^ http://example.org/a%5B1%5D%7C%7B2%7D?x%5B%5D=%5E",
                "http://example.org\\a\\b http://example.org/a/b",
                "http://[2001:DB8::1]:8080/x http://[2001:db8::1]:8080/x",
                "http://example.org/feed#part http://example.org/feed",
                "http://under_score.example.org/x http://under_score.example.org/x"
            })
    void addressesAreReadAsTheyAreWrittenInTheWild(String text, String read) {
        assertThat(WebAddress.parse(text)).contains(URI.create(read));
    }

    @Test
    void blanksAroundAndBreaksInsideAreDropped() {
        assertThat(WebAddress.parse(" \n https://example.org/a b\tc\r\nd "))
                .contains(URI.create("https://example.org/a%20bcd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/feed",
                "//example.org",
                "http://exa mple.org/",
                "http://[broken",
                ":http",
                "http://a\u0000b/"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @Test
    void anAddressLongerThanAnyServerTakesIsNone() {
        assertThat(WebAddress.parse("http://example.org/" + "x".repeat(9_000))).isEmpty();
        assertThat(WebAddress.resolve(BASE, "x".repeat(9_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/x, https://news.example.org/x",
        "x, https://news.example.org/a/x",
        "../x, https://news.example.org/x",
        "?e=f, https://news.example.org/a/b?e=f",
        "//other.example/x, https://other.example/x",
        "HTTP://other.example, http://other.example",
        "'/two words', https://news.example.org/two%20words",
        "'#part', https://news.example.org/a/b?c=d",
        "javascript:alert(1), javascript:alert(1)",
        "file:///etc/passwd, file:///etc/passwd"
    })
    void referencesAreResolved(String reference, String whole) {
        assertThat(WebAddress.resolve(BASE, reference)).contains(URI.create(whole));
    }

    @Test
    void aReferenceFromABareHostStaysOnIt() {
        assertThat(WebAddress.resolve(URI.create("http://example.org"), "feed"))
                .contains(URI.create("http://example.org/feed"));
    }

    @Test
    void headersAreReadAsUtf8WhereTheyAre() {
        String wire = new String("/straße".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(WebAddress.fromHeader(wire)).isEqualTo("/straße");
        assertThat(WebAddress.fromHeader("/stra\u00DFe")).isEqualTo("/straße");
    }

    @ParameterizedTest
    @CsvSource({
        "http://Example.org./x, example.org, 80",
        "https://example.org/x, example.org, 443",
        "https://user:pass@example.org:8443/x, example.org, 8443",
        "http://[::1]/, [::1], 80",
        "http://[::1]:9/, [::1], 9",
        "http://example.org:/, example.org, 80",
        "http://example.org:99999/, example.org, -1",
        "http://example.org:0/, example.org, -1",
        "http://a_b.example:81/, a_b.example, 81"
    })
    void hostAndPortAreWhatIsConnectedTo(URI address, String host, int port) {
        assertThat(WebAddress.host(address)).isEqualTo(host);
        assertThat(WebAddress.port(address)).isEqualTo(port);
    }

    @Test
    void aPasswordIsLeftOutWhereItCouldBeShown() {
        assertThat(WebAddress.withoutCredentials(URI.create("https://u:p@example.org/x?y=u:p@example.org")))
                .hasToString("https://example.org/x?y=u:p@example.org");
        assertThat(WebAddress.withoutCredentials(BASE)).isEqualTo(BASE);
    }
}
