package news.lede.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Words that say what a number counts, from {@code counted.txt}. Thread-safe. */
final class CountedWords {
    static final String PEOPLE = "people";

    private static final Map<String, List<String>> LINES = FigureLists.sections("counted.txt");
    private static final Set<String> EVENTS = LINES.values().stream()
            .flatMap(List::stream)
            .filter(line -> !line.startsWith("="))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, CountedWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final PhraseTable<String> nouns = new PhraseTable<>();
    private final PhraseTable<String> predicates = new PhraseTable<>();
    private final PhraseTable<String> verbs = new PhraseTable<>();
    private final PhraseTable<String> tolls = new PhraseTable<>();
    private final PhraseTable<String> things = new PhraseTable<>();

    private CountedWords(Language language) {
        for (String line : LINES.getOrDefault(language.code(), List.of())) {
            String[] words = line.split(" ");
            boolean thing = words[0].startsWith("=");
            for (int i = thing ? 1 : 2; i < words.length; i++) {
                String phrase = words[i].replace('_', ' ').strip();
                if (thing) {
                    things.add(phrase, language, words[0].substring(1));
                } else {
                    table(words[1]).add(phrase, language, words[0]);
                }
            }
        }
    }

    private PhraseTable<String> table(String role) {
        return switch (role) {
            case "n" -> nouns;
            case "p" -> predicates;
            case "b" -> verbs;
            case "t" -> tolls;
            default -> throw new IllegalStateException("counted.txt: unknown role " + role);
        };
    }

    static CountedWords of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new CountedWords(language));
    }

    /** Whether what is counted is an event by itself or with a noun: "killed", "destroyed:home". */
    static boolean isEvent(String counted) {
        int colon = counted.indexOf(':');
        return EVENTS.contains(colon < 0 ? counted : counted.substring(0, colon));
    }

    Optional<PhraseTable.Found<String>> noun(List<Lexeme> lexemes, int at) {
        return nouns.startingAt(lexemes, at);
    }

    Optional<PhraseTable.Found<String>> predicate(List<Lexeme> lexemes, int at) {
        return predicates.startingAt(lexemes, at);
    }

    Optional<PhraseTable.Found<String>> verbBefore(List<Lexeme> lexemes, int end) {
        return verbs.endingAt(lexemes, end);
    }

    Optional<PhraseTable.Found<String>> toll(List<Lexeme> lexemes, int at) {
        return tolls.startingAt(lexemes, at);
    }

    /** One key for nouns that mean the same: "home" for houses. */
    Optional<PhraseTable.Found<String>> thing(List<Lexeme> lexemes, int at) {
        return things.startingAt(lexemes, at);
    }
}
