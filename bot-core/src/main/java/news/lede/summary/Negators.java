package news.lede.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.story.WordLists;
import news.lede.text.Language;

/** Words that negate in one language, from {@code negators.txt}. {@code verbs}: stems of verbs that do ("deny", "refuse"). Thread-safe. */
record Negators(Set<String> words, Set<String> verbs) {
    private static final Map<String, List<String>> LINES = WordLists.byLanguage(Negators.class, "negators.txt");
    private static final Map<String, Negators> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final String VERBS = "stems ";

    static Negators of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), Negators::read);
    }

    private static Negators read(String language) {
        Set<String> words = new HashSet<>();
        Set<String> verbs = new HashSet<>();
        for (String line : LINES.getOrDefault(language, List.of())) {
            boolean stems = line.startsWith(VERBS);
            (stems ? verbs : words)
                    .addAll(List.of(line.substring(stems ? VERBS.length() : 0).split(" ")));
        }
        return new Negators(Set.copyOf(words), Set.copyOf(verbs));
    }
}
