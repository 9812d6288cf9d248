package news.lede.fetch;

import java.net.URI;
import java.util.Optional;

/** Reads one address over the network within its limits, following redirects, each hop under the same rules. Thread-safe; blocks. */
public interface Fetcher extends AutoCloseable {
    /** Has a say before each redirect is followed. */
    @FunctionalInterface
    interface Onward {
        Onward ANYWHERE = _ -> Optional.empty();

        /** The outcome to end with instead of asking {@code next}; empty to go on. The time it takes does not count. */
        Optional<FetchOutcome> objection(URI next);
    }

    FetchOutcome fetch(FetchRequest request);

    /** As {@link #fetch(FetchRequest)}; {@code onward} is asked before each redirect is followed, by those fetchers that walk redirects. */
    default FetchOutcome fetch(FetchRequest request, Onward onward) {
        return fetch(request);
    }

    @Override
    void close();
}
