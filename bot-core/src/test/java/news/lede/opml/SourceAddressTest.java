package news.lede.opml;

import static org.assertj.core.api.Assertions.assertThat;

import news.lede.opml.PassedOver.Reason;
import news.lede.opml.SourceAddress.Unusable;
import news.lede.opml.SourceAddress.Usable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://pier.example/feed, https://pier.example/feed",
        "HTTPS://PIER.example/Feed, https://pier.example/Feed",
        "https://pier.example, https://pier.example/",
        "https://pier.example:443/feed#x, https://pier.example/feed",
        "http://pier.example:80/, http://pier.example/",
        "http://pier.example:443/, http://pier.example:443/",
        "feed://pier.example/rss, http://pier.example/rss",
        "feed:https://pier.example/rss, https://pier.example/rss",
        "https://pier.example/a b|c, https://pier.example/a%20b%7Cc",
        "https://pier.example/?q=a%20b, https://pier.example/?q=a%20b",
        "https://häfen.example/öl, https://xn--hfen-loa.example/%C3%B6l",
        "http://[::1]:8080/x, http://[::1]:8080/x",
    })
    void isWrittenOneWay(String typed, String address) {
        assertThat(SourceAddress.read(typed)).isEqualTo(new Usable(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pier.example/feed",
                "ftp://pier.example/",
                "javascript:alert(1)",
                "https:///feed",
                "https://",
                "lede:imported",
                "https:pier.example",
                "file:///etc/passwd"
            })
    void isNoneWithoutSchemeOrHost(String typed) {
        assertThat(SourceAddress.read(typed)).isEqualTo(new Unusable(Reason.NOT_WEB));
    }

    @Test
    void holdsNoPassword() {
        assertThat(SourceAddress.read("https://ada:secret@pier.example/")).isEqualTo(new Unusable(Reason.CREDENTIALS));
        assertThat(SourceAddress.read("https://ada@pier.example/")).isEqualTo(new Unusable(Reason.CREDENTIALS));
    }
}
