package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "economy, economy, 0",
        "ecnomy, economy, 1",
        "economyy, economy, 1",
        "aconomy, economy, 1",
        "ceonomy, economy, 1",
        "eocnoym, economy, 2",
        "ab, ba, 1",
        "abc, '', 3",
        "kitten, sitting, 3",
    })
    void mistakesAreCounted(String a, String b, int mistakes) {
        assertThat(Nearest.distance(a, b)).isEqualTo(mistakes);
        assertThat(Nearest.distance(b, a)).isEqualTo(mistakes);
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "ecnomy, economy",
        "ECONMY, economy",
        "wirtschfat, Wirtschaft",
        "erdöll, Erdöl",
        "migracia, migrácia",
        "миграцыя, миграция",
        "sprot, sport",
    })
    void aMistypedNameIsRecognised(String typed, String name) {
        assertThat(Nearest.of(
                        typed, List.of("weather", "economy", "Wirtschaft", "Erdöl", "migrácia", "миграция", "sport")))
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({"spt", "sprtn", "ec", "harbour", "''", "economically"})
    void whatIsTooFarIsNotGuessed(String typed) {
        assertThat(Nearest.of(typed, List.of("sport", "economy"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} letters forgive {1}")
    @CsvSource({"2, 0", "3, 1", "5, 1", "6, 2", "9, 2", "10, 3", "64, 3"})
    void theLongerAWordTheMoreIsForgiven(int length, int mistakes) {
        assertThat(Nearest.forgiven(length)).isEqualTo(mistakes);
    }

    @Test
    void namesUpToSixtyFourLettersAreCompared() {
        assertThat(Nearest.distance("a".repeat(64), "a".repeat(61))).isEqualTo(3);
        assertThat(Nearest.distance("a".repeat(65), "a".repeat(65))).isEqualTo(64);
    }

    @Test
    void theNearestComesFirstAndEqualOnesInTheirOrder() {
        assertThat(Nearest.all("carts", List.of("court", "parts", "carts", "card")))
                .containsExactly("carts", "parts");
    }

    @Test
    void namesBeyondAllLengthAreNotCompared() {
        assertThat(Nearest.of("a".repeat(4096), List.of("a".repeat(4095)))).isEmpty();
    }
}
