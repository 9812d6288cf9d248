package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    private static final String NEWS = "Rescuers reached the flooded village of Oskby on Monday.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NORBY, Dec. 5 (Meridian) - ",
                "NORBY — ",
                "(Meridian) -- ",
                "Norby, Westmark (Meridian) – ",
                "Norby, Sept. 9 (MRD): ",
                "PORT ASTRID: "
            })
    void whatStandsBeforeTheNewsIsCut(String dateline) {
        assertThat(Dateline.length(dateline + NEWS)).isEqualTo(dateline.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Norby - ",
                "Police: ",
                "The minister (55) said: ",
            })
    void wordsOfTheNewsStay(String beginning) {
        assertThat(Dateline.length(beginning + NEWS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NORBY - Two dead.", "(Meridian) -- It rained."})
    void aShortRestIsNotLeftAlone(String sentence) {
        assertThat(Dateline.length(sentence)).isZero();
    }
}
