package news.lede.web.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Payloads as the adapters' own tests keep them. */
final class Stored {
    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    static final Scene SHOWN = new Scene(NOW, ZoneOffset.UTC, Locale.ENGLISH, false);
    static final Scene LIVE = new Scene(NOW, ZoneOffset.UTC, Locale.ENGLISH, true);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DISCORD = Path.of("..", "discord", "src", "test", "resources", "news", "lede", "discord");
    private static final Path TELEGRAM =
            Path.of("..", "telegram", "src", "test", "resources", "news", "lede", "telegram");

    private Stored() {}

    /** Every message of Discord's, by "file case". */
    static Map<String, JsonNode> discord() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (Path file : files(DISCORD.resolve("payloads"))) {
            String name = file.getFileName().toString().replace(".json", "");
            if (!name.equals("commands")) {
                read(file).properties().forEach(one -> all.put(name + " " + one.getKey(), one.getValue()));
            }
        }
        return all;
    }

    static JsonNode discord(String file, String one) {
        return read(DISCORD.resolve("payloads").resolve(file + ".json")).path(one);
    }

    /** Every message of Telegram's, by file. */
    static Map<String, JsonNode> telegram() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        Path folder = TELEGRAM.resolve("payloads");
        for (Path file : files(folder)) {
            all.put(folder.relativize(file).toString(), read(file));
        }
        return all;
    }

    static JsonNode telegram(String file) {
        return read(TELEGRAM.resolve("payloads").resolve(file + ".json"));
    }

    static JsonNode json(String written) {
        try {
            return JSON.readTree(written.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
