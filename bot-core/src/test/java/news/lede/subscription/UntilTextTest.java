package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import news.lede.answer.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntilTextTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** A Monday. */
    private static final Instant NOW =
            LocalDateTime.parse("2026-05-04T12:00").atZone(ZONE).toInstant();

    private static final UntilText TEXT = new UntilText(Texts.LANGUAGES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3 hours             | 2026-05-04T15:00
                    for 2d              | 2026-05-06T12:00
                    18:00               | 2026-05-04T18:00
                    8:00                | 2026-05-05T08:00
                    tomorrow at 8 am    | 2026-05-05T08:00
                    monday              | 2026-05-11T00:00
                    2026-05-10 9:00     | 2026-05-10T09:00
                    für 3 Stunden       | 2026-05-04T15:00
                    übermorgen um 8 Uhr | 2026-05-06T08:00
                    pendant 2 heures    | 2026-05-04T14:00
                    demain à 8h30       | 2026-05-05T08:30
                    après-demain        | 2026-05-06T00:00
                    3 días              | 2026-05-07T12:00
                    mañana a las 8:00   | 2026-05-05T08:00
                    miércoles           | 2026-05-06T00:00
                    amanhã às 8:00      | 2026-05-05T08:00
                    sexta               | 2026-05-08T00:00
                    2 semanas           | 2026-05-18T12:00
                    на 3 часа           | 2026-05-04T15:00
                    завтра в 8:00       | 2026-05-05T08:00
                    до пятницы          | -
                    в пятницу           | 2026-05-08T00:00
                    5 годин             | 2026-05-04T17:00
                    завтра о 8:00       | 2026-05-05T08:00
                    сьогодні опівночі   | -
                    3 saat              | 2026-05-04T15:00
                    yarın saat 8        | 2026-05-05T08:00
                    Salı 9:00           | 2026-05-05T09:00
                    3 ساعات             | 2026-05-04T15:00
                    غدا الساعة ٨:٣٠     | 2026-05-05T08:30
                    3小时                 | 2026-05-04T15:00
                    3个小时                | 2026-05-04T15:00
                    明天8:00              | 2026-05-05T08:00
                    后天 8点               | 2026-05-06T08:00
                    周五                  | 2026-05-08T00:00
                    """)
    void isReadInEveryLanguageWeSpeak(String typed, String until) {
        assertThat(TEXT.parse(typed, NOW, ZONE))
                .isEqualTo(
                        until.equals("-")
                                ? Optional.empty()
                                : Optional.of(
                                        LocalDateTime.parse(until).atZone(ZONE).toInstant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "um", "at", "8 9", "367 days", "0 min", "3 months", "tomorrow soon", "2026-05-03"})
    void whatSaysNoTimeAheadIsNotRead(String typed) {
        assertThat(TEXT.parse(typed, NOW, ZONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    22:00-07:00      | 22:00 | 07:00
                    10pm to 7am      | 22:00 | 07:00
                    22 bis 7         | 22:00 | 07:00
                    22h à 7h         | 22:00 | 07:00
                    22:00 a 7:00     | 22:00 | 07:00
                    22 até 7         | 22:00 | 07:00
                    22:00 до 7:00    | 22:00 | 07:00
                    22:00 إلى 7:00   | 22:00 | 07:00
                    ٢٢:٠٠ - ٧:٠٠     | 22:00 | 07:00
                    22:00到7:00       | 22:00 | 07:00
                    22点至7点           | 22:00 | 07:00
                    minuit à 6h      | 00:00 | 06:00
                    """)
    void quietHoursAreReadInEveryLanguageWeSpeak(String typed, LocalTime from, LocalTime until) {
        assertThat(ClockText.span(typed)).contains(new QuietHours(from, until));
    }
}
