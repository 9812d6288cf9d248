package news.lede.discord;

import java.time.Duration;
import java.util.function.IntConsumer;
import news.lede.lease.Turns;

/** What an adapter does of all that is to be done on Discord; other processes may do the rest. */
public sealed interface Portion {
    /**
     * All of it.
     *
     * @param shards how many connections; 0: as many as Discord advises
     */
    record Whole(int shards) implements Portion {}

    /**
     * What is told unasked, for which no connection is needed.
     *
     * @param advised is told how many connections Discord advises: at the start, then every hour
     */
    record Telling(IntConsumer advised) implements Portion {}

    /**
     * One connection, with the servers that are told to it: answers there, and hears what changes.
     *
     * @param number from 0 on
     * @param of how many there are in all
     * @param logins one at a time in each lane; Discord says how many lanes there are
     */
    record Shard(int number, int of, Turns logins) implements Portion {
        /** Discord counts logins for five seconds; its own clock and the way there take a little more. */
        public static final Duration BETWEEN_LOGINS = Duration.ofMillis(5_250);
    }
}
