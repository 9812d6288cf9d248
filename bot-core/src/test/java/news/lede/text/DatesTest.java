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
            mer, 04 mar 2026 09:15:30 +0100 | 2026-03-04T08:15:30Z
            mar, 03 dic 2024 10:05:07 +0100 | 2024-12-03T09:05:07Z
            2026-március-04T9:15+01:00 | 2026-03-04T08:15:00Z
            2026-03-04 오후 11:23:17 | 2026-03-04T14:23:17Z
            2026년 3월 4일 오전 9시 5분 | 2026-03-04T00:05:00Z
            2026年03月04日18时05分07秒 | 2026-03-04T18:05:07Z
            发布时间：2026年3月4日 下午6:05 | 2026-03-04T18:05:00Z
            2026-W10-3T08:15:30Z | 2026-03-04T08:15:30Z
            2026-3-4T8:5:7Z | 2026-03-04T08:05:07Z
            2026-03-04T09:15:30+01:00[Europe/Paris] | 2026-03-04T08:15:30Z
            2026-03-04T08:15:30+00:00Z | 2026-03-04T08:15:30Z
            Wed, 04 Mar 2026 08.15.30 GMT | 2026-03-04T08:15:30Z
            Wed, 04 Mar 2026 04:15:30 AT | 2026-03-04T08:15:30Z
            Wed Mar 04 2026 10:15:30 GMT+0200 (EET) | 2026-03-04T08:15:30Z
            /Date(1772612130000)/ | 2026-03-04T08:15:30Z
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
                "4 березня 2026",
                "2026-063",
                "2026-W10-3",
                "٤ مارس ٢٠٢٦"
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
                "2026-366",
                "2026-13-01",
                "Wed, 04 Mar 2026 25:00:00 GMT",
                "2026-03-04T08:65:00Z",
                "0000-00-00 00:00:00",
                "1970-01-01T00:00:00Z",
                "2050-01-01",
                "03 Mar",
                "null",
                "99999999999999999999",
                "12",
                "May",
                "Chapter 4 of 2026 pages in May or June and so on"
            })
    void whatIsNoPossibleDateIsNone(String text) {
        assertThat(Dates.read(text, true)).isEmpty();
    }
}
