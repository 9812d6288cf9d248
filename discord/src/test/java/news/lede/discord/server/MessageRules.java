package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The rules for a new message, without a server: what it would find wrong with it. */
public final class MessageRules {
    private static final String NEW_MESSAGE = "POST /interactions/{interaction_id}/{interaction_token}/callback";

    private final Schemas schemas = new Schemas();

    /** What is wrong with {@code message} as one of a channel, which may call a role; empty when nothing is. */
    public List<String> faultsOfAlert(JsonNode message) {
        List<String> faults = new ArrayList<>(schemas.faults("POST /channels/{channel_id}/messages", message));
        faults.addAll(MessageLimits.faults(message));
        faults.addAll(MessageLimits.calls(message));
        return faults;
    }

    /** What is wrong with {@code message} as an answer to an interaction; empty when nothing is. */
    public List<String> faults(JsonNode message) {
        List<String> faults = new ArrayList<>(
                schemas.faults(NEW_MESSAGE, Json.object().put("type", 4).set("data", message)));
        faults.addAll(MessageLimits.faults(message));
        if (!MessageLimits.silent(message)) {
            faults.add("mentions are not restricted");
        }
        return faults;
    }
}
