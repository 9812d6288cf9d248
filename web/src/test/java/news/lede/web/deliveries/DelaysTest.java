package news.lede.web.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Fate;
import news.lede.alert.Lane;
import news.lede.community.ConversationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelaysTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:30:00Z");

    private static Fate sent(String platform, Lane lane, Instant at, Duration took) {
        return new Fate(
                new DeliveryId(1),
                platform,
                new ConversationId(1),
                Delivery.Kind.FIRST,
                Delivery.State.SENT,
                lane,
                at.minus(took),
                Optional.of(at),
                1,
                Optional.empty());
    }

    private static Fate alert(Instant at, Duration took) {
        return sent("discord", Lane.ALERT, at, took);
    }

    @Test
    void alertsAreCountedInTheHourTheyWereSentInAndByHowLongTheyTook() {
        Delays delays = Delays.of(
                "discord",
                List.of(
                        alert(NOW, Duration.ofMillis(400)),
                        alert(NOW.minusSeconds(1700), Duration.ofSeconds(30)),
                        alert(NOW.minus(Duration.ofHours(3)), Duration.ofHours(5))),
                NOW);

        assertThat(delays.hours()).hasSize(24);
        assertThat(delays.hours().getLast().from()).isEqualTo("2026-05-04T12:00:00Z");
        assertThat(delays.hours().getLast().sent()).containsExactly(1, 0, 1, 0, 0);
        assertThat(delays.hours().get(20).sent()).containsExactly(0, 0, 0, 0, 1);
        assertThat(delays.sum()).isEqualTo(3);
    }

    @Test
    void othersAreNot() {
        Delays delays = Delays.of(
                "discord",
                List.of(
                        sent("telegram", Lane.ALERT, NOW, Duration.ofSeconds(1)),
                        sent("discord", Lane.DIGEST, NOW, Duration.ofSeconds(1)),
                        alert(NOW.minus(Duration.ofHours(24)), Duration.ofSeconds(1)),
                        new Fate(
                                new DeliveryId(2),
                                "discord",
                                new ConversationId(1),
                                Delivery.Kind.FIRST,
                                Delivery.State.GIVEN_UP,
                                Lane.ALERT,
                                NOW,
                                Optional.of(NOW),
                                3,
                                Optional.of("refused"))),
                NOW);

        assertThat(delays.sum()).isZero();
        assertThat(delays.shares()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,AT_ONCE",
        "PT2S,AT_ONCE",
        "PT2.001S,SOON",
        "PT10S,SOON",
        "PT1M,A_MINUTE",
        "PT10M,TEN_MINUTES",
        "PT11M,LATER"
    })
    void aBandEndsWhereItSaysItDoes(Duration delay, Delays.Band band) {
        assertThat(Delays.Band.of(delay)).isEqualTo(band);
    }

    @Test
    void aClockThatWasSetBackMakesNoNegativeDelays() {
        assertThat(Delays.of("discord", List.of(alert(NOW, Duration.ofSeconds(-5))), NOW)
                        .shares())
                .containsOnly(Duration.ZERO);
    }

    @Test
    void sharesSayHowLongSoManyTookAtMost() {
        List<Fate> fates = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            fates.add(alert(NOW, Duration.ofSeconds(i)));
        }
        assertThat(Delays.of("discord", fates, NOW).shares())
                .containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(95), Duration.ofSeconds(99));
    }

    @Test
    void theChartStacksTheBandsOfAnHourWithinItsBox() {
        DelayChart chart = DelayChart.of(
                Delays.of(
                        "discord",
                        List.of(
                                alert(NOW, Duration.ofSeconds(1)),
                                alert(NOW, Duration.ofSeconds(1)),
                                alert(NOW, Duration.ofMinutes(1))),
                        NOW),
                ZoneOffset.ofHours(2));

        assertThat(chart.bars()).hasSize(2);
        DelayChart.Bar below = chart.bars().getFirst();
        DelayChart.Bar above = chart.bars().getLast();
        assertThat(below.look()).isEqualTo("band-0");
        assertThat(below.words()).isEqualTo("14:00: 2 up to 2 s");
        assertThat(above.y() + above.height()).isCloseTo(below.y(), offset(0.2));
        assertThat(below.y() + below.height()).isLessThanOrEqualTo(DelayChart.HEIGHT);
        assertThat(above.y()).isGreaterThanOrEqualTo(0);
        assertThat(below.x() + below.width()).isLessThanOrEqualTo(DelayChart.WIDTH);
        assertThat(chart.summary()).startsWith("3 alerts sent in 24 hours: 2 up to 2 s, 0 up to 10 s, 1 up to 1 min");
    }

    @ParameterizedTest
    @CsvSource({"PT0.42S,0.4 s", "PT12S,12 s", "PT3M,3 min", "PT5H,5 h"})
    void spansAreShort(Duration span, String written) {
        assertThat(Spans.of(span)).isEqualTo(written);
    }
}
