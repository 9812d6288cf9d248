package news.lede.discord;

import java.time.InstantSource;

/** What all adapters of one process have in common: what they know of servers, and how much Discord refused to this address. Thread-safe. */
public final class Commons {
    private final Servers servers = new Servers();
    private final RefusalCount refusals;

    public Commons(InstantSource clock) {
        this.refusals = new RefusalCount(clock);
    }

    Servers servers() {
        return servers;
    }

    RefusalCount refusals() {
        return refusals;
    }
}
