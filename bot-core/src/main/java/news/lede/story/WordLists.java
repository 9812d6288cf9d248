package news.lede.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the word lists beside a class: lines of a language's code and what is listed for it; lines that begin with {@code #} say how. */
public final class WordLists {
    private WordLists() {}

    /** The lines of a list by language, without its code, in order. */
    static Map<String, List<String>> byLanguage(String resource) {
        return byLanguage(WordLists.class, resource);
    }

    /** The same of a list that stands beside {@code owner}. */
    public static Map<String, List<String>> byLanguage(Class<?> owner, String resource) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, List<String>> read = new HashMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> read.computeIfAbsent(line.substring(0, line.indexOf(' ')), _ -> new ArrayList<>())
                            .add(line.substring(line.indexOf(' ') + 1)));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
