package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks Discord whether it is there and knows our token, before JDA begins: JDA would tell the same as an exception and pages of log, once for every try.
 */
final class Reach {
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private final OkHttpClient http;
    private final DiscordSettings settings;

    Reach(OkHttpClient http, DiscordSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    String baseUrl() {
        if (settings.apiBaseUrl().isBlank()) {
            return RestConfig.DEFAULT_BASE_URL;
        }
        return settings.apiBaseUrl().endsWith("/") ? settings.apiBaseUrl() : settings.apiBaseUrl() + "/";
    }

    /**
     * What came of asking.
     *
     * @param status {@link DiscordStatus.Connecting} when one may log in, else why not
     * @param shards how many Discord advises; 0 when one may not log in
     */
    record Found(DiscordStatus status, int shards) {
        private static Found not(DiscordStatus why) {
            return new Found(why, 0);
        }

        boolean isReachable() {
            return status instanceof DiscordStatus.Connecting;
        }
    }

    Found ask() {
        if (HttpUrl.parse(baseUrl()) == null) {
            return Found.not(new DiscordStatus.Refused("discord.api-base-url is no address: \"" + settings.apiBaseUrl()
                    + "\". Write one like https://discord.com/api/v10/, or leave it empty for the real service."));
        }
        if (!TOKEN.matcher(settings.token()).matches()) {
            return Found.not(
                    new DiscordStatus.Refused(
                            "discord.token holds characters that no token has, such as spaces. Copy it again from the developer portal."));
        }
        Request request = new Request.Builder()
                .url(baseUrl() + "gateway/bot")
                .header("Authorization", "Bot " + settings.token())
                .build();
        try (Response response = http.newCall(request).execute()) {
            return switch (response.code()) {
                case 401 ->
                    Found.not(
                            new DiscordStatus.Refused(
                                    "Discord does not accept the token. Copy the bot's token again from the developer portal into discord.token."));
                case 200 -> describesGateway(response);
                default -> Found.not(new DiscordStatus.Unreachable("Discord answers with status " + response.code()));
            };
        } catch (IOException e) {
            return Found.not(new DiscordStatus.Unreachable("no answer from " + host() + ": " + e.getMessage()));
        }
    }

    private static Found describesGateway(Response response) throws IOException {
        JsonNode gateway = new ObjectMapper().readTree(response.body().string());
        return gateway.hasNonNull("url")
                ? new Found(
                        new DiscordStatus.Connecting(),
                        Math.max(1, gateway.path("shards").asInt()))
                : Found.not(new DiscordStatus.Unreachable("what answers there is not Discord's API"));
    }

    private String host() {
        return HttpUrl.get(baseUrl()).host();
    }
}
