package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws a message as text, near to what Discord's client shows: marks resolved, links behind their label, times relative. */
final class ReaderView {
    private static final Pattern TIME = Pattern.compile("<t:(\\d+):R>");
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\[((?:\\\\.|[^\\]\\\\])*)]\\((<?)([^)>\\s]+)>?\\)");
    private static final Pattern MARKS = Pattern.compile("\\\\(\\p{Punct})|\\*\\*|__|(?m)^(?:-# |#{1,3} )|[*_`]");

    private ReaderView() {}

    static String of(Shown message, Instant now) {
        StringJoiner out = new StringJoiner("\n");
        if (message.ephemeral()) {
            out.add("(only you can see this)");
        }
        JsonNode json = message.json();
        if (!json.path("content").asText("").isEmpty()) {
            out.add(plain(json.path("content").asText(), now));
        }
        json.path("embeds").forEach(e -> embed(e, now, out));
        json.path("components").forEach(c -> component(c, now, out));
        return out.toString();
    }

    private static void embed(JsonNode embed, Instant now, StringJoiner out) {
        for (String field : new String[] {"title", "description"}) {
            if (embed.hasNonNull(field)) {
                out.add("| " + plain(embed.path(field).asText(), now).replace("\n", "\n| "));
            }
        }
        embed.path("fields").forEach(f -> {
            out.add("| " + plain(f.path("name").asText(), now));
            out.add("|   " + plain(f.path("value").asText(), now).replace("\n", "\n|   "));
        });
        for (String field : new String[] {"image", "thumbnail"}) {
            if (embed.has(field)) {
                out.add("| (picture)");
            }
        }
        if (embed.path("footer").hasNonNull("text")) {
            out.add("| " + embed.path("footer").path("text").asText());
        }
    }

    private static void component(JsonNode component, Instant now, StringJoiner out) {
        switch (component.path("type").asInt()) {
            case 1 -> {
                StringJoiner row = new StringJoiner(" ");
                component.path("components").forEach(b -> row.add(b.path("type").asInt() == 3 ? menu(b) : button(b)));
                out.add(row.toString());
            }
            case 9 -> {
                component.path("components").forEach(c -> component(c, now, out));
                JsonNode accessory = component.path("accessory");
                out.add(accessory.path("type").asInt() == 2 ? button(accessory) : picture(accessory));
            }
            case 10 -> out.add(plain(component.path("content").asText(), now));
            case 11 -> out.add(picture(component));
            case 12 -> component.path("items").forEach(i -> out.add(picture(i)));
            case 14 -> out.add("────────");
            case 17 -> component.path("components").forEach(c -> component(c, now, out));
            default -> out.add("(" + component.path("type") + ")");
        }
    }

    private static String picture(JsonNode media) {
        return "(picture: " + media.path("description").asText() + ")";
    }

    /** What is chosen stands in the closed menu, else what it asks for. */
    private static String menu(JsonNode menu) {
        StringJoiner chosen = new StringJoiner(", ");
        menu.path("options").forEach(o -> {
            if (o.path("default").asBoolean()) {
                chosen.add(o.path("label").asText());
            }
        });
        String shown = chosen.length() == 0 ? menu.path("placeholder").asText() : chosen.toString();
        return "[" + shown + " ▾]";
    }

    private static String button(JsonNode button) {
        String emoji = button.path("emoji").path("name").asText();
        return "[" + button.path("label").asText(emoji) + (button.path("style").asInt() == 5 ? " ↗" : "") + "]";
    }

    private static String plain(String markdown, Instant now) {
        String timed = TIME.matcher(markdown)
                .replaceAll(m ->
                        Matcher.quoteReplacement(relative(Instant.ofEpochSecond(Long.parseLong(m.group(1))), now)));
        StringBuilder out = new StringBuilder();
        Matcher link = LINK.matcher(timed);
        int from = 0;
        while (link.find()) {
            out.append(unmarked(timed.substring(from, link.start())))
                    .append(unmarked(link.group(1)))
                    .append(" <")
                    .append(link.group(3))
                    .append('>');
            from = link.end();
        }
        return out.append(unmarked(timed.substring(from))).toString();
    }

    private static String unmarked(String markdown) {
        return MARKS.matcher(markdown).replaceAll(m -> m.group(1) == null ? "" : Matcher.quoteReplacement(m.group(1)));
    }

    private static String relative(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.isNegative()) {
            return "in the future";
        }
        if (age.toMinutes() < 1) {
            return "a moment ago";
        }
        if (age.toHours() < 1) {
            return counted(age.toMinutes(), "minute");
        }
        if (age.toDays() < 1) {
            return counted(age.toHours(), "hour");
        }
        return counted(age.toDays(), "day");
    }

    private static String counted(long n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s") + " ago";
    }
}
