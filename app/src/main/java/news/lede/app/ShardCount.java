package news.lede.app;

import java.util.OptionalInt;
import news.lede.community.PlatformFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many shards all processes share: as many as are set, else as many as Discord advised when that was asked first. It is kept in the store, since all must mean the same, and changes only when Discord
 * advises far more or far fewer: then every connection is made anew. Thread-safe.
 */
final class ShardCount {
    private static final Logger LOG = LoggerFactory.getLogger(ShardCount.class);
    private static final String ACCOUNT = "gateway";
    private static final String FACT = "shards";

    private final PlatformFacts facts;
    private final int set;

    /** @param set by the operator; 0: as Discord advises */
    ShardCount(PlatformFacts facts, int set) {
        this.facts = facts;
        this.set = set;
    }

    /** Empty until somebody was advised. */
    OptionalInt agreed() {
        return facts.told(Platforms.DISCORD, ACCOUNT, FACT)
                .map(count -> OptionalInt.of(Integer.parseInt(count)))
                .orElseGet(OptionalInt::empty);
    }

    /** Discord advises so many at the moment. */
    void advise(int advised) {
        OptionalInt before = agreed();
        int now = next(before, advised);
        if (before.isEmpty() || before.getAsInt() != now) {
            facts.tell(Platforms.DISCORD, ACCOUNT, FACT, Integer.toString(now));
            LOG.info("discord shards count={} advised={} before={}", now, advised, before);
        }
    }

    /** Discord advises one for about 1,000 servers and refuses more than 2,500 on one: by half as many more there is time enough. */
    private int next(OptionalInt before, int advised) {
        if (set > 0) {
            return set;
        }
        int kept = before.orElse(advised);
        return 2 * advised > 3 * kept || 3 * advised < kept ? advised : kept;
    }
}
