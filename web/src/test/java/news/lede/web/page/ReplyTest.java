package news.lede.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example",
                "story",
                "/a\r\nSet-Cookie: x",
                "",
                "/a b",
                // Cut to their lower eight bits these are a line end.
                "/a\u010d\u010aSet-Cookie:x",
                "/\u00fc"
            })
    void nobodyIsSentToAnotherServer(String to) {
        assertThat(Reply.isOurs(to)).isFalse();
        assertThatThrownBy(() -> Reply.elsewhere(to)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathsOfOursAreGoodWithTheirQuery() {
        assertThat(Reply.isOurs("/story/4/timeline?page=2")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/topics/economy, /topics/economy",
        "/topics/žena mé?, /topics/%C5%BEena%20m%C3%A9%3F",
        "/a%2f#'(x)', /a%252f%23'(x)'",
        "//evil.example, //evil.example",
        "/\\evil, /%5Cevil"
    })
    void whatWasVisitedIsNamedSoThatItLeadsThereAgain(String path, String address) {
        Visit visit = new Visit(
                Visit.Method.GET,
                path,
                Parameters.NONE,
                Parameters.NONE,
                new byte[0],
                Map.of(),
                URI.create("http://h"));
        assertThat(visit.address()).isEqualTo(address);
    }

    @Test
    void onlyPagesOfTheWebAreLinkedTo() {
        assertThat(Outward.of(Optional.of(URI.create("https://paper.example/a"))))
                .contains("https://paper.example/a");
        assertThat(Outward.of(Optional.of(URI.create("HTTP://paper.example/a"))))
                .isPresent();
        assertThat(Outward.of(Optional.of(URI.create("javascript:alert(1)")))).isEmpty();
        assertThat(Outward.of(Optional.of(URI.create("data:text/html,x")))).isEmpty();
        assertThat(Outward.of(Optional.of(URI.create("/relative")))).isEmpty();
        assertThat(Outward.of(Optional.empty())).isEmpty();
    }
}
