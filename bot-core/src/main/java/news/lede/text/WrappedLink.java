package news.lede.text;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the address inside a link that leads to it by a detour: search engines, mail filters, archives, caches and counters write it into their own address. Nothing is
 * fetched. What comes out is a plain http or https address like any other a stranger gives, to be checked as such. Pure.
 */
public final class WrappedLink {
    /** A page on {@code hosts} whose path matches and one of whose parameters is the address. */
    private record Detour(Pattern hosts, Pattern path, List<String> parameters) {
        Detour(String hosts, String path, String... parameters) {
            this(Pattern.compile(hosts), Pattern.compile(path), List.of(parameters));
        }
    }

    /** Wrappers are wrapped again by mail filters and by those who share; deeper nests are no news. */
    private static final int DEEPEST = 5;

    private static final List<Detour> DETOURS = List.of(
            new Detour("(?:www\\.|news\\.)?google\\.[a-z.]{2,6}", "/url|/imgres|/link", "q", "url", "imgrefurl"),
            new Detour("(?:www\\.)?bing\\.com", "/news/apiclick\\.aspx", "url"),
            new Detour(
                    "lm?\\.(?:facebook|instagram)\\.com|(?:www\\.|m\\.)?facebook\\.com", "/l\\.php|/flx/warn/?|/", "u"),
            new Detour(
                    "[a-z0-9.-]+\\.safelinks\\.protection\\.outlook\\.com|safelinks\\.protection\\.outlook\\.com",
                    "/.*",
                    "url"),
            new Detour("(?:www\\.)?duckduckgo\\.com", "/l/?", "uddg"),
            new Detour("out\\.reddit\\.com", "/.*", "url"),
            new Detour("(?:www\\.|m\\.)?youtube\\.com", "/redirect", "q"),
            new Detour("(?:www\\.)?linkedin\\.com", "/redir/redirect|/safety/go", "url"),
            new Detour("(?:m\\.)?vk\\.com", "/away\\.php", "to"),
            new Detour("t\\.umblr\\.com", "/redirect", "z"),
            new Detour("(?:www\\.)?steamcommunity\\.com", "/linkfilter/?", "url", "u"),
            new Detour("slack-redir\\.net", "/link", "url"),
            new Detour("click\\.redditmail\\.com|getpocket\\.com", "/redirect", "url"),
            new Detour("(?:www\\.)?disq\\.us", "/url", "url"),
            new Detour("href\\.li|(?:www\\.)?anonym\\.to|nullrefer\\.com", "/?", ""));
    /** What pages that only lead on are called, and how their address parameter is. */
    private static final Pattern ONWARD = Pattern.compile(
            "(?i)(?:^|/)(?:redirect|redir|away|outbound|click|goto|exit|linkout)(?:\\.(?:php|aspx?|html?|do))?/?$");

    private static final List<String> ONWARD_PARAMETERS = List.of(
            "url",
            "u",
            "to",
            "target",
            "dest",
            "destination",
            "redirect",
            "redirect_url",
            "redirecturl",
            "link",
            "goto");

    private static final Pattern YAHOO = Pattern.compile("/RU=([^/]+)/RK=");
    private static final Pattern YAHOO_STAR = Pattern.compile("/\\*(https?(?:%3a|:).+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARCHIVE = Pattern.compile(
            "^/(?:web/)?(?:\\d{4,14}(?:[a-z]{2}_|\\*)?|newest|oldest|o/\\w+|\\d{4}\\.\\d{2}\\.\\d{2}-\\d{6})/(https?:?/.+|[a-z0-9.-]+\\.[a-z]{2,}/.+)$");
    private static final Set<String> ARCHIVES = Set.of(
            "web.archive.org",
            "archive.ph",
            "archive.today",
            "archive.is",
            "archive.li",
            "archive.md",
            "archive.vn",
            "archive.fo");
    private static final Pattern CACHED =
            Pattern.compile("^cache:(?:[\\w-]{8,16}:)?(https?://\\S+|[\\w.-]+\\.\\w+/\\S*)");
    private static final Pattern AMP_CACHE =
            Pattern.compile("^/(?:[a-z]/)?(s/)?([a-z0-9.-]+\\.[a-z0-9-]{2,}(?::\\d+)?/.*)$");
    private static final Pattern GOOGLE_AMP = Pattern.compile("^/amp/(s/)?([a-z0-9.-]+\\.[a-z]{2,}/.*)$");
    private static final Pattern PROOFPOINT_3 = Pattern.compile("^/v3/__(https?:/.+?)__;");

    private WrappedLink() {}

