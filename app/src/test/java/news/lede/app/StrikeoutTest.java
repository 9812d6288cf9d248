package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrikeoutTest {
    @Test
    void aSecretIsStruckOutAsItIsAndAsItStandsInAnAddress() {
        Strikeout secrets = Strikeout.of(List.of("123456:ABC-d/ef"));

        assertThat(secrets.in("GET /bot123456:ABC-d/ef/getMe and 123456%3AABC-d%2Fef."))
                .isEqualTo("GET /bot(secret)/getMe and (secret).");
    }

    @Test
    void ofASecretWithinAnotherNothingIsLeft() {
        assertThat(Strikeout.of(List.of("abcdef", "abcdefgh")).in("abcdefgh abcdef"))
                .isEqualTo("(secret) (secret)");
    }

    @Test
    void whatIsTooShortToBeASecretIsLeftInWords() {
        assertThat(Strikeout.of(List.of("lede", "")).in("lede runs")).isEqualTo("lede runs");
    }
}
