package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedLinkTest {
    private static final String TARGET = "https://riverpost.example/a?b=c";

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.google.com/url?sa=t&q={}&ved=1",
                "https://www.google.co.uk/url?rct=j&url={}",
                "http://www.bing.com/news/apiclick.aspx?ref=FexRss&url={}&c=1",
                "https://l.facebook.com/l.php?u={}&h=AT0",
                "https://lm.facebook.com/l.php?u={}",
                "https://l.instagram.com/?u={}",
                "https://eur03.safelinks.protection.outlook.com/?url={}&data=x",
                "https://duckduckgo.com/l/?uddg={}",
                "https://out.reddit.com/t3_x?url={}",
                "https://www.youtube.com/redirect?event=video&q={}",
                "https://vk.com/away.php?to={}",
                "https://t.umblr.com/redirect?z={}&t=1",
                "https://slack-redir.net/link?url={}",
                "https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU={}/RK=2/RS=x-",
                "https://counter.example/click.php?id=7&url={}",
                "https://counter.example/go/redirect?target={}"
            })
    void theAddressIsReadFromTheLink(String pattern) {
        assertThat(WrappedLink.unwrap(URI.create(pattern.replace("{}", encoded(TARGET)))))
                .contains(URI.create(TARGET));
    }

    @ParameterizedTest
    @CsvSource({
        "https://web.archive.org/web/20260304101112/https://riverpost.example/a?b=c,https://riverpost.example/a?b=c",
        "https://web.archive.org/web/20260304101112id_/http:/riverpost.example/a,http://riverpost.example/a",
        "https://web.archive.org/web/2026/riverpost.example/a,http://riverpost.example/a",
        "https://archive.ph/2026.03.04-101112/https://riverpost.example/a,https://riverpost.example/a",
        "https://archive.ph/newest/https://riverpost.example/a,https://riverpost.example/a",
        "https://riverpost-example.cdn.ampproject.org/c/s/riverpost.example/a/amp,https://riverpost.example/a/amp",
        "https://riverpost-example.cdn.ampproject.org/v/riverpost.example/a?amp_js_v=1,http://riverpost.example/a?amp_js_v=1",
        "https://www.google.com/amp/s/riverpost.example/a/amp/,https://riverpost.example/a/amp/",
        "https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://riverpost.example/a,https://riverpost.example/a",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__riverpost.example_a&d=x,https://riverpost.example/a",
        "https://urldefense.com/v3/__https://riverpost.example/a__;!!x,https://riverpost.example/a",
        "https://www.bing.com/ck/a?!&u=a1aHR0cHM6Ly9yaXZlcnBvc3QuZXhhbXBsZS9h&ntb=1,https://riverpost.example/a"
    })
    void archivesCachesAndFiltersAreSeenThrough(String link, String target) {
        assertThat(WrappedLink.unwrap(URI.create(link))).contains(URI.create(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://riverpost.example/a?url=https%3A%2F%2Fother.example%2Fb",
                "https://riverpost.example/redirect?url=https%3A%2F%2Friverpost.example%2Fb",
                "https://riverpost.example/redirect?url=%2Fb",
                "https://social.example/intent/post?url=https%3A%2F%2Friverpost.example%2Fb",
                "https://www.google.com/search?q=https%3A%2F%2Friverpost.example%2Fb",
                "https://web.archive.org/details/https",
                "https://t.co/AbC",
                "mailto:ada@riverpost.example",
                "https://www.facebook.com/riverpost"
            })
    void whatWrapsNothingStaysAsItIs(String link) {
        assertThat(WrappedLink.unwrap(URI.create(link))).isEmpty();
    }

    @Nested
    class GivenAHostileLink {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "javascript:alert(1)",
                    "file:///etc/passwd",
                    "httpx://riverpost.example",
                    "//riverpost.example/a",
                    "http://",
                    "ftp://riverpost.example/a",
                    "data:text/html,x"
                })
        void nothingButAWebAddressComesOut(String inner) {
            assertThat(WrappedLink.unwrap(URI.create("https://l.facebook.com/l.php?u=" + encoded(inner))))
                    .isEmpty();
        }

        @Test
        void nameAndPasswordAreLeftOut() {
            assertThat(WrappedLink.unwrap(URI.create(
                            "https://l.facebook.com/l.php?u=" + encoded("https://bank.example@riverpost.example/a"))))
                    .contains(URI.create("https://riverpost.example/a"));
        }

        @Test
        void wrappersWithinWrappersAreOpenedToADepth() {
            String link = TARGET;
            for (int i = 0; i < 3; i++) {
                link = "https://l.facebook.com/l.php?u=" + encoded(link);
            }
            assertThat(WrappedLink.unwrap(URI.create(link))).contains(URI.create(TARGET));
            for (int i = 0; i < 5; i++) {
                link = "https://l.facebook.com/l.php?u=" + encoded(link);
            }
            assertThat(WrappedLink.unwrap(URI.create(link)).orElseThrow().getHost())
                    .isEqualTo("l.facebook.com");
        }

        @Test
        void aBrokenEscapeDoesNoHarm() {
            assertThat(WrappedLink.unwrap(URI.create("https://l.facebook.com/l.php?u=https://r.example/%25zz")))
                    .contains(URI.create("https://r.example/%25zz"));
        }
    }

    @Nested
    class GivenALinkOfGoogleNews {
        private String link(String address) {
            ByteArrayOutputStream id = new ByteArrayOutputStream();
            id.writeBytes(new byte[] {8, 0x13, 0x22});
            int length = address.length();
            if (length > 127) {
                id.write(length & 0x7F | 0x80);
                id.write(length >> 7);
            } else {
                id.write(length);
            }
            id.writeBytes(address.getBytes(StandardCharsets.ISO_8859_1));
            id.writeBytes(new byte[] {(byte) 0xD2, 1, 0});
            return "https://news.google.com/rss/articles/"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(id.toByteArray()) + "?oc=5";
        }

        @Test
        void anOldIdShowsItsAddress() {
            String longer = "https://riverpost.example/" + "a".repeat(150);
            assertThat(link(TARGET)).contains("CBMi");
            assertThat(WrappedLink.unwrap(URI.create(link(TARGET)))).contains(URI.create(TARGET));
            assertThat(WrappedLink.unwrap(URI.create(link(longer)))).contains(URI.create(longer));
            assertThat(WrappedLink.isOpaque(URI.create(link(TARGET)))).isFalse();
        }

        @Test
        void aNewIdIsOpaque() {
            URI opaque = URI.create(link("AU_yqLPabcdefghijklmnopqrstuvwxyz0123456789"));
            assertThat(WrappedLink.unwrap(opaque)).isEmpty();
            assertThat(WrappedLink.isOpaque(opaque)).isTrue();
        }

        @Test
        void anIdThatIsCutIsOpaque() {
            String whole = link(TARGET).replaceAll("\\?.*", "");
            URI cut = URI.create(whole.substring(0, whole.length() - 12));
            assertThat(WrappedLink.unwrap(cut)).isEmpty();
            assertThat(WrappedLink.isOpaque(cut)).isTrue();
        }

        @Test
        void anAddressWithBlanksIsNone() {
            assertThat(WrappedLink.unwrap(URI.create(link("https://riverpost.example/a b"))))
                    .isEmpty();
        }
    }

    @Test
    void otherLinksAreNotOpaque() {
        assertThat(WrappedLink.isOpaque(URI.create("https://apple.news/AbCdEf")))
                .isTrue();
        assertThat(WrappedLink.isOpaque(URI.create("https://t.co/AbC"))).isFalse();
        assertThat(WrappedLink.isOpaque(URI.create("https://news.google.com/topics/x")))
                .isFalse();
    }
}
