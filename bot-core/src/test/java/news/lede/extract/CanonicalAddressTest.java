package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalAddressTest {
    private static final URI FETCHED = URI.create("https://m.riverpost.example/news/lock/amp?amp=1");

    private static Optional<URI> canonical(String head, Optional<URI> fetched) {
        Document page = Jsoup.parse("<html><head>" + head + "</head></html>");
        Landmarks landmarks = new Landmarks(page);
        return CanonicalAddress.of(landmarks, new Metas(landmarks), fetched);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.riverpost.example/news/lock,https://www.riverpost.example/news/lock",
        "/news/lock,https://m.riverpost.example/news/lock",
        "https://www.riverpost.example/,https://m.riverpost.example/news/lock/amp?amp=1",
        "https://www.otherpost.example/news/lock,https://m.riverpost.example/news/lock/amp?amp=1",
        "javascript:alert(1),https://m.riverpost.example/news/lock/amp?amp=1",
        "https://www.riverpost.example/?id=7,https://www.riverpost.example/?id=7"
    })
    void isWithinTheSiteAndNoHomePage(String stated, String expected) {
        assertThat(canonical("<link rel=canonical href='" + stated + "'>", Optional.of(FETCHED)))
                .contains(URI.create(expected));
    }

    @Test
    void isTheSharedOneWhenNoneIsLinked() {
        assertThat(canonical(
                        "<meta property=og:url content='https://www.riverpost.example/news/lock'>",
                        Optional.of(FETCHED)))
                .contains(URI.create("https://www.riverpost.example/news/lock"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.riverpost.example/a,riverpost.example",
        "https://amp.riverpost.example/a,riverpost.example",
        "https://www.riverpost.co.uk/a,riverpost.co.uk",
        "https://otherpost.co.uk/a,otherpost.co.uk",
        "https://ada.blogspot.com/a,ada.blogspot.com",
        "http://192.168.7.9/a,192.168.7.9",
        "http://localhost:9000/a,localhost"
    })
    void aSiteIsWhoOwnsTheName(String address, String site) {
        assertThat(Site.of(URI.create(address)).name()).isEqualTo(site);
    }
}
