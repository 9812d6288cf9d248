package news.lede.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Makes absolute web addresses of what a feed writes as links: against {@code xml:base}, then the feed's own address. Pure. */
final class Links {
    private static final int LONGEST = 8192;

    private final Optional<URI> feed;

    Links(Optional<URI> feed) {
        this.feed = feed;
    }

    /** The http or https address that {@code href} means where it stands; empty for anything else. */
    Optional<URI> resolve(String href, Element at) {
        Optional<URI> target = parse(href);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        URI resolved = target.get();
        if (!resolved.isAbsolute()) {
            Optional<URI> base = base(at);
            if (base.isEmpty()) {
                return Optional.empty();
            }
            resolved = base.get().resolve(resolved);
        }
        String scheme = resolved.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        return web && resolved.getHost() != null ? Optional.of(resolved) : Optional.empty();
    }

    private Optional<URI> base(Element at) {
        List<URI> chain = new ArrayList<>();
        for (Element e = at; e != null; e = e.parent()) {
            if (e.hasAttr("xml:base")) {
                parse(e.attr("xml:base")).ifPresent(chain::add);
            }
        }
        feed.ifPresent(chain::add);
        URI base = URI.create("");
        for (URI outer : chain.reversed()) {
            base = base.toString().isEmpty() ? outer : base.resolve(outer);
        }
        return base.isAbsolute() ? Optional.of(base) : Optional.empty();
    }

    private static Optional<URI> parse(String href) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < Math.min(href.length(), LONGEST + 1); i++) {
            char c = href.charAt(i);
            if (c > ' ' && c != 127) {
                clean.append(
                        "\"<>\\^`{|}".indexOf(c) >= 0
                                ? "%" + Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)
                                : c);
            } else if (c == ' ' && !clean.isEmpty() && i + 1 < href.strip().length()) {
                clean.append("%20");
            }
        }
        if (clean.isEmpty() || clean.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(clean.toString()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
