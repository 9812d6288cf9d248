package news.lede.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "/a b"
            })
    void nobodyIsSentToAnotherServer(String to) {
        assertThat(Reply.isOurs(to)).isFalse();
        assertThatThrownBy(() -> Reply.elsewhere(to)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathsOfOursAreGoodWithTheirQuery() {
        assertThat(Reply.isOurs("/story/4/timeline?page=2")).isTrue();
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
