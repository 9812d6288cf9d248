package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for a modal that Discord documents in prose only. */
final class ModalLimits {
    private static final int LABEL = 18;
    private static final int TEXT_DISPLAY = 10;
    private static final int MOST = 5;

    private ModalLimits() {}

    static List<String> faults(JsonNode modal) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (modal.path("title").asText().isBlank()
                || modal.path("title").asText().length() > 45) {
            faults.add("a modal's title of 1 to 45 characters wanted");
        }
        if (modal.path("custom_id").asText().isEmpty()) {
            faults.add("a modal without custom id");
        }
        JsonNode parts = modal.path("components");
        if (parts.isEmpty() || parts.size() > MOST) {
            faults.add(parts.size() + " parts of a modal, 1 to 5 wanted");
        }
        for (JsonNode part : parts) {
            int type = part.path("type").asInt();
            if (type != LABEL && type != TEXT_DISPLAY) {
                faults.add("a modal is made of labels: " + type);
            }
            if (type == LABEL) {
                label(part, ids, faults);
            }
        }
        return faults;
    }

    private static void label(JsonNode label, Set<String> ids, List<String> faults) {
        if (label.path("label").asText().isBlank()
                || label.path("label").asText().length() > 45) {
            faults.add("a label of 1 to 45 characters wanted");
        }
        if (label.path("description").asText().length() > 100) {
            faults.add("a label's description has more than 100 characters");
        }
        JsonNode input = label.path("component");
        if (!ids.add(input.path("custom_id").asText())) {
            faults.add("custom id twice: " + input.path("custom_id"));
        }
        if (input.hasNonNull("label")) {
            faults.add("an input in a label has no label of its own");
        }
        if (input.path("max_length").asInt(1) < 1 || input.path("max_length").asInt(1) > 4000) {
            faults.add("an input takes 1 to 4000 characters");
        }
        if (input.path("required").asBoolean(true) && input.path("min_values").asInt(1) == 0) {
            faults.add("a required menu without a least choice");
        }
    }
}
