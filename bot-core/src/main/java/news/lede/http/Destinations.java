package news.lede.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.util.Optional;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Validators;

/**
 * Remembers where redirected addresses ended and which validators were given there. Validators belong to the address that gave them: sent elsewhere, a date could earn a
 * "not modified" for something never read. Without this memory a redirected feed would be read whole each time; after a restart it is, once.
 */
final class Destinations {
    /** Few feeds are redirected for long, since permanent moves are followed for good. */
    private static final int MOST = 10_000;

    private record Given(URI at, Validators validators) {}

    private final Cache<URI, Given> redirected =
            Caffeine.newBuilder().maximumSize(MOST).build();

    void note(URI asked, URI answered, Validators given) {
        if (!asked.equals(answered)) {
            redirected.put(asked, new Given(answered, given));
        } else if (redirected.estimatedSize() > 0) {
            redirected.invalidate(asked);
        }
    }

    /** Whether the validators of {@code request} may be sent to {@code hop}. Those of an address that is not known to be redirected are its own. */
    boolean belongsTo(FetchRequest request, URI hop) {
        Optional<Given> known = redirected.estimatedSize() == 0
                ? Optional.empty()
                : Optional.ofNullable(redirected.getIfPresent(request.address()))
                        .filter(given -> given.validators().equals(request.validators()));
        return hop.equals(known.map(Given::at).orElse(request.address()));
    }
}
