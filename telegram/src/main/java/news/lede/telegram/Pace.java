package news.lede.telegram;

import java.time.Duration;
import java.util.List;
import news.lede.alert.Limits;

/**
 * How long we wait and try. {@code firstPause} doubles with every failure up to {@code longestPause}; a question is answered within {@code patience} of
 * reaching us or not at all, since a later answer surprises more than it helps. {@code limits}: how fast we write. {@code press}: how long the waiting sign on a button stays for
 * what becomes of it.
 */
record Pace(Duration firstPause, Duration longestPause, Duration patience, Limits limits, Duration press) {
    /** 30 messages a second in all, one a second to one chat, 20 a minute to a group or channel, each within a little more time. */
    private static final Limits SERVICE = new Limits(
            List.of(new Limits.Rate(30, Duration.ofMillis(1010))),
            place -> new Limits.Quota(
                    place.chat(), TelegramPersons.KEYS.isPersonal(place.chat()) ? Rates.PERSON : Rates.GROUP));

    /** Of the second that a person is willing to wait; the rest is the service's and the network's. */
    private static final Duration PRESS = Duration.ofMillis(250);

    static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60), SERVICE);

    Pace(Duration firstPause, Duration longestPause, Duration patience, Limits limits) {
        this(firstPause, longestPause, patience, limits, PRESS);
    }

    private static final class Rates {
        private static final Limits.Rate A_SECOND = new Limits.Rate(1, Duration.ofMillis(1100));
        private static final List<Limits.Rate> PERSON = List.of(A_SECOND);
        private static final List<Limits.Rate> GROUP = List.of(A_SECOND, new Limits.Rate(19, Duration.ofSeconds(61)));

        private Rates() {}
    }

    /** The pause after so many failures in a row, from 1. */
    Duration pauseAfter(int failures) {
        long factor = 1L << Math.min(failures - 1, 20);
        Duration pause = firstPause.multipliedBy(factor);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
