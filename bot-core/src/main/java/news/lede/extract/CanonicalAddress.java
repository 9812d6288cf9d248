package news.lede.extract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.text.WebAddress;
import org.jsoup.nodes.Element;

/**
 * Decides which address an article is known by: the one the page calls canonical, if that is an article of the same site. A home page is never one, and neither is
 * another site: a page that points there would hand its article to somebody else (docs/decisions/0026). Pure.
 */
final class CanonicalAddress {
    private static final Pattern CANONICAL = Pattern.compile("(?i)\\bcanonical\\b");

    private CanonicalAddress() {}

    /** {@code fetched}: where the page was read, if known. */
    static Optional<URI> of(Landmarks page, Metas metas, Optional<URI> fetched) {
        Optional<URI> own = fetched.filter(CanonicalAddress::isWeb);
        Optional<String> linked = page.links.stream()
                .filter(l -> CANONICAL.matcher(l.attr("rel")).find())
                .map((Element l) -> l.attr("href"))
                .findFirst();
        return Stream.of(linked, metas.first("og:url"))
                .flatMap(Optional::stream)
                .flatMap(u -> WebAddress.resolve(fetched.filter(CanonicalAddress::isWeb), u).stream())
                .filter(CanonicalAddress::hasPath)
                .filter(u -> own.map(o -> Site.of(o).equals(Site.of(u))).orElse(true))
                .findFirst()
                .or(() -> own);
    }

    private static boolean hasPath(URI uri) {
        String path = uri.getRawPath();
        return (path != null && path.length() > 1) || uri.getRawQuery() != null;
    }

    private static boolean isWeb(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    }
}
