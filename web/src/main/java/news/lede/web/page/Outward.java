package news.lede.web.page;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Links that lead away from the desk. News names them, so none is followed that is not a page of the web: {@code javascript:} would run here. */
public final class Outward {
    private static final Set<String> WEB = Set.of("http", "https");

    private Outward() {}

    public static Optional<String> of(Optional<URI> address) {
        return address.filter(
                        a -> a.getScheme() != null && WEB.contains(a.getScheme().toLowerCase(Locale.ROOT)))
                .map(URI::toString);
    }
}
