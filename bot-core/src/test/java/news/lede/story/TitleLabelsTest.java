package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleLabelsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "LIVE: Ferry Marla sinks off Port Alden ~ Ferry Marla sinks off Port Alden",
                "UPDATE 3-Ferry Marla sinks off Port Alden ~ Ferry Marla sinks off Port Alden",
                "Update 1: Ferry Marla sinks off Port Alden ~ Ferry Marla sinks off Port Alden",
                "Exclusive - Ferry Marla had no inspection ~ Ferry Marla had no inspection",
                "Breaking news: Exclusive: Ferry Marla sinks ~ Ferry Marla sinks",
                "Ferry Marla sinks off Port Alden | Video ~ Ferry Marla sinks off Port Alden",
                "Ferry Marla sinks off Port Alden – live updates ~ Ferry Marla sinks off Port Alden",
                "Ferry Marla sinks off Port Alden - as it happened ~ Ferry Marla sinks off Port Alden",
                "Ferry Marla sinks off Port Alden (Update1) ~ Ferry Marla sinks off Port Alden",
                "[VIDEO] Ferry Marla sinks off Port Alden ~ Ferry Marla sinks off Port Alden",
                "Ferry Marla sinks off Port Alden | World news ~ Ferry Marla sinks off Port Alden",
                "Liveticker: Fähre Marla gesunken ~ Fähre Marla gesunken",
                "EN DIRECT - Le ferry Marla a coulé ~ Le ferry Marla a coulé",
                "Última hora: se hunde el ferry Marla ~ se hunde el ferry Marla",
                "Срочно: паром Марла затонул ~ паром Марла затонул",
                "【速報】フェリーが沈没 ~ フェリーが沈没",
                "快讯:渡轮玛拉号沉没 ~ 渡轮玛拉号沉没"
            })
    void aLabelOfThePageGoes(String title, String cleaned) {
        assertThat(TitleLabels.removed(title)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Video shows ferry sinking off Port Alden",
                "Live music returns to Port Alden",
                "Opinion: The ferry should never have sailed",
                "Watch-makers of Port Alden strike",
                "Watch: fire",
                "Update-weary sailors switch off their radios",
                "Port Alden | A town and its ferry"
            })
    void wordsOfTheHeadlineStay(String title) {
        assertThat(TitleLabels.removed(title)).isEqualTo(title);
    }
}
