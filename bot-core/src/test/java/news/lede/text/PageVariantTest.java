package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageVariantTest {
    private static final Optional<String> PLAIN =
            LinkKey.of(URI.create("https://www.riverpost.example/news/lock-closed"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://m.riverpost.example/news/lock-closed",
                "https://amp.riverpost.example/news/lock-closed",
                "https://mobile.riverpost.example/news/lock-closed/",
                "https://riverpost.example/news/lock-closed/amp",
                "https://riverpost.example/news/lock-closed/amp/",
                "https://riverpost.example/news/lock-closed.amp",
                "https://riverpost.example/amp/news/lock-closed",
                "https://riverpost.example/news/lock-closed?amp=1",
                "https://riverpost.example/news/lock-closed?amp",
                "https://riverpost.example/news/lock-closed?outputType=amp",
                "https://riverpost.example/news/lock-closed/print",
                "https://riverpost.example/print/news/lock-closed",
                "https://riverpost.example/news/lock-closed?print=1",
                "https://riverpost.example/news/lock-closed?view=print&utm_source=x",
                "https://riverpost.example/news/lock-closed?mode=printable"
            })
    void aPageForPhonesPrintOrCachesIsTheSamePage(String variant) {
        assertThat(LinkKey.of(URI.create(variant))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "https://m.example/news/lock,m.example/news/lock",
        "https://media.riverpost.example/news/lock,media.riverpost.example/news/lock",
        "https://riverpost.example/amp,riverpost.example/amp",
        "https://riverpost.example/tech/amp,riverpost.example/tech/amp",
        "https://riverpost.example/print/today,riverpost.example/print/today",
        "https://riverpost.example/a?print=no,riverpost.example/a?print=no",
        "https://riverpost.example/a?page=2,riverpost.example/a?page=2",
        "https://riverpost.example/lock-closed.amp.html,riverpost.example/lock-closed.html",
        "https://riverpost.example/amp/lock-closed-at-the-bridge,riverpost.example/lock-closed-at-the-bridge",
        "https://sport.riverpost.example/lock,sport.riverpost.example/lock"
    })
    void whatOnlyLooksLikeAVariantStays(String link, String key) {
        assertThat(LinkKey.of(URI.create(link))).contains(key);
    }
}
