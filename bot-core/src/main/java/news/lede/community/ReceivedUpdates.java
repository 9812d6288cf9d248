package news.lede.community;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a platform handed us, kept from before we tell it that we have it until it is answered: whoever is killed in between answers after the next start.
 * Thread-safe.
 */
public interface ReceivedUpdates {
    /** Nothing is kept longer, answered or not. */
    Duration KEPT = Duration.ofHours(24);

    /**
     * One thing that happened.
     *
     * @param number the platform's, rising
     * @param body as received
     * @param at when we received it
     */
    record Received(long number, String body, Instant at) {}

    /**
     * Keeps those that are not known yet, and forgets of every platform what is older than {@link #KEPT} by {@code now}; one write, whole or not at all.
     */
    void keep(String platform, Collection<Received> updates, Instant now);

    /**
     * These need nothing more: they are deleted in one write. Of the latest that was ever kept the bare number stays, without its body, since the platform may
     * hand over again what it has not been told that we have.
     */
    void answered(String platform, Collection<Long> numbers);

    /** What is kept and not answered, in the order of the numbers. */
    List<Received> waiting(String platform);

    /** The same without {@code known}, of which nothing but the numbers is read: for whoever looks several times a second while thousands are under way. */
    default List<Received> waiting(String platform, Set<Long> known) {
        return waiting(platform).stream()
                .filter(update -> !known.contains(update.number()))
                .toList();
    }

    /** The highest number kept, answered or not. */
    OptionalLong latest(String platform);
}
