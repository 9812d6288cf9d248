package news.lede.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What ships to be read by people and editors: every setting with its default and meaning, as YAML and as a JSON schema. */
public final class ShippedSettings {
    private ShippedSettings() {}

    /** A file with every setting at its default, each explained: something to copy and change. */
    public static String yaml() {
        return resource("/lede.yaml");
    }

    /** The schema of such a file, for editors that complete and check. */
    public static String schema() {
        return resource("/lede.schema.json");
    }

    /** What {@link #yaml} must be by the declarations; a test keeps the two equal. */
    static String writeYaml() {
        StringBuilder out = new StringBuilder();
        out.append(
                "# Every setting of Lede with its default. Copy what you change into a file of your own: ./lede --config my.yaml ...\n");
        out.append("# Or set it in the environment (LEDE_WEB_PORT=8081) or for one call (--set web.port=8081).\n");
        String group = "";
        for (Key<?> key : Keys.ALL) {
            String[] parts = key.name().split("\\.", 2);
            String indent = parts.length == 2 ? "  " : "";
            if (!parts[0].equals(group)) {
                group = parts[0];
                out.append('\n').append(parts.length == 2 ? group + ":\n" : "");
            }
            out.append(indent).append("# ").append(key.description()).append('\n');
            out.append(indent)
                    .append(parts[parts.length - 1])
                    .append(": ")
                    .append(key.type().list() ? "[]" : key.fallback().isEmpty() ? "\"\"" : key.fallback())
                    .append('\n');
        }
        return out.toString();
    }

    /** What {@link #schema} must be by the declarations; a test keeps the two equal. */
    static String writeSchema() {
        StringBuilder out = new StringBuilder();
        out.append("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n");
        out.append("  \"title\": \"Settings of Lede\",\n  \"type\": \"object\",\n");
        out.append("  \"additionalProperties\": false,\n  \"properties\": {");
        String group = "";
        for (Key<?> key : Keys.ALL) {
            String[] parts = key.name().split("\\.", 2);
            boolean first = !parts[0].equals(group);
            if (first) {
                out.append(group.isEmpty() ? "\n" : inGroup(group) ? "\n      }\n    },\n" : ",\n");
                group = parts[0];
                if (parts.length == 2) {
                    out.append("    \"").append(group).append("\": {\n      \"type\": \"object\",\n");
                    out.append("      \"additionalProperties\": false,\n      \"properties\": {\n");
                }
            } else {
                out.append(",\n");
            }
            out.append(parts.length == 2 ? "        " : "    ")
                    .append('"')
                    .append(parts[parts.length - 1])
                    .append("\": {\"description\": \"")
                    .append(key.description())
                    .append("\", ")
                    .append(key.type().schema())
                    .append(key.type().list() ? "" : ", \"default\": " + json(key))
                    .append('}');
        }
        return out.append(inGroup(group) ? "\n      }\n    }" : "")
                .append("\n  }\n}\n")
                .toString();
    }

    private static boolean inGroup(String group) {
        return Keys.named(group).isEmpty();
    }

    private static String json(Key<?> key) {
        return key.type().schema().contains("\"string\"") ? "\"" + key.fallback() + "\"" : key.fallback();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ShippedSettings.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what ships with Lede: " + name, e);
        }
    }
}
