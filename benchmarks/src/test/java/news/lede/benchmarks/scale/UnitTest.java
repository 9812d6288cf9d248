package news.lede.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "COUNT ; 0.5 ; 0.5",
                "COUNT ; 3 ; 3",
                "COUNT ; 13.888 ; 13.9",
                "COUNT ; 100_000 ; 100,000",
                "COUNT ; 3_650_000_000 ; 3.65 billion",
                "COUNT ; 450_000_000 ; 450 million",
                "BYTES ; 430 ; 430 B",
                "BYTES ; 1_950 ; 1.95 kB",
                "BYTES ; 15_351_309_000_000 ; 15.4 TB",
                "BYTES ; 2_000_000_000_000_000_000 ; 2,000 PB",
                "BYTES_PER_SECOND ; 1_804_000 ; 1.8 MB/s",
                "PER_SECOND ; 57.87 ; 57.9 a second",
                "SECONDS ; 0.00027 ; 0.27 ms",
                "SECONDS ; 90 ; 90 s",
                "SECONDS ; 500 ; 8.33 min",
                "SECONDS ; 34_482.8 ; 9.58 h",
                "SECONDS ; 200_000 ; 2.31 days",
                "SHARE ; 1.197 ; 120 %",
                "SHARE ; 0.032 ; 3.2 %",
                "SHARE ; 0.002 ; 0.2 %",
            })
    void aNumberIsWrittenWithThreeDigitsThatCount(Unit unit, String value, String written) {
        assertThat(unit.written(Double.parseDouble(value.replace("_", "")))).isEqualTo(written);
    }

    @Test
    void aUnitIsFoundByItsSign() {
        assertThat(Unit.of("bytes/s")).isEqualTo(Unit.BYTES_PER_SECOND);
        assertThat(Unit.of("")).isEqualTo(Unit.COUNT);
        assertThatThrownBy(() -> Unit.of("miles")).hasMessageContaining("miles");
    }
}
