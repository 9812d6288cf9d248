package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import news.lede.discord.server.DiscordServer;

/** Values that somebody might give to the options of a command, as it is registered. */
final class Filled {
    private Filled() {}

    /** For what must be given. */
    static Map<String, String> required(DiscordServer server, String command) {
        return values(server, command, false);
    }

    /** For everything that can be given. */
    static Map<String, String> all(DiscordServer server, String command) {
        return values(server, command, true);
    }

    private static Map<String, String> values(DiscordServer server, String command, boolean optional) {
        Map<String, String> values = new HashMap<>();
        for (JsonNode option : registered(server, command).path("options")) {
            if (optional || option.path("required").asBoolean()) {
                values.put(option.path("name").asText(), value(option));
            }
        }
        return values;
    }

    /** A command as it is registered. */
    static JsonNode registered(DiscordServer server, String command) {
        return server.commands()
                .valueStream()
                .filter(c -> c.path("name").asText().equals(command))
                .findFirst()
                .orElseThrow();
    }

    private static String value(JsonNode option) {
        if (!option.path("choices").isEmpty()) {
            return option.path("choices").path(0).path("value").asText();
        }
        return option.path("name").asText().equals("link") ? "https://news.example/41/ferry-line" : "4";
    }
}
