package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.lede.source.PollState.Move;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Optional<URI> NEW = Optional.of(URI.create("https://new.example/feed"));

    @Test
    void equalSightingsAddUpAndAnotherAddressBeginsAnew() {
        Optional<Move> once = Moves.seen(Optional.empty(), NEW, NOON);
        Optional<Move> twice = Moves.seen(once, NEW, NOON.plusSeconds(60));
        assertThat(twice).contains(new Move("https://new.example/feed", 2, NOON));
        assertThat(Moves.seen(twice, Optional.of(URI.create("https://portal.example/")), NOON.plusSeconds(120)))
                .contains(new Move("https://portal.example/", 1, NOON.plusSeconds(120)));
        assertThat(Moves.seen(twice, Optional.empty(), NOON)).isEmpty();
    }

    @Test
    void threeOverADayAreBelievedAndNothingLess() {
        Instant dayLater = NOON.plus(Duration.ofDays(1));
        assertThat(Moves.isBelieved(new Move("a", 3, NOON), dayLater)).isTrue();
        assertThat(Moves.isBelieved(new Move("a", 2, NOON), dayLater)).isFalse();
        assertThat(Moves.isBelieved(new Move("a", 99, NOON), dayLater.minusMillis(1)))
                .isFalse();
    }
}
