package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The limits that stand in the documentation's prose only. */
final class RequestRules {
    static final int MAX_TEXT = 4096;
    private static final int MAX_COMMANDS = 100;
    private static final int MAX_BUTTONS = 100;
    private static final int MAX_BUTTONS_IN_ROW = 8;

    private RequestRules() {}

    /** The text after entity parsing, trimmed as the service does, within its limit in UTF-16 code units. */
    static FormattedText text(JsonNode call) {
        String raw = call.path("text").asText();
        String mode = call.path("parse_mode").asText("");
        FormattedText parsed = switch (mode) {
            case "" -> new FormattedText(raw, List.of());
            case "HTML", "html" -> HtmlParser.parse(raw);
            default -> throw Refusal.ofBadRequest("unsupported parse_mode " + mode);
        };
        if (parsed.text().isBlank()) {
            throw Refusal.ofBadRequest("message text is empty");
        }
        if (parsed.text().length() > MAX_TEXT) {
            throw Refusal.ofBadRequest("message is too long");
        }
        for (int i = 0; i < parsed.text().length(); i++) {
            char c = parsed.text().charAt(i);
            if (c < ' ' && c != '\n' || c == 0x7f) {
                throw Refusal.ofBadRequest("control character " + (int) c + " in the text");
            }
        }
        return Detection.in(parsed);
    }

    /** A rich message as readers see it. Only HTML is read; nothing is detected where that was asked for. */
    static FormattedText rich(JsonNode call) {
        JsonNode message = ApiDescription.unwrapped(call.path("rich_message"));
        if (!message.path("html").isTextual() || message.has("markdown")) {
            throw Refusal.ofBadRequest("rich message must have HTML and nothing else");
        }
        FormattedText parsed = RichHtmlParser.parse(message.path("html").asText());
        return message.path("skip_entity_detection").asBoolean(false) ? parsed : Detection.in(parsed);
    }

    /** A message that is being written: only alone with somebody, and for a moment. */
    static void draft(JsonNode call) {
        if (call.path("chat_id").asLong() <= 0) {
            throw Refusal.ofBadRequest("PEER_ID_INVALID");
        }
        if (call.path("draft_id").asLong() == 0) {
            throw Refusal.ofBadRequest("DRAFT_ID_INVALID");
        }
        if (!call.path("text").asText("").isEmpty()) {
            text(call);
        }
    }

    static List<List<Button>> keyboard(JsonNode call) {
        JsonNode markup = ApiDescription.unwrapped(call.path("reply_markup"));
        List<List<Button>> rows = new ArrayList<>();
        int count = 0;
        for (JsonNode row : markup.path("inline_keyboard")) {
            List<Button> buttons = new ArrayList<>();
            row.forEach(b -> buttons.add(button(b)));
            if (buttons.isEmpty() || buttons.size() > MAX_BUTTONS_IN_ROW) {
                throw Refusal.ofBadRequest("a row of " + buttons.size() + " buttons");
            }
            count += buttons.size();
            rows.add(List.copyOf(buttons));
        }
        if (count > MAX_BUTTONS) {
            throw Refusal.ofBadRequest("REPLY_MARKUP_TOO_LONG");
        }
        return rows;
    }

    private static Button button(JsonNode button) {
        String label = button.path("text").asText();
        if (label.isBlank()) {
            throw Refusal.ofBadRequest("text buttons are unallowed in the inline keyboard");
        }
        Set<String> kinds = new HashSet<>();
        button.fieldNames().forEachRemaining(kinds::add);
        kinds.removeAll(Set.of("text", "icon_custom_emoji_id", "style"));
        if (kinds.size() != 1) {
            throw Refusal.ofBadRequest("button \"" + label + "\" must be of exactly one kind, is " + kinds);
        }
        Optional<String> data = Optional.ofNullable(button.get("callback_data")).map(JsonNode::asText);
        Optional<String> url = Optional.ofNullable(button.get("url")).map(JsonNode::asText);
        Optional<String> copies = Optional.ofNullable(button.get("copy_text"))
                .map(c -> c.path("text").asText());
        data.ifPresent(d -> within(d.getBytes(StandardCharsets.UTF_8).length, 1, 64, "BUTTON_DATA_INVALID"));
        copies.ifPresent(c -> within(c.length(), 1, 256, "BUTTON_COPY_TEXT_INVALID"));
        if (url.isPresent() && !url.get().matches("(?i)(https?|tg)://[^\\s]+")) {
            throw Refusal.ofBadRequest("BUTTON_URL_INVALID");
        }
        Optional<String> shares = Optional.ofNullable(button.get("switch_inline_query_chosen_chat"))
                .map(c -> c.path("query").asText());
        String style = button.path("style").asText("");
        if (!Set.of("", "danger", "success", "primary").contains(style)) {
            throw Refusal.ofBadRequest("BUTTON_STYLE_INVALID");
        }
        return new Button(label, data, url, copies, shares, style);
    }

    static void callbackAnswer(JsonNode call) {
        within(call.path("text").asText("").length(), 0, 200, "MESSAGE_TOO_LONG");
        String url = call.path("url").asText("");
        if (!url.isEmpty() && !url.matches("https://t\\.me/[A-Za-z0-9_]{5,32}\\?start=[A-Za-z0-9_-]{1,64}")) {
            throw Refusal.ofBadRequest("URL_INVALID");
        }
    }

    static void commands(JsonNode call) {
        JsonNode commands = ApiDescription.unwrapped(call.path("commands"));
        within(commands.size(), 0, MAX_COMMANDS, "BOT_COMMANDS_TOO_MUCH");
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            String name = command.path("command").asText();
            if (!name.matches("[a-z0-9_]{1,32}") || !names.add(name)) {
                throw Refusal.ofBadRequest("BOT_COMMAND_INVALID");
            }
            within(command.path("description").asText().length(), 1, 256, "BOT_COMMAND_DESCRIPTION_INVALID");
        }
        if (!call.path("language_code").asText("").matches("([a-z]{2})?")) {
            throw Refusal.ofBadRequest("LANGUAGE_CODE_INVALID");
        }
    }

    static void within(int value, int min, int max, String otherwise) {
        if (value < min || value > max) {
            throw Refusal.ofBadRequest(otherwise);
        }
    }
}
