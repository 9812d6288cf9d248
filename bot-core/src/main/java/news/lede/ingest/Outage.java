package news.lede.ingest;

import java.util.HashSet;
import java.util.Set;
import news.lede.ingest.Polled.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that it is we who are cut off: when nobody at all can be reached, the sources are not to blame, and must be asked as usual once the network is back. For one thread.
 */
final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    /** As many hosts in a row do not vanish by chance. */
    private static final int HOSTS = 10;

    private final Set<String> unreachable = new HashSet<>();

    /** Takes in what came of a poll, in the order in which they ended; true when it says nothing of its source. */
    boolean covers(Asked asked) {
        if (asked.unreachable().isEmpty()) {
            if (unreachable.size() >= HOSTS) {
                log.warn("the network is back");
            }
            unreachable.clear();
            return false;
        }
        boolean oneMore = unreachable.size() < HOSTS
                && unreachable.add(asked.unreachable().get());
        if (oneMore && unreachable.size() == HOSTS) {
            log.warn("no host can be reached; sources are asked again every floor, and none is blamed hosts={}", HOSTS);
        }
        return unreachable.size() >= HOSTS;
    }
}
