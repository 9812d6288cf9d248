package news.lede.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.text.WebAddress;
import org.jsoup.nodes.Element;

/** Makes absolute web addresses of what a feed writes as links: against {@code xml:base}, then the feed's own address. Pure. */
final class Links {
    private static final String BASE = "xml:base";

    private final Optional<URI> feed;
    private final boolean hasBases;

    /** {@code hasBases}: whether {@code xml:base} occurs in the document at all; most have none. */
    Links(Optional<URI> feed, boolean hasBases) {
        this.feed = feed.filter(URI::isAbsolute).filter(f -> f.getRawAuthority() != null);
        this.hasBases = hasBases;
    }

    /** The http or https address that {@code href} means where it stands; empty for anything else. */
    Optional<URI> resolve(String href, Element at) {
        if (href.isEmpty()) {
            return Optional.empty();
        }
        // Escaped once too often: no address has "&amp;" in it.
        String once = href.contains("&amp;") ? href.replace("&amp;", "&") : href;
        return WebAddress.resolve(hasBases ? base(at) : feed, once);
    }

    /** The address in an attribute. */
    Optional<URI> attribute(Element element, String attribute) {
        return resolve(element.attr(attribute), element);
    }

    private Optional<URI> base(Element at) {
        List<String> chain = new ArrayList<>();
        for (Element e = at; e != null; e = e.parent()) {
            if (e.hasAttr(BASE)) {
                chain.add(e.attr(BASE));
            }
        }
        Optional<URI> base = feed;
        for (String inner : chain.reversed()) {
            Optional<URI> outer = base;
            base = WebAddress.resolve(outer, inner).or(() -> outer);
        }
        return base;
    }
}
