package news.lede.fetch;

import java.net.URI;
import java.util.Optional;

/** What publishers say about who may read their pages. */
public interface PageRules {
    /** Nobody objects to anything. */
    PageRules NONE = _ -> Optional.empty();

    /** Why {@code page} must not be read now, as the outcome of trying to; empty when it may be. May ask the publisher first, and blocks meanwhile. */
    Optional<FetchOutcome> objection(URI page);

    default boolean allowed(URI page) {
        return objection(page).isEmpty();
    }
}
