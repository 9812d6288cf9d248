package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.lede.alert.Backlog;
import news.lede.alert.Lane;
import news.lede.alert.Messenger.Reason;
import org.junit.jupiter.api.Test;

class BacklogReportTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static final BacklogReport WAITING = new BacklogReport(
            new Backlog(
                    List.of(
                            new Backlog.Queue("discord", Lane.ALERT, 3, 0, NOON.plusSeconds(60)),
                            new Backlog.Queue("telegram", Lane.DIGEST, 9, 4, NOON.minusSeconds(7200))),
                    List.of(new Backlog.Shut("telegram", Reason.KICKED, 2)),
                    5),
            NOON);

    @Test
    void eachLaneAndWhatIsShutIsALine() {
        assertThat(WAITING.lines())
                .containsExactly(
                        "Announcements that are not planned for everybody yet: 5",
                        "Messages that wait:",
                        "  discord alerts: 3, of which due 0; the oldest for " + Words.minute(NOON.plusSeconds(60)),
                        "  telegram digests: 9, of which due 4; the oldest for "
                                + Words.minute(NOON.minusSeconds(7200)),
                        "Conversations that cannot be written to:",
                        "  telegram: 2 (removed from the chat)");
    }

    @Test
    void whereNothingWaitsItSaysSo() {
        assertThat(new BacklogReport(new Backlog(List.of(), List.of(), 0), NOON).lines())
                .containsExactly(
                        "Announcements that are not planned for everybody yet: 0",
                        "Messages that wait: none",
                        "Conversations that cannot be written to: none");
    }

    @Test
    void whatIsDueForAnHourIsStuckWhereThePlatformIsOn() {
        assertThat(WAITING.stuck(_ -> true))
                .hasValueSatisfying(what ->
                        assertThat(what).startsWith("telegram digests since").doesNotContain("discord"));
        assertThat(WAITING.stuck("discord"::equals)).isEmpty();
    }
}
