package news.lede.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that people type for a meaning, in every language we speak at once: nobody has to say which one they type in. They stand in {@code typed-words.properties} beside this class, and are folded as
 * {@link NameFolding} does.
 */
public final class TypedWords {
    private static final Map<String, Set<String>> GROUPS = read();

    private TypedWords() {}

    /**
     * The words of a meaning, such as {@code tomorrow}.
     *
     * @throws IllegalArgumentException if there is no such meaning
     */
    public static Set<String> of(String meaning) {
        Set<String> words = GROUPS.get(meaning);
        if (words == null) {
            throw new IllegalArgumentException("no words for " + meaning);
        }
        return words;
    }

    /** Whether somebody typed one of the words of a meaning. */
    public static boolean mean(String meaning, String typed) {
        return of(meaning).contains(NameFolding.fold(typed));
    }

    /** Digits of any script as 0 to 9, and the comma and colon of any as ours, so that one pattern reads them. */
    public static String western(String typed) {
        StringBuilder out = new StringBuilder(typed.length());
        typed.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                out.append((char) ('0' + digit));
            } else {
                switch (c) {
                    case '،', '、', '，', '؛', '；' -> out.append(',');
                    case '：' -> out.append(':');
                    default -> out.appendCodePoint(c);
                }
            }
        });
        return out.toString();
    }

    private static Map<String, Set<String>> read() {
        Properties file = new Properties();
        try (InputStream in = TypedWords.class.getResourceAsStream("typed-words.properties")) {
            if (in == null) {
                throw new IllegalStateException("typed-words.properties is missing from this build");
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read typed-words.properties", e);
        }
        Map<String, Set<String>> groups = new HashMap<>();
        for (String meaning : file.stringPropertyNames()) {
            groups.put(
                    meaning,
                    Arrays.stream(file.getProperty(meaning).split("\\|"))
                            .map(NameFolding::fold)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return Map.copyOf(groups);
    }
}
