package news.lede.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.lede.text.Folding;
import news.lede.text.Language;

/** Words that show who a name stands for, in one language; {@code persons.txt} says how they are written down. Immutable. */
record PersonWords(Set<String> address, Set<String> role, Set<String> central, Set<String> group, Set<String> press) {
    private static final Map<String, List<String>> LINES = WordLists.byLanguage("persons.txt");
    private static final Map<String, PersonWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    static PersonWords of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> read(language));
    }

    /** Whether anything is known of the language; without it nobody can tell a person from a place. */
    boolean known() {
        return !role.isEmpty();
    }

    /** Whether {@code word} before a name is none of the name itself. */
    boolean leads(String word) {
        return address.contains(word) || role.contains(word);
    }

    private static PersonWords read(Language language) {
        Map<String, Set<String>> lists = new HashMap<>();
        for (String line : LINES.getOrDefault(language.code(), List.of())) {
            int colon = line.indexOf(':');
            lists.put(
                    line.substring(0, colon).strip(),
                    Arrays.stream(line.substring(colon + 1).split(","))
                            .map(String::strip)
                            .filter(Predicate.not(String::isEmpty))
                            .map(word -> Folding.fold(word, language))
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return new PersonWords(
                lists.getOrDefault("address", Set.of()),
                lists.getOrDefault("role", Set.of()),
                lists.getOrDefault("central", Set.of()),
                lists.getOrDefault("group", Set.of()),
                lists.getOrDefault("press", Set.of()));
    }
}
