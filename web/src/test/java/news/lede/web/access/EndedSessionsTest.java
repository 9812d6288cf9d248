package news.lede.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {
    private static final Duration LASTS = Duration.ofDays(7);
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final EndedSessions ended = new EndedSessions(3, LASTS, clock);

    @Test
    void oneThatEndedStaysSoAndTheOthersGoOn() {
        ended.end("ada");
        clock.advance(LASTS);
        ended.end("ben");

        assertThat(ended.isEnded("ada", START)).isTrue();
        assertThat(ended.isEnded("cleo", START)).isFalse();
    }

    @Test
    void whereMoreEndThanAreRememberedAllUntilThenAreOver() {
        for (String name : new String[] {"ada", "ben", "cleo", "cleo"}) {
            ended.end(name);
        }
        assertThat(ended.isEnded("dora", START)).isFalse();
        clock.advance(Duration.ofHours(1));

        ended.end("emil");

        assertThat(ended.isEnded("ada", START)).isTrue();
        assertThat(ended.isEnded("emil", clock.instant())).isTrue();
        assertThat(ended.isEnded("dora", START)).isTrue();
        assertThat(ended.isEnded("finn", clock.instant().plusSeconds(1))).isFalse();
    }

    @Test
    void thoseWhoseCookiesHaveRunOutTakeNoRoom() {
        for (int i = 0; i < 9; i++) {
            ended.end("one " + i);
            clock.advance(LASTS.dividedBy(2));
        }

        assertThat(ended.isEnded("another", START)).isFalse();
    }
}
