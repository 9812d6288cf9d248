package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomIdTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        String id = CustomId.of("/related 4").orElseThrow();
        assertThat(id).isEqualTo("1:/related 4");
        assertThat(CustomId.command(id)).hasValue("/related 4");
    }

    @Test
    void anIdHasAtMostAHundredCharacters() {
        assertThat(CustomId.of("/" + "x".repeat(97)).orElseThrow()).hasSize(100);
        assertThat(CustomId.of("/" + "x".repeat(98))).isEmpty();
    }

    @Test
    void whatIsNoCommandGetsNoId() {
        assertThat(CustomId.of("latest")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:", "1:latest", "2:/latest", "/latest", "x1:/latest"})
    void whatWeDidNotWriteIsNotRead(String id) {
        assertThat(CustomId.command(id)).isEmpty();
    }
}
