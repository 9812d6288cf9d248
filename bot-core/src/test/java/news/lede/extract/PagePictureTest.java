package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PagePictureTest {
    private static final Optional<URI> PAGE = Optional.of(URI.create("https://courier.example/news/ferry.html"));

    private static Optional<String> picture(Optional<URI> page, String... metas) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < metas.length; i += 2) {
            head.append("<meta property=\"")
                    .append(metas[i])
                    .append("\" content=\"")
                    .append(metas[i + 1])
                    .append("\">");
        }
        org.jsoup.nodes.Document html = Jsoup.parse("<html><head>" + head + "</head><body></body></html>");
        return new FactsReader().read(html, page).image().map(URI::toString);
    }

    @Test
    void isWhatThePageNamesForSharing() {
        assertThat(picture(PAGE, "og:image", "https://courier.example/ferry.jpg"))
                .contains("https://courier.example/ferry.jpg");
        assertThat(picture(PAGE, "twitter:image", "https://courier.example/ferry.jpg"))
                .contains("https://courier.example/ferry.jpg");
        assertThat(picture(PAGE)).isEmpty();
    }

    @Test
    void relativeAddressesBeginAtThePage() {
        assertThat(picture(PAGE, "og:image", "/big/ferry off norby.jpg"))
                .contains("https://courier.example/big/ferry%20off%20norby.jpg");
        assertThat(picture(Optional.empty(), "og:image", "/big/ferry.jpg")).isEmpty();
    }

    @Test
    void anEncryptedOneIsPreferred() {
        assertThat(picture(
                        PAGE,
                        "og:image",
                        "http://courier.example/ferry.jpg",
                        "og:image:secure_url",
                        "https://courier.example/ferry.jpg"))
                .contains("https://courier.example/ferry.jpg");
    }

    @Test
    void whatCountsReadersIsNoPicture() {
        assertThat(picture(
                        PAGE, "og:image", "https://count.example/p.gif", "og:image:width", "1", "og:image:height", "1"))
                .isEmpty();
        assertThat(picture(PAGE, "og:image", "https://courier.example/f.jpg", "og:image:width", "1200"))
                .isPresent();
    }

    @Test
    void whatIsNoAddressOrHoldsThePictureItselfIsLeftOut() {
        assertThat(picture(PAGE, "og:image", "data:image/png;base64,AAAA")).isEmpty();
        assertThat(picture(PAGE, "og:image", "http://[broken")).isEmpty();
        assertThat(picture(PAGE, "og:image", "javascript:alert(1)")).isEmpty();
    }
}
