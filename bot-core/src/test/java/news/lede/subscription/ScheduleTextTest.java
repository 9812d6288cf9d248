package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.lede.answer.Texts;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lun-ven 7h30                    | mon,tue,wed,thu,fri  | 07:30
                    chaque lundi à 8 h              | mon                  | 08:00
                    week-end 10:00                  | sat,sun              | 10:00
                    lun, mié 8:00, 18:30            | mon,wed              | 08:00,18:30
                    todos los domingos a las 9      | sun                  | 09:00
                    laborables a las 7:30           | mon,tue,wed,thu,fri  | 07:30
                    segunda e quinta às 9h          | mon,thu              | 09:00
                    segunda-feira 9:15              | mon                  | 09:15
                    пн-пт 7:30                      | mon,tue,wed,thu,fri  | 07:30
                    каждую среду в 9:00             | wed                  | 09:00
                    щодня о 8:00                    | mon,tue,wed,thu,fri,sat,sun | 08:00
                    понеділок, пʼятниця 18:30       | mon,fri              | 18:30
                    Pzt-Cum 7.30                    | mon,tue,wed,thu,fri  | 07:30
                    her Salı saat 9                 | tue                  | 09:00
                    haftasonu 10:00                 | sat,sun              | 10:00
                    الاثنين، الأربعاء ٨:٠٠           | mon,wed              | 08:00
                    يوميا الساعة 8:30               | mon,tue,wed,thu,fri,sat,sun | 08:30
                    周一至周五8:00                     | mon,tue,wed,thu,fri  | 08:00
                    周六、周日 10点30分                  | sat,sun              | 10:30
                    工作日 7：30                       | mon,tue,wed,thu,fri  | 07:30
                    """)
    void isReadInEveryLanguageWeSpeak(String typed, String days, String times) {
        ScheduleText.Parsed.Read read = (ScheduleText.Parsed.Read) new ScheduleText(Texts.LANGUAGES).parse(typed);
        assertThat(read.days().stream()
                        .sorted()
                        .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT)))
                .containsExactly(days.split(","));
        assertThat(read.times().stream().map(LocalTime::toString)).containsExactly(times.split(","));
    }

    @Test
    void noNameOfADayMeansTwoDays() {
        Map<String, DayOfWeek> all = DayNames.in(Texts.LANGUAGES);
        for (Locale language : Texts.LANGUAGES) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    String name = day.getDisplayName(style, language);
                    assertThat(all.get(DayNames.plain(name)))
                            .as("%s in %s", name, language)
                            .isEqualTo(day);
                }
            }
        }
    }
}
