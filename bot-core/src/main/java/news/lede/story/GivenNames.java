package news.lede.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import news.lede.text.Folding;
import news.lede.text.Language;

/**
 * Tells a person's name from that of a place or a team by what it begins with; {@code given-names.txt} lists it. Many persons are passed over, few places are
 * taken for one. Immutable.
 */
final class GivenNames {
    /** "San Diego Chargers": what follows is no given name. */
    private static final Set<String> OF_PLACES = Set.of(
            "san", "santa", "santo", "saint", "st", "ste", "sankt", "são", "sao", "los", "las", "fort", "port", "mount",
            "new", "lake", "north", "south", "east", "west", "cape", "isla", "rio", "villa", "king");

    private static final List<String> LINES = lines();
    private static final Map<String, GivenNames> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Set<String> names;
    private final Set<String> group;

    private GivenNames(Language language) {
        this.names = LINES.stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .map(name -> Folding.fold(name, language))
                .collect(Collectors.toUnmodifiableSet());
        this.group = PersonWords.of(language).group();
    }

    static GivenNames of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new GivenNames(language));
    }

    /** Which of these folded words of a name a person is called by, as a rule the last ("of" and what follows tells where from); -1 when it is not a person's. */
    int called(String[] words) {
        for (int i = 0; i < words.length - 1; i++) {
            if (names.contains(words[i]) && (i == 0 || !OF_PLACES.contains(words[i - 1]))) {
                int end = i + 1;
                while (end < words.length && !words[end].equals("of")) {
                    end++;
                }
                return end == i + 1 || group.contains(words[end - 1]) ? -1 : end - 1;
            }
        }
        return -1;
    }

    private static List<String> lines() {
        String resource = "given-names.txt";
        try (InputStream in = Objects.requireNonNull(GivenNames.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
