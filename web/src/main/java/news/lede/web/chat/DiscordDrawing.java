package news.lede.web.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws a message as Discord's apps do: boxes with a coloured edge (components of version 2), embeds, rows of buttons and menus, pictures as frames. In: the body of a request that would create the message, or of a
 * post in a forum. A part that Discord may have and this does not know is named, not left out. Pure.
 */
public final class DiscordDrawing {
    private static final int EPHEMERAL = 1 << 6;
    private static final int SILENT = 1 << 12;
    private static final int DEFAULT_EDGE = 0x202225;

    private final Markup out = new Markup();
    private final Scene scene;
    private final DiscordControls controls;

    private DiscordDrawing(Scene scene) {
        this.scene = scene;
        this.controls = new DiscordControls(out, scene);
    }

    /** HTML of one message. */
    public static String message(JsonNode payload, Scene scene) {
        DiscordDrawing drawing = new DiscordDrawing(scene);
        drawing.draw(payload);
        return drawing.out.toString();
    }

    /** HTML of a form that opens over the chat: the {@code data} of a response that opens a modal. Its fields are named by the ids that Discord would send back. */
    public static String form(JsonNode modal, Scene scene) {
        DiscordDrawing drawing = new DiscordDrawing(scene);
        drawing.controls.form(modal);
        return drawing.out.toString();
    }

    private void draw(JsonNode payload) {
        boolean post = payload.path("message").isObject();
        JsonNode message = post ? payload.path("message") : payload;
        out.open("article", "class", "dc-message", "aria-label", "A message from Lede in Discord");
        if (post) {
            out.element("div", payload.path("name").asText(), "class", "dc-post", "dir", "auto");
        }
        if (message.path("message_reference").isObject()) {
            out.element("div", "In reply to an earlier message", "class", "dc-reply");
        }
        head(message);
        out.open("div", "class", "dc-body");
        String content = message.path("content").asText("");
        if (!content.isEmpty()) {
            DiscordMarks.lines(content, out, scene);
        }
        message.path("embeds").forEach(this::embed);
        message.path("components").forEach(this::component);
        if ((message.path("flags").asInt() & EPHEMERAL) != 0) {
            out.element("div", "Only you can see this · Dismiss message", "class", "dc-alone");
        }
        out.close("div").close("article");
    }

    private void head(JsonNode message) {
        Avatar.draw(out, "dc-avatar");
        out.open("div", "class", "dc-head")
                .element("b", "Lede", "class", "dc-author")
                .element("span", "APP", "class", "dc-app");
        Times.write(out, Long.toString(scene.now().getEpochSecond()), Times.time(FormatStyle.SHORT), scene);
        if ((message.path("flags").asInt() & SILENT) != 0) {
            out.element("span", "🔕", "class", "dc-silent", "title", "This was a @silent message.");
        }
        out.close("div");
    }

    private void component(JsonNode part) {
        switch (part.path("type").asInt()) {
            case 1 -> controls.row(part);
            case 9 -> section(part);
            case 10 -> text(part);
            case 12 -> gallery(part);
            case 14 -> separator(part);
            case 17 -> container(part);
            default -> unknown(part);
        }
    }

    private void unknown(JsonNode part) {
        out.element("div", "(a part of type " + part.path("type").asText("?") + ")", "class", "dc-unknown");
    }

    private void text(JsonNode part) {
        out.open("div", "class", "dc-text");
        DiscordMarks.lines(part.path("content").asText(), out, scene);
        out.close("div");
    }

    private void container(JsonNode part) {
        boolean coloured = part.path("accent_color").isInt();
        out.open("div", "class", coloured ? "dc-box dc-edged" : "dc-box");
        if (coloured) {
            edge(part.path("accent_color").asInt());
        }
        part.path("components").forEach(this::component);
        out.close("div");
    }

    /** A colour is any of 16 million, and the page allows no styles of its own; so the edge is a picture. */
    private void edge(int colour) {
        out.open("svg", "class", "dc-edge", "aria-hidden", "true", "preserveAspectRatio", "none", "viewBox", "0 0 4 4")
                .open(
                        "rect",
                        "width",
                        "4",
                        "height",
                        "4",
                        "fill",
                        String.format(Locale.ROOT, "#%06x", colour & 0xFFFFFF))
                .close("rect")
                .close("svg");
    }

    private void section(JsonNode part) {
        out.open("div", "class", "dc-section").open("div", "class", "dc-beside");
        part.path("components").forEach(this::component);
        out.close("div");
        JsonNode accessory = part.path("accessory");
        switch (accessory.path("type").asInt()) {
            case 2 -> controls.button(accessory);
            case 11 ->
                Frames.picture(
                        out, "dc-thumb", accessory.path("media").path("url").asText(), words(accessory));
            default -> unknown(accessory);
        }
        out.close("div");
    }

    private void gallery(JsonNode part) {
        out.open("div", "class", "dc-gallery");
        part.path("items")
                .forEach(item -> Frames.picture(
                        out, "dc-picture", item.path("media").path("url").asText(), words(item)));
        out.close("div");
    }

    private static Optional<String> words(JsonNode of) {
        return Optional.of(of.path("description").asText("")).filter(words -> !words.isBlank());
    }

    private void separator(JsonNode part) {
        boolean line = part.path("divider").asBoolean(true);
        boolean wide = part.path("spacing").asInt(1) == 2;
        out.open("div", "class", (line ? "dc-line-across" : "dc-gap") + (wide ? " dc-wide" : ""))
                .close("div");
    }

    private void embed(JsonNode embed) {
        out.open("div", "class", "dc-embed");
        edge(embed.path("color").asInt(DEFAULT_EDGE));
        out.open("div", "class", "dc-embed-words");
        words(embed, "author", "name", "dc-embed-author");
        String title = embed.path("title").asText("");
        if (!title.isEmpty()) {
            out.open("div", "class", "dc-embed-title", "dir", "auto");
            Optional<String> address = Links.web(embed.path("url").asText(""));
            address.ifPresent(a -> Links.open(out, a, "dc-link"));
            DiscordMarks.inline(title, out, scene);
            address.ifPresent(_ -> out.close("a"));
            out.close("div");
        }
        String description = embed.path("description").asText("");
        if (!description.isEmpty()) {
            out.open("div", "class", "dc-text");
            DiscordMarks.lines(description, out, scene);
            out.close("div");
        }
        fields(embed.path("fields"));
        picture(embed, "image", "dc-picture");
        words(embed, "footer", "text", "dc-embed-footer");
        out.close("div");
        picture(embed, "thumbnail", "dc-thumb");
        out.close("div");
    }

    private void words(JsonNode embed, String part, String name, String look) {
        String words = embed.path(part).path(name).asText("");
        if (!words.isEmpty()) {
            out.element("div", words, "class", look, "dir", "auto");
        }
    }

    private void fields(JsonNode fields) {
        if (fields.isEmpty()) {
            return;
        }
        out.open("div", "class", "dc-fields");
        for (JsonNode field : fields) {
            out.open("div", "class", field.path("inline").asBoolean() ? "dc-field dc-inline" : "dc-field")
                    .open("div", "class", "dc-field-name", "dir", "auto");
            DiscordMarks.inline(field.path("name").asText(), out, scene);
            out.close("div").open("div", "class", "dc-text");
            DiscordMarks.lines(field.path("value").asText(), out, scene);
            out.close("div").close("div");
        }
        out.close("div");
    }

    private void picture(JsonNode embed, String which, String look) {
        String address = embed.path(which).path("url").asText("");
        if (!address.isEmpty()) {
            Frames.picture(out, look, address, Optional.empty());
        }
    }
}
