package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTextTest {
    private static final ScheduleText TEXT = new ScheduleText(List.of(Locale.ENGLISH, Locale.GERMAN));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    08:00                       |                      | 08:00
                    8:00, 18:30                 |                      | 08:00,18:30
                    18:30 and 8:00              |                      | 08:00,18:30
                    8                           |                      | 08:00
                    8am                         |                      | 08:00
                    8 am, 6:30 pm               |                      | 08:00,18:30
                    12am                        |                      | 00:00
                    12 p.m.                     |                      | 12:00
                    noon                        |                      | 12:00
                    7.30 Uhr                    |                      | 07:30
                    8h30                        |                      | 08:30
                    mon-fri 7:30                | mon,tue,wed,thu,fri  | 07:30
                    Mo - Fr 7:30                | mon,tue,wed,thu,fri  | 07:30
                    sat-mon 10                  | mon,sat,sun          | 10:00
                    Mondays and Thursdays at 9  | mon,thu              | 09:00
                    montag, mittwoch 9:15       | mon,wed              | 09:15
                    weekends 10:00              | sat,sun              | 10:00
                    werktags 8 Uhr              | mon,tue,wed,thu,fri  | 08:00
                    weekdays                    | mon,tue,wed,thu,fri  |
                    """)
    void isReadAsPeopleTypeIt(String typed, String days, String times) {
        ScheduleText.Parsed.Read read = (ScheduleText.Parsed.Read) TEXT.parse(typed);

        assertThat(String.join(
                        ",",
                        read.days().stream()
                                .sorted()
                                .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                                .toList()))
                .isEqualTo(days == null ? "" : days);
        assertThat(String.join(
                        ",", read.times().stream().map(LocalTime::toString).toList()))
                .isEqualTo(times == null ? "" : times);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    25:00              | NO_TIME    | 25:00
                    8:60               | NO_TIME    | 8:60
                    24:00              | NO_TIME    | 24:00
                    13pm               | NO_TIME    | 13pm
                    0am                | NO_TIME    | 0am
                    8:00 9:0           | NO_TIME    | 9:0
                    soon               | UNKNOWN    | soon
                    ,                  | UNKNOWN    | ,
                    mon-xyz 8:00       | UNKNOWN    | mon-xyz
                    8:00 mon           | DAY_BEHIND | mon
                    1 2 3 4 5 6 7 8 9  | TOO_MANY   | 9
                    """)
    void whatIsWrongIsNamed(String typed, ScheduleText.Kind kind, String part) {
        assertThat(TEXT.parse(typed)).isEqualTo(new ScheduleText.Parsed.Wrong(kind, part));
    }
}
