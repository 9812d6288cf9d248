package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-04T08:15:30Z | 2026-03-04T08:15:30Z
            2026-03-04T08:15:30.123+01:00 | 2026-03-04T07:15:30Z
            2026-03-04 08:15 | 2026-03-04T08:15:00Z
            20260304T081530Z | 2026-03-04T08:15:30Z
            2026-03-04 08:15:30 EST | 2026-03-04T13:15:30Z
            Wed, 04 Mar 2026 08:15:30 GMT | 2026-03-04T08:15:30Z
            Mon, 4 Mar 26 08:15 -0500 | 2026-03-04T13:15:00Z
            Wed Mar  4 08:15:30 PST 2026 | 2026-03-04T16:15:30Z
            March 4, 2026 8:15 pm ET | 2026-03-05T01:15:00Z
            4 mars 2026 à 08h15 | 2026-03-04T08:15:00Z
            Mittwoch, 4. März 2026, 08:15 Uhr | 2026-03-04T08:15:00Z
            04.03.2026, 08:15 | 2026-03-04T08:15:00Z
            4 de marzo de 2026 08:15 | 2026-03-04T08:15:00Z
            4 марта 2026, 08:15 | 2026-03-04T08:15:00Z
            2026年3月4日 08:15 | 2026-03-04T08:15:00Z
            1772612130 | 2026-03-04T08:15:30Z
            1772612130000 | 2026-03-04T08:15:30Z
            Tue, 03 Mar 2026 24:00:00 GMT | 2026-03-04T00:00:00Z
            2026-03-03T23:59:60Z | 2026-03-04T00:00:00Z
            04-Mar-2026 08:15:30 Europe/Paris | 2026-03-04T07:15:30Z
            """)
    void manyWritingsOfOneInstantAreRead(String text, Instant instant) {
        assertThat(Dates.read(text, true)).hasValueSatisfying(r -> {
            assertThat(r.instant()).isEqualTo(instant);
            assertThat(r.dateOnly()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04",
                "4 March 2026",
                "Mar 4th, 2026",
                "04.03.2026",
                "2026/03/04",
                "20260304",
                "2026年3月4日",
                "4 березня 2026"
            })
    void aDateWithoutATimeIsTheStartOfItsDay(String text) {
        assertThat(Dates.read(text, true)).contains(new Dates.Reading(Instant.parse("2026-03-04T00:00:00Z"), true));
    }

    @Test
    void slashesFollowTheAskedOrder() {
        assertThat(Dates.read("03/04/2026", true).orElseThrow().instant()).isEqualTo("2026-04-03T00:00:00Z");
        assertThat(Dates.read("03/04/2026", false).orElseThrow().instant()).isEqualTo("2026-03-04T00:00:00Z");
        assertThat(Dates.read("23/04/2026", false).orElseThrow().instant()).isEqualTo("2026-04-23T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-02-30",
                "31 Feb 2026",
                "25:61",
                "0001-01-01",
                "9999-12-31",
                "12",
                "May",
                "Chapter 4 of 2026 pages in May or June and so on"
            })
    void whatIsNoPossibleDateIsNone(String text) {
        assertThat(Dates.read(text, true)).isEmpty();
    }
}
