package news.lede.text;

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

/** Reads the word lists that ship beside this class: lines below "[xx]", a language. */
final class FigureLists {
    private FigureLists() {}

    /** The lines of each language; those before any under the empty string. Comments and blank lines are left out. */
    static Map<String, List<String>> sections(String name) {
        Map<String, List<String>> sections = new HashMap<>();
        String section = "";
        for (String line : lines(name)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else {
                sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
            }
        }
        return sections;
    }

    private static List<String> lines(String name) {
        try (InputStream in = FigureLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the word list " + name + " is missing from this build");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the word list " + name, e);
        }
    }
}
