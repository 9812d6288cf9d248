package news.lede.opml;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.opml.PassedOver.Reason;

/** The address of a source, written one way: what people paste and lists hold differs in letters that mean nothing. */
public final class SourceAddress {
    private static final Set<String> WEB = Set.of("http", "https");
    /** {@code feed://host/…} and {@code feed:https://host/…} are what browsers handed to feed readers. */
    private static final Pattern FEED_SCHEME = Pattern.compile("(?i)feed:(?://)?(https?://)?");

    /** Signs that stand in addresses unescaped though they may not. */
    private static final Pattern UNESCAPED = Pattern.compile("[\\s\"<>\\\\^`{|}]");

    private SourceAddress() {}

    /** What became of an address. */
    public sealed interface Read {}

    /** Scheme and host in small letters, no fragment. */
    public record Usable(String address) implements Read {}

    /** It cannot be a source's. */
    public record Unusable(Reason why) implements Read {}

    /** Reads an address as it was typed or listed. */
    public static Read read(String typed) {
        Matcher feed = FEED_SCHEME.matcher(typed.strip());
        String text = feed.lookingAt()
                ? (feed.group(1) == null ? "http://" : feed.group(1))
                        + typed.strip().substring(feed.end())
                : typed.strip();
        try {
            return read(new URI(UNESCAPED
                    .matcher(text)
                    .replaceAll(m -> "%%%02X".formatted((int) m.group().charAt(0)))));
        } catch (URISyntaxException e) {
            // Told as what it is: no address.
            return new Unusable(Reason.NOT_WEB);
        }
    }

    private static Read read(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!WEB.contains(scheme) || uri.getRawAuthority() == null) {
            return new Unusable(Reason.NOT_WEB);
        }
        if (uri.getRawAuthority().indexOf('@') >= 0) {
            return new Unusable(Reason.CREDENTIALS);
        }
        if (uri.getHost() == null) {
            return new Unusable(Reason.NOT_WEB);
        }
        boolean usualPort = uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String port = uri.getPort() < 0 || usualPort ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Usable(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query);
    }
}
