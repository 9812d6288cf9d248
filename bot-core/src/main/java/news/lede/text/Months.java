package news.lede.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of months in many languages, from {@code months.txt}. Pure. */
final class Months {
    private static final Map<String, Integer> BY_NAME = months();

    private Months() {}

    /** 1 to 12; null for a word that names no month. Case and a last dot do not count. */
    static @Nullable Integer find(String word) {
        return BY_NAME.get(fold(word));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        try (InputStream in = Dates.class.getResourceAsStream("months.txt")) {
            if (in == null) {
                throw new IllegalStateException("the word list months.txt is missing from this build");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("//"))
                    .toList();
            for (String line : lines) {
                String[] twelve = line.split(",");
                for (int i = 0; i < twelve.length; i++) {
                    for (String name : twelve[i].split("/")) {
                        months.putIfAbsent(fold(name), i + 1);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the word list months.txt", e);
        }
        return Map.copyOf(months);
    }

    static String fold(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace("\u0307", "").replaceAll("[.,]+$", "");
    }
}
