package news.lede.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Words that settle what a number beside them is, from {@code figure-words.txt}. Thread-safe. */
final class FigureWords {
    private static final Map<String, List<String>> LINES = FigureLists.sections("figure-words.txt");
    private static final Map<String, FigureWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Map<String, PhraseTable<Boolean>> tables = new HashMap<>();

    private FigureWords(Language language) {
        LINES.getOrDefault("", List.of()).forEach(line -> add(line, language));
        LINES.getOrDefault(language.code(), List.of()).forEach(line -> add(line, language));
    }

    private void add(String line, Language language) {
        String[] words = line.split(" ");
        PhraseTable<Boolean> table = tables.computeIfAbsent(words[0], _ -> new PhraseTable<>());
        for (int i = 1; i < words.length; i++) {
            table.add(words[i].replace('_', ' '), language, true);
        }
    }

    static FigureWords of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new FigureWords(language));
    }

    /** Whether the word at {@code at} has that role; false where there is no word. */
    boolean is(String role, List<Lexeme> lexemes, int at) {
        PhraseTable<Boolean> table = tables.get(role);
        return table != null
                && at >= 0
                && at < lexemes.size()
                && table.startingAt(lexemes, at).isPresent();
    }
}
