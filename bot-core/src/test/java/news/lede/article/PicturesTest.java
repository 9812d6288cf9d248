package news.lede.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final URI PLAIN = URI.create("http://a.example/1.jpg");
    private static final URI SAFE = URI.create("https://a.example/2.jpg");

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/1.jpg", "http://a.example/1", "HTTPS://a.example/x?y=1"})
    void whatIsOnTheWebIsShown(String address) {
        assertThat(Pictures.isShown(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1.jpg",
                "//a.example/1.jpg",
                "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
                "ftp://a.example/1.jpg",
                "https:///1.jpg",
                "https://me:secret@a.example/1.jpg",
                "javascript:alert(1)"
            })
    void nothingElseIs(String address) {
        assertThat(Pictures.isShown(URI.create(address))).isFalse();
    }

    @Test
    void anAddressMayHaveAsManyCharactersAsPlatformsTake() {
        String start = "https://a.example/";
        assertThat(Pictures.isShown(URI.create(start + "x".repeat(2048 - start.length()))))
                .isTrue();
        assertThat(Pictures.isShown(URI.create(start + "x".repeat(2049 - start.length()))))
                .isFalse();
        assertThat(Pictures.isShown(URI.create(start + "\u00e4".repeat(400)))).isFalse();
    }

    @Test
    void anEncryptedOneGoesBeforeThoseThatAreNot() {
        assertThat(Pictures.best(List.of(PLAIN, SAFE))).contains(SAFE);
        assertThat(Pictures.best(List.of(PLAIN, URI.create("ftp://a.example/3.jpg"))))
                .contains(PLAIN);
        assertThat(Pictures.best(List.of())).isEmpty();
    }
}
