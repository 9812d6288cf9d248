package news.lede.hub;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.fetch.WebAddress;

/** That changes of {@code topic} can be subscribed to at {@code hub}. */
public record HubNotice(URI hub, URI topic) {
    /**
     * What the answer to a poll says of it: its headers, before the feed itself, as WebSub wants it. Of several hubs one is enough, one reached by TLS rather than another.
     *
     * @param from where the answer came from
     * @param links the headers {@code Link}, joined
     * @param self the address the feed gives itself
     * @param hubs those the feed names
     */
    public static Optional<HubNotice> of(URI from, Optional<String> links, Optional<URI> self, List<URI> hubs) {
        LinkHeader header = LinkHeader.of(from, links.orElse(""));
        List<URI> named = header.to("hub");
        Optional<URI> topic = header.to("self").stream().findFirst().or(() -> self);
        return (named.isEmpty() ? hubs : named)
                .stream()
                        .filter(HubNotice::isWeb)
                        .min(Comparator.comparing(hub -> !isSecret(hub)))
                        .map(hub -> new HubNotice(
                                hub, topic.filter(HubNotice::isWeb).orElse(from)));
    }

    /** Whether nobody can listen to what we tell the hub. */
    boolean isSecret() {
        return isSecret(hub);
    }

    private static boolean isSecret(URI hub) {
        return "https".equals(scheme(hub));
    }

    private static boolean isWeb(URI address) {
        return (scheme(address).equals("http") || scheme(address).equals("https"))
                && !WebAddress.host(address).isEmpty();
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }
}
