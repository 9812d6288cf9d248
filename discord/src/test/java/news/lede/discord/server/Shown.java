package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message of the bot as it stands. {@code json} is what was sent, {@code ephemeral} whether only the asker sees it. */
public record Shown(String id, JsonNode json, boolean ephemeral) {
    /** The message as a reader sees it at {@code now}: one text, markdown resolved, buttons in brackets. */
    public String asSeen(Instant now) {
        return ReaderView.of(this, now);
    }

    /** Custom ids of all buttons that ask the bot something, in order, by their label, or by their emoji where there is none. */
    public Map<String, String> buttons() {
        Map<String, String> buttons = new LinkedHashMap<>();
        for (JsonNode component : json.path("components").findParents("custom_id")) {
            String emoji = component.path("emoji").path("name").asText();
            buttons.putIfAbsent(
                    component.path("label").asText(emoji),
                    component.path("custom_id").asText());
        }
        return buttons;
    }

    /** Everything legible, raw as sent. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (!json.path("content").asText("").isEmpty()) {
            texts.add(json.path("content").asText());
        }
        json.path("embeds").forEach(e -> {
            texts.addAll(e.findValuesAsText("title"));
            texts.addAll(e.findValuesAsText("description"));
            texts.addAll(e.findValuesAsText("value"));
            texts.addAll(e.findValuesAsText("text"));
        });
        texts.addAll(json.path("components").findValuesAsText("content"));
        return texts;
    }
}