    /** The address that a wrapping link leads to, through all wrappings; empty for a link that wraps none, and for one that does not show it. */
    public static Optional<URI> unwrap(URI link) {
        Optional<URI> inner = Optional.empty();
        URI outer = link;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<URI> next = once(outer);
            if (next.isEmpty() || next.get().equals(outer)) {
                break;
            }
            inner = next;
            outer = next.get();
        }
        return inner;
    }

    /**
     * Whether a link is a wrapper that does not show where it leads, nor would its page: Google News since 2024 and Apple News. Of such an entry there is the headline
     * and no more. Shorteners are not opaque, they redirect.
     */
    public static boolean isOpaque(URI link) {
        URI target = unwrap(link).orElse(link);
        String host = host(target);
        return NewsGoogle.isArticle(host, path(target))
                || (host.equals("apple.news") && path(target).length() > 2);
    }

    private static Optional<URI> once(URI link) {
        String host = host(link);
        String path = path(link);
        return NewsGoogle.target(host, path)
                .or(() -> special(host, path, link))
                .or(() -> DETOURS.stream()
                        .filter(d -> d.hosts().matcher(host).matches()
                                && d.path().matcher(path).matches())
                        .flatMap(d -> parameter(link, d.parameters()).stream())
                        .findFirst()
                        .or(() -> ONWARD.matcher(path).find() ? onward(link, host) : Optional.empty()))
                .flatMap(WrappedLink::address);
    }

    private static Optional<String> special(String host, String path, URI link) {
        if (host.endsWith("search.yahoo.com") || host.endsWith("rd.yahoo.com")) {
            return group(YAHOO, path)
                    .map(WrappedLink::decoded)
                    .or(() -> group(YAHOO_STAR, path).map(WrappedLink::decoded));
        }
        if (ARCHIVES.contains(host)) {
            return group(ARCHIVE, path + query(link)).map(WrappedLink::withScheme);
        }
        if (host.equals("webcache.googleusercontent.com")) {
            return value(link, "q").flatMap(q -> group(CACHED, q)).map(WrappedLink::withScheme);
        }
        if (host.endsWith(".cdn.ampproject.org") || host.equals("cdn.ampproject.org")) {
            return amp(AMP_CACHE, path + query(link));
        }
        if (host.matches("(?:www\\.)?google\\.[a-z.]{2,6}") && path.startsWith("/amp/")) {
            return amp(GOOGLE_AMP, path + query(link));
        }
        if (host.equals("urldefense.proofpoint.com") && path.equals("/v2/url")) {
            return value(link, "u").map(u -> decoded(u.replace('-', '%').replace('_', '/')));
        }
        if (host.equals("urldefense.com")) {
            return group(PROOFPOINT_3, path + query(link)).map(WrappedLink::withScheme);
        }
        if (host.endsWith("bing.com") && path.equals("/ck/a")) {
            return value(link, "u").filter(u -> u.startsWith("a1")).flatMap(u -> NewsGoogle.base64(u.substring(2)));
        }
        return Optional.empty();
    }

    private static Optional<String> onward(URI link, String host) {
        return parameter(link, ONWARD_PARAMETERS)
                .filter(v -> address(v).map(a -> !host(a).equals(host)).orElse(false));
    }

    private static Optional<String> amp(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.find()
                ? Optional.of((matcher.group(1) == null ? "http://" : "https://") + matcher.group(2))
                : Optional.empty();
    }

    private static Optional<String> parameter(URI link, List<String> names) {
        return names.stream()
                .flatMap(n -> n.isEmpty() ? Optional.ofNullable(link.getRawQuery()).stream() : value(link, n).stream())
                .filter(v -> address(v).isPresent())
                .findFirst();
    }

    /** Only what is written out as an address; nothing is made of a path or of another scheme. */
    private static Optional<URI> address(String text) {
        return text.regionMatches(true, 0, "http", 0, 4) ? WebAddress.absolute(text) : Optional.empty();
    }

    private static Optional<String> value(URI link, String name) {
        String query = link.getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equalsIgnoreCase(name)) {
                return Optional.of(decoded(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A broken escape: what is written is taken as it is.
            return text;
        }
    }

    /** Archives join the slashes of "http://" and leave it out of what they show. */
    private static String withScheme(String target) {
        Matcher joined = Pattern.compile("^(https?):?/{1,2}(?!/)").matcher(target);
        return joined.find() ? joined.group(1) + "://" + target.substring(joined.end()) : "http://" + target;
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String host(URI link) {
        String host = link.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private static String path(URI link) {
        return link.getRawPath() == null || link.getRawPath().isEmpty() ? "/" : link.getRawPath();
    }

    private static String query(URI link) {
        return link.getRawQuery() == null ? "" : "?" + link.getRawQuery();
    }
}
