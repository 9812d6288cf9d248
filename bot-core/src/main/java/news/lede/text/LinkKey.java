package news.lede.text;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what two links have in common when they lead to the same page. Scheme, {@code www}, usual ports, trailing slash, the order of parameters, parameters that
 * tell how a reader came, and fragments do not count; a fragment that is a route of a page ({@code #!/...}, {@code #/...}) does. Neither does whether it is the page for
 * phones, for print or for caches (AMP), where the address says so. Pure.
 */
public final class LinkKey {
    /** Query parameters that say how a reader came, not what is read. */
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_\\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|mc_[ce]id|_hsenc|_hsmi|mkt_tok|igshid|igsh|cmpid|"
                    + "ns_\\w+|ito|ocid|at_\\w+|guccounter|xtor|wt_mc|wt\\.mc_id|wt_zmc|ref_src|ref_url|smid|smtyp|s_cid|srnd|spm|_ga|_gl|"
                    + "pk_campaign|pk_kwd|pk_source|pk_medium|piwik_campaign|mtm_\\w+|maca|traffic_source|cmp|sref|tpcc)");

    /** Parameters that are tracking only when they say "came by the feed". */
    private static final Set<String> ORIGIN = Set.of(
            "source",
            "src",
            "from",
            "ref",
            "referrer",
            "referer",
            "origin",
            "via",
            "cid",
            "partner",
            "medium",
            "campaign",
            "fr");

    private LinkKey() {}

    /** {@code site/path?query}; empty for a home page, which every link of a site would share. */
    public static Optional<String> of(URI link) {
        String host = link.getHost();
        if (host == null) {
            return Optional.empty();
        }
        String path = PageVariant.plainPath(withoutTrailingSlashes(link.getRawPath() == null ? "" : link.getRawPath()));
        String query = query(link.getRawQuery());
        String route = route(link.getRawFragment());
        if (path.isEmpty() && query.isEmpty() && route.isEmpty()) {
            return Optional.empty();
        }
        String site = PageVariant.plainHost(host.toLowerCase(Locale.ROOT));
        String port = link.getPort() < 0 || link.getPort() == 80 || link.getPort() == 443 ? "" : ":" + link.getPort();
        return Optional.of(site + port + path + query + route);
    }

    private static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String query(String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        String kept = String.join(
                "&",
                Arrays.stream(raw.split("&"))
                        .filter(p -> !p.isEmpty() && !isTracking(p) && !PageVariant.isMark(p))
                        .sorted()
                        .toList());
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        if (TRACKING.matcher(name).matches()) {
            return true;
        }
        String value = equals < 0 ? "" : parameter.substring(equals + 1).toLowerCase(Locale.ROOT);
        return ORIGIN.contains(name.toLowerCase(Locale.ROOT)) && (value.contains("rss") || value.contains("feed"));
    }

    private static String route(String fragment) {
        return fragment != null && fragment.length() > 1 && (fragment.startsWith("!") || fragment.startsWith("/"))
                ? "#" + fragment
                : "";
    }
}
