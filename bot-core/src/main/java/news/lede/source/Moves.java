package news.lede.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.lede.source.PollState.Move;

/** Decides when a permanent redirect is believed: the portal of a hotel's network redirects permanently too, and must not steal a feed. Pure. */
public final class Moves {
    private static final int SIGHTINGS = 3;
    private static final Duration OVER = Duration.ofDays(1);

    private Moves() {}

    /** What is known of a move after a poll that was redirected to {@code to}, or was not: each address begins anew. */
    public static Optional<Move> seen(Optional<Move> before, Optional<URI> to, Instant now) {
        return to.map(URI::toString)
                .map(address -> before.filter(move -> move.to().equals(address))
                        .map(move -> new Move(address, move.sightings() + 1, move.since()))
                        .orElseGet(() -> new Move(address, 1, now)));
    }

    /** Whether it was met often enough, over long enough. */
    public static boolean isBelieved(Move move, Instant now) {
        return move.sightings() >= SIGHTINGS && !now.isBefore(move.since().plus(OVER));
    }
}
