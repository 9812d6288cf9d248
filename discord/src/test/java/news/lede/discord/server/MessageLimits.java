package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The limits of a message that Discord documents in prose only. Takes a message as it would stand after the request. */
final class MessageLimits {
    static final int COMPONENTS_V2 = 1 << 15;
    private static final int CONTENT = 2000;
    private static final int ALL_EMBEDS = 6000;
    private static final int ROWS = 5;
    private static final int COMPONENTS = 40;
    private static final int ALL_TEXT_DISPLAYS = 4000;

    private MessageLimits() {}

    static List<String> faults(JsonNode message) {
        List<String> faults = new ArrayList<>();
        boolean v2 = (message.path("flags").asInt() & COMPONENTS_V2) != 0;
        if (length(message.path("content")) > CONTENT) {
            faults.add("content has more than 2000 characters");
        }
        if (v2
                && (length(message.path("content")) > 0
                        || !message.path("embeds").isEmpty())) {
            faults.add("components v2 exclude content and embeds");
        }
        if (length(message.path("content")) == 0
                && message.path("embeds").isEmpty()
                && message.path("components").isEmpty()) {
            faults.add("an empty message");
        }
        embeds(message.path("embeds"), faults);
        components(message.path("components"), v2, faults);
        return faults;
    }

    /** Whether nothing in a request of this body can ping anybody. */
    static boolean silent(JsonNode request) {
        JsonNode mentions = request.path("allowed_mentions");
        return mentions.path("parse").isArray()
                && mentions.path("parse").isEmpty()
                && mentions.path("users").isEmpty()
                && mentions.path("roles").isEmpty()
                && !mentions.path("replied_user").asBoolean();
    }

    /** What is wrong with whom a message of ours may call: nobody, or roles that it names in its text. */
    static List<String> calls(JsonNode request) {
        JsonNode mentions = request.path("allowed_mentions");
        if (!mentions.path("parse").isArray()
                || !mentions.path("parse").isEmpty()
                || !mentions.path("users").isEmpty()
                || mentions.path("replied_user").asBoolean()) {
            return List.of("mentions are not restricted: " + mentions);
        }
        String texts = request.path("content").asText("")
                + String.join("\n", request.path("components").findValuesAsText("content"));
        return stream(mentions.path("roles"))
                .filter(role -> !texts.contains("<@&" + role.asText() + ">"))
                .map(role -> "a role that the text does not name: " + role)
                .toList();
    }

    private static void embeds(JsonNode embeds, List<String> faults) {
        int total = 0;
        for (JsonNode embed : embeds) {
            int length = length(embed.path("title"))
                    + length(embed.path("description"))
                    + length(embed.path("footer").path("text"))
                    + length(embed.path("author").path("name"));
            for (JsonNode field : embed.path("fields")) {
                if (field.path("name").asText().isBlank()
                        || field.path("value").asText().isBlank()) {
                    faults.add("an embed's field is blank");
                }
                length += length(field.path("name")) + length(field.path("value"));
            }
            if (length == 0 && !embed.has("image") && !embed.has("thumbnail")) {
                faults.add("an embed is empty");
            }
            link(embed.path("url"), faults);
            total += length;
        }
        if (total > ALL_EMBEDS) {
            faults.add("embeds have " + total + " characters of 6000");
        }
    }

    private static void components(JsonNode top, boolean v2, List<String> faults) {
        List<JsonNode> all = stream(top).flatMap(MessageLimits::withChildren).toList();
        if (v2 && all.size() > COMPONENTS) {
            faults.add(all.size() + " components of 40");
        }
        if (!v2 && top.size() > ROWS) {
            faults.add(top.size() + " action rows of 5");
        }
        if (!v2 && stream(top).anyMatch(c -> c.path("type").asInt() != 1)) {
            faults.add("a component of version 2 without its flag");
        }
        int texts = all.stream()
                .filter(c -> c.path("type").asInt() == 10)
                .mapToInt(c -> length(c.path("content")))
                .sum();
        if (texts > ALL_TEXT_DISPLAYS) {
            faults.add("text displays have " + texts + " characters of 4000");
        }
        if (all.stream()
                .anyMatch(c -> c.path("type").asInt() == 10
                        && c.path("content").asText().isBlank())) {
            faults.add("a text display is blank");
        }
        Set<String> ids = new HashSet<>();
        all.stream()
                .filter(c -> c.hasNonNull("custom_id"))
                .map(c -> c.path("custom_id").asText())
                .filter(id -> !ids.add(id))
                .forEach(id -> faults.add("custom id twice: " + id));
        all.stream().filter(c -> c.path("type").asInt() == 2).forEach(b -> button(b, faults));
        all.stream().filter(c -> c.path("type").asInt() == 1).forEach(row -> {
            if (row.path("components").size() > 1
                    && stream(row.path("components"))
                            .anyMatch(c -> c.path("type").asInt() != 2)) {
                faults.add("a menu shares its row");
            }
        });
    }

    private static void button(JsonNode button, List<String> faults) {
        boolean link = button.path("style").asInt() == 5;
        if (link == button.hasNonNull("custom_id") || link != button.hasNonNull("url")) {
            faults.add("a button has a custom id, or a link and the style of one: " + button);
        }
        if (button.path("label").asText().isBlank() && !button.hasNonNull("emoji")) {
            faults.add("a button without label");
        }
        link(button.path("url"), faults);
    }

    private static void link(JsonNode url, List<String> faults) {
        if (url.isTextual() && !url.asText().matches("(?i)(https?|discord)://.+")) {
            faults.add("link with a scheme that is not allowed: " + url);
        }
    }

    private static Stream<JsonNode> withChildren(JsonNode component) {
        Stream<JsonNode> below = stream(component.path("components")).flatMap(MessageLimits::withChildren);
        Stream<JsonNode> beside =
                component.has("accessory") ? withChildren(component.path("accessory")) : Stream.empty();
        return Stream.concat(Stream.of(component), Stream.concat(below, beside));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    private static int length(JsonNode text) {
        String t = text.isTextual() ? text.asText().strip() : "";
        return t.codePointCount(0, t.length());
    }
}
