package news.lede.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final Map<String, Double> NAMES = Map.of("servers", 2_500.0, "share_2", 0.4);

    private static double value(String formula) {
        return Formula.value(formula, name -> {
            Double value = NAMES.get(name);
            if (value == null) {
                throw new IllegalArgumentException("what is " + name);
            }
            return value;
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1_000 ; 1000",
                "2 + 3 * 4 ; 14",
                "(2 + 3) * 4 ; 20",
                "10 - 4 - 3 ; 3",
                "100 / 5 / 2 ; 10",
                "-3 + 5 ; 2",
                "2 * -3 ; -6",
                "servers * share_2 ; 1000",
                "ceil(servers / 1_000) ; 3",
                "floor(servers / 1_000) ; 2",
                "max(1, servers, 7) + min(4, 2) ; 2502",
                "ceil( (1.2 + 1) / 2 )*10 ; 20",
            })
    void arithmeticIsAsItIsWritten(String formula, double value) {
        assertThat(value(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2 + ; a number, a name or a bracket",
                "2 3 ; an operator",
                "(2 ; a closing bracket",
                "ceil(2 ; a closing bracket",
                "round(2) ; in place of round",
                "1.2.3 ; a number",
                "* 2 ; character 1",
                "people ; what is people",
            })
    void whatIsNoneIsSaidWithItsPlace(String formula, String said) {
        assertThatThrownBy(() -> value(formula))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void anEmptyOneIsNone() {
        assertThatThrownBy(() -> value("")).hasMessageContaining("character 1");
    }
}
