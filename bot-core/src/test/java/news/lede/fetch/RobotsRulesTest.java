package news.lede.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsRulesTest {
    private static boolean allows(String file, String path) {
        return RobotsRules.parse(file.getBytes(UTF_8), "Lede").allows(URI.create("https://news.example.org" + path));
    }

    @Test
    void anEmptyFileForbidsNothing() {
        assertThat(allows("", "/x")).isTrue();
        assertThat(allows("<html>not found</html>", "/x")).isTrue();
    }

    @Nested
    class GivenGroups {
        @Test
        void ourOwnCountsInPlaceOfThatForEverybody() {
            String file = "User-agent: *\nDisallow: /\n\nUser-agent: lede\nDisallow: /private\n";
            assertThat(allows(file, "/news")).isTrue();
            assertThat(allows(file, "/private/x")).isFalse();
        }

        @Test
        void severalOfOursCountTogether() {
            String file =
                    "User-agent: Lede\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: LEDE/2.0 news\nDisallow: /b\n";
            assertThat(allows(file, "/a")).isFalse();
            assertThat(allows(file, "/b")).isFalse();
            assertThat(allows(file, "/c")).isTrue();
        }

        @Test
        void namesThatFollowEachOtherShareTheirRules() {
            String file =
                    "User-agent: other\nSitemap: https://news.example.org/map\nUser-agent: Lede\n\nDisallow: /a\nUser-agent: third\nDisallow: /b\n";
            assertThat(allows(file, "/a")).isFalse();
            assertThat(allows(file, "/b")).isTrue();
        }

        @Test
        void ourNameWithoutRulesForbidsNothing() {
            assertThat(allows("User-agent: *\nDisallow: /\nUser-agent: Lede\nDisallow:\n", "/x"))
                    .isTrue();
        }

        @Test
        void aNameThatOnlyBeginsLikeOursIsAnother() {
            assertThat(allows("User-agent: Ledegrabber\nDisallow: /\n", "/x")).isTrue();
            assertThat(allows("User-agent: Le\nDisallow: /\n", "/x")).isTrue();
        }

        @Test
        void rulesBeforeAnyNameSpeakToNobody() {
            assertThat(allows("Disallow: /\nUser-agent: *\nDisallow: /a\n", "/x"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a, /a, false",
        "/a, /abc, false",
        "/a, /b, true",
        "/a, /A, true",
        "/a$, /a, false",
        "/a$, /ab, true",
        "/*.pdf, /x/y.pdf?z, false",
        "/*.pdf$, /x/y.pdf, false",
        "/*.pdf$, /x/y.pdfx, true",
        "/*.pdf$, /x/y.pdf?z, true",
        "/a*b*c, /a-b-c-d, false",
        "/a*b*c, /a-c-b, true",
        "/a*a$, /a, true",
        "/a*a$, /aa, false",
        "*, /x, false",
        "*/print, /x/print, false",
        "/**, /x, false",
        "/?, /?q=1, false",
        "/x?, /x, true",
        "a, /a, true",
        "/$, /, false",
        "/$, /x, true"
    })
    void aPatternFitsFromTheStartOfThePath(String pattern, String path, boolean allowed) {
        assertThat(allows("User-agent: *\nDisallow: " + pattern + "\n", path)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/caf%C3%A9, /caf%c3%a9, false",
        "/café, /caf%C3%A9, false",
        "/%7Euser, /~user, false",
        "/~user, /%7euser, false",
        "/a%2Fb, /a/b, true",
        "/a%2fb, /a%2Fb, false",
        "/%61, /a, false"
    })
    void spellingsThatMeanTheSameAreTheSame(String pattern, String path, boolean allowed) {
        assertThat(allows("User-agent: *\nDisallow: " + pattern + "\n", path)).isEqualTo(allowed);
    }

    @Test
    void theLongestRuleWinsWhateverTheOrder() {
        String file = "User-agent: *\nAllow: /news/open\nDisallow: /news\nAllow: /\nDisallow: /news/open/not\n";
        assertThat(allows(file, "/news/x")).isFalse();
        assertThat(allows(file, "/news/open/x")).isTrue();
        assertThat(allows(file, "/news/open/not/x")).isFalse();
        assertThat(allows(file, "/x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Disallow: /a\nAllow: /a\n", "Allow: /a\nDisallow: /a\n"})
    void ofTwoAsLongTheOneThatAllowsWins(String rules) {
        assertThat(allows("User-agent: *\n" + rules, "/a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFUser-agent: *\nDisallow: /a",
                "user-AGENT : * \r\n DISALLOW:/a #why\r\n",
                "User-agent: *\rDisallow: /a\r",
                "nonsense\n: \nUser-agent: * # all\nCrawl-delay: 5\nDisallow: /a"
            })
    void filesAreReadAsTheyAreWrittenInTheWild(String file) {
        assertThat(allows(file, "/a")).isFalse();
        assertThat(allows(file, "/b")).isTrue();
    }

    @Test
    void robotsTxtItselfMayAlwaysBeRead() {
        assertThat(allows("User-agent: *\nDisallow: /\n", "/robots.txt")).isTrue();
        assertThat(allows("User-agent: *\nDisallow: /\n", "")).isFalse();
    }

    @Test
    void whatStandsBehindTheLimitIsNotReadNorTheRuleThatItCuts() {
        String filler = "# filler filler\n".repeat(RobotsRules.MAX_BYTES / 16 - 2);
        String head = "User-agent: *\n";
        String atLimit = "Disallow: /within/everything/that/is/long/enough/to/be/cut/in/two/here\n";
        String file = head + "Disallow: /early\n" + filler + atLimit + "Disallow: /late\n";
        assertThat(file.getBytes(UTF_8).length).isGreaterThan(RobotsRules.MAX_BYTES);
        assertThat(allows(file, "/early")).isFalse();
        assertThat(allows(file, "/within/x")).isTrue();
        assertThat(allows(file, "/late")).isTrue();
    }

    @Test
    void rulesMadeToKeepUsBusyDoNot() {
        String file = "User-agent: *\nDisallow: /" + "x".repeat(5_000) + "\n"
                + ("Disallow: /" + "*a".repeat(900) + "b\n").repeat(250);
        long began = System.nanoTime();
        assertThat(allows(file, "/" + "a".repeat(8_000))).isTrue();
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }
}
