package news.lede.discord;

/**
 * How to reach Discord. {@code token} is not empty; {@code apiBaseUrl} as in {@code http://127.0.0.1:8701/api/v10/}, empty for the real service;
 * {@code gatewayUrl} as in {@code ws://127.0.0.1:8702/}, empty to ask the API for it.
 */
public record DiscordSettings(String token, String apiBaseUrl, String gatewayUrl) {
    public DiscordSettings {
        token = token.strip();
        if (token.isEmpty()) {
            throw new IllegalArgumentException("no discord.token");
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "DiscordSettings[apiBaseUrl=" + apiBaseUrl + ", gatewayUrl=" + gatewayUrl + "]";
    }
}
