package news.lede.web.chat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Knows which addresses of a message may be followed from a page of ours. */
final class Links {
    private Links() {}

    /** The address, if it is one of a web page. */
    static Optional<String> web(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://")
                ? Optional.of(address.strip())
                : Optional.empty();
    }

    /** The host of an address, as apps show it; the address itself when it has none. */
    static String host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost()).orElse(address);
        } catch (URISyntaxException e) {
            return address;
        }
    }

    /** Opens a link that tells nobody where it was followed from. Closed by {@code a}. */
    static void open(Markup out, String address, String look) {
        out.open(
                "a",
                "class",
                look,
                "href",
                address,
                "title",
                address,
                "rel",
                "noopener noreferrer nofollow",
                "target",
                "_blank");
    }
}
