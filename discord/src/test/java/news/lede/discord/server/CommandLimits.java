package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules for a set of commands that Discord documents in prose only. */
final class CommandLimits {
    private static final String NAME = "[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}";
    private static final int CHAT = 1;
    private static final Map<Integer, Integer> MOST = Map.of(CHAT, 100, 2, 15, 3, 15);
    private static final int ALL_TEXT = 8000;
    private static final Set<String> LOCALES = Set.of(
            "ar", "he", "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no",
            "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja",
            "zh-TW", "ko");

    private CommandLimits() {}

    static List<String> faults(JsonNode commands) {
        List<String> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            int type = command.path("type").asInt(CHAT);
            String name = command.path("name").asText();
            if (!names.add(type + name)) {
                faults.add("command twice: " + name);
            }
            if (type == CHAT) {
                chat(command, name, faults);
            } else if (!command.path("description").asText("").isEmpty()
                    || !command.path("options").isEmpty()) {
                faults.add("a menu command has neither description nor options: " + name);
            }
            locales(command, faults);
        }
        MOST.forEach((type, most) -> {
            if (MessageLimits.stream(commands)
                            .filter(c -> c.path("type").asInt(CHAT) == type)
                            .count()
                    > most) {
                faults.add("more than " + most + " commands of type " + type);
            }
        });
        return faults;
    }

    private static void chat(JsonNode command, String name, List<String> faults) {
        named(name, faults);
        described(command, name, faults);
        int length = length(command);
        boolean optional = false;
        Set<String> options = new HashSet<>();
        for (JsonNode option : command.path("options")) {
            String full = name + "." + option.path("name").asText();
            named(option.path("name").asText(), faults);
            described(option, full, faults);
            locales(option, faults);
            if (!options.add(option.path("name").asText())) {
                faults.add("option twice: " + full);
            }
            if (option.path("required").asBoolean() && optional) {
                faults.add("a required option after an optional one: " + full);
            }
            if (option.path("autocomplete").asBoolean()
                    && !option.path("choices").isEmpty()) {
                faults.add("choices and autocomplete exclude each other: " + full);
            }
            optional |= !option.path("required").asBoolean();
            length += length(option);
        }
        if (length > ALL_TEXT) {
            faults.add(name + " has " + length + " characters of 8000");
        }
    }

    private static int length(JsonNode thing) {
        return thing.path("name").asText().length()
                + thing.path("description").asText().length();
    }

    private static void named(String name, List<String> faults) {
        if (!name.matches(NAME) || !name.equals(name.toLowerCase(Locale.ROOT))) {
            faults.add("not a name for a command or option: " + name);
        }
    }

    private static void described(JsonNode thing, String name, List<String> faults) {
        String description = thing.path("description").asText();
        if (description.isBlank() || description.length() > 100) {
            faults.add("description of 1 to 100 characters wanted: " + name);
        }
    }

    private static void locales(JsonNode thing, List<String> faults) {
        for (String field : List.of("name_localizations", "description_localizations")) {
            thing.path(field).properties().forEach(e -> {
                if (!LOCALES.contains(e.getKey())) {
                    faults.add("unknown locale " + e.getKey());
                }
                if (field.startsWith("name") && thing.path("type").asInt(CHAT) == CHAT) {
                    named(e.getValue().asText(), faults);
                }
            });
        }
    }
}
