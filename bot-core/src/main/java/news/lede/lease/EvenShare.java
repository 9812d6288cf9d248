package news.lede.lease;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many of some alike leases each process has that lives, and what one of them is to do so that they are spread evenly. Nobody tells anybody: all see the same leases, and each comes to what it is to
 * do itself. Pure.
 *
 * @param self the one that asks
 * @param counts by holder, also of those that have none; {@code self} among them
 * @param all how many such leases there are
 */
public record EvenShare(String self, Map<String, Integer> counts, int all) {
    private static final Duration FOR_EACH_MORE = Duration.ofSeconds(3);

    public EvenShare {
        counts = Map.copyOf(counts);
        if (!counts.containsKey(self)) {
            throw new IllegalArgumentException("whoever asks lives");
        }
    }

    /** By who holds what at the moment: the leases in question are called {@code names}. */
    public static EvenShare of(String self, Collection<Lease> held, Set<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put(self, 0);
        Presence.living(held).forEach(holder -> counts.put(holder, 0));
        held.stream()
                .filter(lease -> names.contains(lease.name()))
                .forEach(lease -> counts.merge(lease.holder(), 1, Integer::sum));
        return new EvenShare(self, counts, names.size());
    }

    /** How many nobody has. */
    public int free() {
        return all - counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int mine() {
        return counts.getOrDefault(self, 0);
    }

    private int fewest() {
        return Collections.min(counts.values());
    }

    /** How long free ones are left to those who have fewer. They may hang: so not for ever. */
    public Duration patience() {
        return FOR_EACH_MORE.multipliedBy(mine() - fewest());
    }

    /** Whether we are to let go of one, which whoever has fewest will take. One process at a time does. */
    public boolean isToHandOver() {
        int mine = mine();
        return free() == 0
                && mine - fewest() >= 2
                && counts.entrySet().stream()
                        .noneMatch(other -> other.getValue() > mine
                                || (other.getValue() == mine && other.getKey().compareTo(self) < 0));
    }
}
