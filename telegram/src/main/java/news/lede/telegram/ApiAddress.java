package news.lede.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.telegram.telegrambots.meta.TelegramUrl;

/** Where the Bot API is. */
final class ApiAddress {
    private ApiAddress() {}

    /**
     * Reads {@code telegram.api-base-url}: empty for the real service, else {@code scheme://host:port}.
     *
     * @throws IllegalArgumentException saying what to write instead
     */
    static TelegramUrl parse(String baseUrl) {
        if (baseUrl.isBlank()) {
            return TelegramUrl.DEFAULT_URL;
        }
        URI uri;
        try {
            uri = new URI(baseUrl.strip());
        } catch (URISyntaxException e) {
            throw wrong(baseUrl, "is no address");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw wrong(baseUrl, "needs http:// or https:// and a host");
        }
        String path = String.valueOf(uri.getPath());
        if (!path.isEmpty() && !path.equals("/") || uri.getQuery() != null || uri.getUserInfo() != null) {
            throw wrong(baseUrl, "may hold no path, query or user");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new TelegramUrl(scheme, uri.getHost(), port, false);
    }

    private static IllegalArgumentException wrong(String baseUrl, String what) {
        return new IllegalArgumentException("telegram.api-base-url \"" + baseUrl + "\" " + what
                + "; write scheme://host:port, for example http://127.0.0.1:8081");
    }
}
