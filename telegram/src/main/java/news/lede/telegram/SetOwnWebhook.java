package news.lede.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethodBoolean;

/** {@code setWebhook} without a certificate, and so as a call like all others; the library's own is made for uploading one. */
@SuppressWarnings("UnusedVariable") // The fields are read by whoever writes the call as JSON.
final class SetOwnWebhook extends BotApiMethodBoolean {
    /** As many updates at once as the service does by itself; each waits for one write, and writes are shared. */
    private static final int CONNECTIONS = 40;

    private final String url;
    private final String secret;

    SetOwnWebhook(URI url, String secret) {
        this.url = url.toString();
        this.secret = secret;
    }

    @JsonProperty("url")
    String url() {
        return url;
    }

    @JsonProperty("secret_token")
    String secret() {
        return secret;
    }

    @JsonProperty("allowed_updates")
    List<String> kinds() {
        return List.copyOf(UpdateReader.KINDS);
    }

    @JsonProperty("max_connections")
    int connections() {
        return CONNECTIONS;
    }

    @Override
    public String getMethod() {
        return "setWebhook";
    }

    /** Without the secret: libraries write calls that fail into their messages. */
    @Override
    public String toString() {
        return "setWebhook " + url;
    }
}
