package news.lede.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubNoticeTest {
    private static final URI FROM = URI.create("https://a.example/feed");
    private static final URI SELF = URI.create("https://a.example/self");
    private static final URI HUB = URI.create("https://hub.example/");

    private static Optional<HubNotice> of(String links, @Nullable URI self, URI... hubs) {
        return HubNotice.of(
                FROM, Optional.of(links).filter(l -> !l.isEmpty()), Optional.ofNullable(self), List.of(hubs));
    }

    @Test
    void withoutAHubThereIsNothingToSubscribeTo() {
        assertThat(of("", SELF)).isEmpty();
        assertThat(of("<https://a.example/other>; rel=\"self\"", SELF)).isEmpty();
    }

    @Test
    void theAddressThatTheFeedGivesItselfIsSubscribedToElseWhereItCameFrom() {
        assertThat(of("", SELF, HUB)).contains(new HubNotice(HUB, SELF));
        assertThat(of("", null, HUB)).contains(new HubNotice(HUB, FROM));
        assertThat(of("", URI.create("urn:feed:1"), HUB)).contains(new HubNotice(HUB, FROM));
    }

    @Test
    void whatTheHeadersSayGoesFirst() {
        assertThat(of("<https://other.example/hub>; rel=\"hub\", </mine>; rel=self", SELF, HUB))
                .contains(new HubNotice(URI.create("https://other.example/hub"), URI.create("https://a.example/mine")));
    }

    @Test
    void aHubThatNobodyOverhearsIsPreferredAndOneThatIsNoWebAddressIsNone() {
        URI plain = URI.create("http://plain.example/");
        assertThat(of("", SELF, plain, HUB)).contains(new HubNotice(HUB, SELF));
        assertThat(of("", SELF, plain)).contains(new HubNotice(plain, SELF));
        assertThat(of("", SELF, URI.create("ftp://hub.example/"), URI.create("mailto:hub@example.org")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<https://h.example/>; rel=\"hub\"                                  | https://h.example/",
                "<https://h.example/>;rel=hub                                       | https://h.example/",
                "<https://h.example/>; title=\"a, b; rel=self\"; REL=\"next  Hub\"  | https://h.example/",
                "<https://x.example/>; rel=\"next\", <https://h.example/a,b>; rel=\"hub\" | https://h.example/a,b",
                "<//h.example/x>; rel=hub                                           | https://h.example/x",
                "<https://x.example/>; rel=\"github\"                               |",
                "https://h.example/; rel=hub                                        |",
                "<https://h.example/; rel=hub                                       |",
            })
    void linksAreReadOfHeaders(String header, String hub) {
        assertThat(LinkHeader.of(FROM, header).to("hub")).isEqualTo(hub == null ? List.of() : List.of(URI.create(hub)));
    }

    @ParameterizedTest
    @ValueSource(strings = {";x", "x", "; title=\"a\"", "\"\\a\"", "\"", ", ", "<"})
    void howeverLongAHeaderIsItIsRead(String again) {
        String added = again.repeat(60_000 / again.length());
        assertThat(LinkHeader.of(FROM, "<https://h.example/>; rel=hub, <https://x.example/>" + added)
                        .to("hub"))
                .containsExactly(URI.create("https://h.example/"));
        assertThat(LinkHeader.of(FROM, "<https://x.example/>; title=\"" + added + "\"; rel=hub")
                        .to("self"))
                .isEmpty();
    }
}
