package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 1,500 | 1500
            en | 1,500.50 | 1500.5
            en | 1,500,000 | 1500000
            en | 2.125 | 2.125
            en | 10.0 | 10
            en | 2,5 | 2.5
            de | 1.500 | 1500
            de | 1.500,50 | 1500.5
            de | 2,125 | 2.125
            fr | 3,7 | 3.7
            ar | ١٢٣ | 123
            en | 19th | 19th
            de | 5G | 5g
            und | 7 | 7
            en | 0 | 0
            en | 100 | 100
            """)
    void oneNumberHasOneForm(String language, String written, String normal) {
        assertThat(Numbers.normalise(written, new Language(language))).isEqualTo(normal);
    }
}
