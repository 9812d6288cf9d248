package news.lede.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML file of settings, keeping the line of each. Groups may be nested ({@code web:} with {@code port:} below) or written in one ({@code web.port:}). It reads tokens
 * rather than a tree, because a tree forgets lines and repeated keys.
 */
final class SettingsFile {
    private final String name;
    private final YAMLParser parser;
    private final Consumer<Fault> faults;
    private final Map<String, Written> found = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private SettingsFile(String name, YAMLParser parser, Consumer<Fault> faults) {
        this.name = name;
        this.parser = parser;
        this.faults = faults;
    }

    /** What the file sets. What is wrong with it goes to {@code faults}; the rest is still read where that is possible. */
    static List<Written> read(Path file, Consumer<Fault> faults) {
        String name = String.valueOf(file);
        String remedy = "Give the path of a readable YAML file, or leave --config out";
        if (Files.isDirectory(file)) {
            faults.accept(new Fault("--config " + name, "this is a folder, not a file", remedy));
            return List.of();
        }
        try (Reader text = Files.newBufferedReader(file);
                YAMLParser parser = new YAMLFactory().createParser(text)) {
            SettingsFile reading = new SettingsFile(name, parser, faults);
            reading.document();
            return List.copyOf(reading.found.values());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            faults.accept(new Fault(
                    name + ":" + line,
                    "this is not YAML (" + firstLine(e.getOriginalMessage()) + ")",
                    "Write one setting on a line, for example " + Written.Place.FILE.example(Keys.WEB_PORT)));
        } catch (NoSuchFileException e) {
            faults.accept(new Fault("--config " + name, "there is no such file", remedy));
        } catch (CharacterCodingException e) {
            faults.accept(new Fault(name, "this is not text in UTF-8", remedy));
        } catch (IOException e) {
            faults.accept(new Fault("--config " + name, "the file cannot be read (" + e.getMessage() + ")", remedy));
        }
        return List.of();
    }

    private void document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            faults.accept(new Fault(
                    where(line()),
                    "the file holds no settings",
                    "Write one setting on a line, for example " + Written.Place.FILE.example(Keys.WEB_PORT)));
            return;
        }
        group("");
        if (parser.nextToken() != null) {
            faults.accept(
                    new Fault(where(line()), "a second document begins here", "Delete the line --- and what follows"));
        }
    }

    private void group(String prefix) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = prefix + parser.currentName();
            int line = line();
            switch (parser.nextToken()) {
                case START_OBJECT -> nested(key, line);
                case START_ARRAY -> list(key, line);
                case VALUE_NULL -> add(key, line, List.of(), false);
                case null -> {}
                default -> add(key, line, List.of(text()), false);
            }
        }
    }

    private void nested(String key, int line) throws IOException {
        boolean known = Keys.ALL.stream().anyMatch(k -> k.name().startsWith(key + "."));
        Optional<Key<?>> single = Keys.named(key);
        if (known) {
            group(key + ".");
            return;
        }
        faults.accept(single.map(k -> new Fault(
                        where(line), key + " takes a value, not a group", "Write " + Written.Place.FILE.example(k)))
                .orElseGet(() -> SettingsReader.unknownKey(where(line), key)));
        parser.skipChildren();
    }

    private void list(String key, int line) throws IOException {
        List<String> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                return;
            }
            if (token.isScalarValue()) {
                items.add(text());
            } else {
                faults.accept(new Fault(
                        where(line()), key + ": an item here is no plain text", "Write each item as one text"));
                parser.skipChildren();
            }
        }
        add(key, line, items, true);
    }

    private void add(String key, int line, List<String> items, boolean list) {
        Optional<Key<?>> known = Keys.named(key);
        if (known.isEmpty()) {
            faults.accept(SettingsReader.unknownKey(where(line), key));
            return;
        }
        Integer before = lines.putIfAbsent(key, line);
        if (before != null) {
            faults.accept(
                    new Fault(where(line), key + " is set already in line " + before, "Keep one of the two lines"));
            return;
        }
        Written written = list || items.isEmpty()
                ? new Written(key, items, list, where(line), Written.Place.FILE)
                : Written.text(known.get(), items.getFirst(), where(line), Written.Place.FILE);
        found.put(key, written);
    }

    private String text() throws IOException {
        if (parser.isCurrentAlias()) {
            faults.accept(
                    new Fault(where(line()), "references (*name) are not understood here", "Write the value itself"));
            return "";
        }
        return parser.getText();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private String where(int line) {
        return name + ":" + line;
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no more is known"
                : message.lines().findFirst().orElse("no more is known");
    }
}
