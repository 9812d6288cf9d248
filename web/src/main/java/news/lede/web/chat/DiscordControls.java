package news.lede.web.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws what Discord's readers press, choose from and fill in. Where the scene is live these are parts of the form around the message: a button sends its id as {@code press}, a menu with the id ID what
 * was chosen as {@code pick-ID}, a field of a modal with the id ID what was written as {@code field-ID}.
 */
final class DiscordControls {
    private static final int BUTTON = 2;
    private static final int MENU = 3;
    private static final int INPUT = 4;

    private final Markup out;
    private final Scene scene;

    DiscordControls(Markup out, Scene scene) {
        this.out = out;
        this.scene = scene;
    }

    void row(JsonNode row) {
        out.open("div", "class", "dc-row");
        for (JsonNode part : row.path("components")) {
            switch (part.path("type").asInt()) {
                case BUTTON -> button(part);
                case MENU -> menu(part);
                default ->
                    out.element("span", "(a part of type " + part.path("type").asText("?") + ")");
            }
        }
        out.close("div");
    }

    void button(JsonNode button) {
        String look = "dc-button "
                + switch (button.path("style").asInt()) {
                    case 1 -> "dc-primary";
                    case 3 -> "dc-success";
                    case 4 -> "dc-danger";
                    default -> "dc-secondary";
                };
        Optional<String> address = Links.web(button.path("url").asText(""));
        boolean presses =
                scene.live() && address.isEmpty() && !button.path("disabled").asBoolean();
        if (address.isPresent()) {
            Links.open(out, address.get(), look);
        } else if (presses) {
            out.open(
                    "button",
                    "class",
                    look,
                    "name",
                    "press",
                    "value",
                    button.path("custom_id").asText());
        } else {
            out.open("span", "class", look);
        }
        if (button.path("emoji").isObject()) {
            out.element("span", button.path("emoji").path("name").asText(), "class", "dc-emoji");
        }
        if (button.hasNonNull("label")) {
            out.element("span", button.path("label").asText(), "dir", "auto");
        }
        if (address.isPresent()) {
            out.element("span", "↗", "aria-hidden", "true");
        }
        out.close(address.isPresent() ? "a" : presses ? "button" : "span");
    }

    private void menu(JsonNode menu) {
        if (scene.live()) {
            String id = menu.path("custom_id").asText();
            out.open("span", "class", "dc-choosing");
            select(menu, "pick-" + id, menu.path("placeholder").asText("Choose"));
            out.element("button", "Choose", "class", "dc-button dc-secondary", "name", "press", "value", id)
                    .close("span");
            return;
        }
        List<String> chosen = new ArrayList<>();
        menu.path("options").forEach(option -> {
            if (option.path("default").asBoolean()) {
                chosen.add(option.path("label").asText());
            }
        });
        out.open("span", "class", "dc-menu");
        if (chosen.isEmpty()) {
            out.element("span", menu.path("placeholder").asText(""), "class", "dc-placeholder", "dir", "auto");
        } else {
            chosen.forEach(label -> out.element("span", label, "class", several(menu) ? "dc-chip" : "", "dir", "auto"));
        }
        out.element("span", "⌄", "class", "dc-open", "aria-hidden", "true").close("span");
    }

    private static boolean several(JsonNode menu) {
        return menu.path("max_values").asInt(1) > 1;
    }

    private void select(JsonNode menu, String name, String label) {
        List<String> attributes = new ArrayList<>(List.of("class", "dc-select", "name", name, "aria-label", label));
        if (several(menu)) {
            int shown = Math.min(6, menu.path("options").size());
            attributes.addAll(List.of("multiple", "multiple", "size", Integer.toString(shown)));
        }
        out.open("select", attributes.toArray(String[]::new));
        if (!several(menu)
                && menu.path("options")
                        .valueStream()
                        .noneMatch(option -> option.path("default").asBoolean())) {
            out.element("option", label, "value", "");
        }
        for (JsonNode option : menu.path("options")) {
            String value = option.path("value").asText();
            if (option.path("default").asBoolean()) {
                out.element("option", option.path("label").asText(), "value", value, "selected", "selected");
            } else {
                out.element("option", option.path("label").asText(), "value", value);
            }
        }
        out.close("select");
    }

    /** Every field of ours stands in a label with its explanation. */
    void form(JsonNode modal) {
        String id = modal.path("custom_id").asText();
        out.open(
                        "div",
                        "class",
                        "dc-modal",
                        "role",
                        "group",
                        "aria-label",
                        modal.path("title").asText())
                .element("div", modal.path("title").asText(), "class", "dc-modal-title", "dir", "auto");
        modal.path("components").forEach(this::field);
        out.open("div", "class", "dc-modal-end")
                .element("button", "Cancel", "class", "dc-button dc-secondary", "name", "cancel", "value", id)
                .element("button", "Submit", "class", "dc-button dc-primary", "name", "submit", "value", id)
                .close("div")
                .close("div");
    }

    private void field(JsonNode label) {
        JsonNode field = label.path("component");
        String id = "field-" + field.path("custom_id").asText();
        boolean required = field.path("required").asBoolean(true);
        out.open("label", "class", "dc-field-label")
                .open("span", "class", "dc-field-name", "dir", "auto")
                .text(label.path("label").asText());
        if (required) {
            out.element("span", " *", "class", "dc-required");
        }
        out.close("span");
        String explained = label.path("description").asText("");
        if (!explained.isEmpty()) {
            out.element("span", explained, "class", "dc-small", "dir", "auto");
        }
        switch (field.path("type").asInt()) {
            case INPUT -> input(field, id);
            case MENU -> select(field, id, label.path("label").asText());
            default ->
                out.element("span", "(a part of type " + field.path("type").asText("?") + ")");
        }
        out.close("label");
    }

    private void input(JsonNode field, String id) {
        String most = Integer.toString(field.path("max_length").asInt(4_000));
        String value = field.path("value").asText("");
        if (field.path("style").asInt(1) == 2) {
            out.open("textarea", "class", "dc-input", "name", id, "maxlength", most, "rows", "4", "dir", "auto")
                    .text(value)
                    .close("textarea");
        } else {
            out.open("input", "class", "dc-input", "name", id, "maxlength", most, "value", value, "dir", "auto");
        }
    }
}
