package news.lede.web.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Draws a message as Telegram's apps do: a bubble with its text, quotes that open, the page it shows below, the keyboard under it. In: the parameters of {@code sendMessage}, {@code sendRichMessage} or
 * {@code editMessageText}. Pure.
 */
public final class TelegramDrawing {
    private final Markup out = new Markup();
    private final Scene scene;

    private TelegramDrawing(Scene scene) {
        this.scene = scene;
    }

    /** HTML of one message. */
    public static String message(JsonNode payload, Scene scene) {
        TelegramDrawing drawing = new TelegramDrawing(scene);
        drawing.draw(payload);
        return drawing.out.toString();
    }

    private void draw(JsonNode payload) {
        boolean rich = payload.path("rich_message").isObject();
        String html = rich
                ? payload.path("rich_message").path("html").asText()
                : payload.path("text").asText();
        out.open("article", "class", "tg-message", "aria-label", "A message from Lede in Telegram")
                .open("div", "class", rich ? "tg-bubble tg-rich" : "tg-bubble");
        if (payload.path("reply_parameters").isObject()) {
            out.open("div", "class", "tg-reply")
                    .element("b", "In reply to")
                    .element("span", "an earlier message")
                    .close("div");
        }
        boolean rightToLeft = payload.path("rich_message").path("is_rtl").asBoolean();
        out.open("div", "class", "tg-text", "dir", rightToLeft ? "rtl" : "auto");
        if (rich || payload.path("parse_mode").asText("").equalsIgnoreCase("html")) {
            boolean finds =
                    !payload.path("rich_message").path("skip_entity_detection").asBoolean();
            TelegramMarks.write(html, out, scene, finds);
        } else {
            out.text(html);
        }
        out.close("div");
        preview(payload.path("link_preview_options"), html);
        out.open("div", "class", "tg-foot");
        if (payload.has("message_id")) {
            out.text("edited ");
        }
        Times.write(out, Long.toString(scene.now().getEpochSecond()), Times.time(FormatStyle.SHORT), scene);
        out.close("div").close("div");
        keyboard(payload.path("reply_markup").path("inline_keyboard"));
        out.close("article");
    }

    /** What the page says of itself is Telegram's to fetch; here stand its site and what the message calls it. */
    private void preview(JsonNode options, String html) {
        String address = options.path("url").asText("");
        if (address.isEmpty() || options.path("is_disabled").asBoolean()) {
            return;
        }
        boolean large = options.path("prefer_large_media").asBoolean();
        out.open("div", "class", large ? "tg-preview tg-large" : "tg-preview")
                .open("div", "class", "tg-preview-words")
                .element("b", Links.host(address), "class", "tg-site");
        title(html, address).ifPresent(title -> out.element("b", title, "class", "tg-page", "dir", "auto"));
        out.close("div");
        Frames.picture(out, large ? "tg-picture" : "tg-thumb", address, Optional.empty());
        out.close("div");
    }

    private static Optional<String> title(String html, String address) {
        return Jsoup.parse(html, "", Parser.xmlParser()).select("a").stream()
                .filter(link -> link.attr("href").equals(address))
                .map(Element::text)
                .filter(words -> words.length() > 4)
                .findFirst();
    }

    private void keyboard(JsonNode rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.open("div", "class", "tg-keyboard");
        for (JsonNode row : rows) {
            out.open("div", "class", "tg-row");
            row.forEach(this::button);
            out.close("div");
        }
        out.close("div");
    }

    private void button(JsonNode button) {
        String style = button.path("style").asText("");
        String look = "tg-button"
                + switch (style) {
                    case "primary", "success", "danger" -> " tg-" + style;
                    default -> "";
                };
        String pressed = button.path("callback_data").asText(button.path("url").asText(""));
        boolean presses = scene.live() && !pressed.isEmpty();
        if (presses) {
            out.open("button", "class", look, "name", "press", "value", pressed);
        } else {
            out.open("span", "class", look);
        }
        out.element("span", button.path("text").asText(), "class", "tg-label", "dir", "auto");
        sign(button)
                .ifPresent(sign -> out.element(
                        "span",
                        sign.sign,
                        "class",
                        "tg-sign",
                        "title",
                        sign.meaning,
                        "aria-label",
                        sign.meaning,
                        "role",
                        "img"));
        out.close(presses ? "button" : "span");
    }

    private record Sign(String sign, String meaning) {}

    /** The small sign in the corner of buttons that do something else than call back. */
    private static Optional<Sign> sign(JsonNode button) {
        if (button.has("url")) {
            return Optional.of(new Sign("↗", "opens " + button.path("url").asText()));
        }
        if (button.has("copy_text")) {
            return Optional.of(new Sign(
                    "⧉", "copies " + button.path("copy_text").path("text").asText()));
        }
        return button.has("switch_inline_query_chosen_chat") || button.has("switch_inline_query")
                ? Optional.of(new Sign("↪", "lets the reader choose a chat"))
                : Optional.empty();
    }
}
