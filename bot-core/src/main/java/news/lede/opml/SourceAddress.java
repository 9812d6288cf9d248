package news.lede.opml;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.fetch.WebAddress;
import news.lede.opml.PassedOver.Reason;

/** The address of a source, written one way: what people paste and lists hold differs in letters that mean nothing. */
public final class SourceAddress {
    private static final Set<String> WEB = Set.of("http", "https");
    /** {@code feed://host/…} and {@code feed:https://host/…} are what browsers handed to feed readers. */
    private static final Pattern FEED_SCHEME = Pattern.compile("(?i)feed:(?://)?(https?://)?");

    private SourceAddress() {}

    /** What became of an address. */
    public sealed interface Read {}

    /** Scheme and host in small letters, no fragment. */
    public record Usable(String address) implements Read {}

    /** It cannot be a source's. */
    public record Unusable(Reason why) implements Read {}

    /** Reads an address as it was typed or listed. */
    public static Read read(String typed) {
        String text = typed.strip();
        Matcher feed = FEED_SCHEME.matcher(text);
        if (feed.lookingAt()) {
            text = (feed.group(1) == null ? "http://" : feed.group(1)) + text.substring(feed.end());
        }
        return WebAddress.parse(text).map(SourceAddress::read).orElse(new Unusable(Reason.NOT_WEB));
    }

    private static Read read(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = WebAddress.host(uri);
        int port = WebAddress.port(uri);
        if (!WEB.contains(scheme) || host.isEmpty() || port < 0) {
            return new Unusable(Reason.NOT_WEB);
        }
        if (uri.getRawAuthority().indexOf('@') >= 0) {
            return new Unusable(Reason.CREDENTIALS);
        }
        boolean usualPort = port == (scheme.equals("https") ? 443 : 80);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Usable(scheme + "://" + host + (usualPort ? "" : ":" + port) + path + query);
    }
}
