package news.lede.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S,just now",
        "PT44S,just now",
        "PT-44S,in a moment",
        "PT50S,1 min ago",
        "PT12M20S,12 min ago",
        "PT59M40S,1 h ago",
        "PT-3H,in 3 h",
        "PT47H,47 h ago",
        "PT120H,5 days ago",
        "P31D,3 Apr 2026"
    })
    void distancesAreRoundedAsPeopleSayThem(Duration ago, String text) {
        assertThat(new When(NOW.minus(ago), NOW).relative()).isEqualTo(text);
    }

    @Test
    void theExactTimeStandsBehindIt() {
        When when = new When(NOW, NOW);

        assertThat(when.exact()).isEqualTo("Mon 4 May 2026, 08:00:00 UTC");
        assertThat(when.machine()).isEqualTo("2026-05-04T08:00:00Z");
    }
}
