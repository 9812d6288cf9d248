package news.lede.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Token;

/** Two numbers must not change places between "from" and "to": what rose from 3 to 4 did not rise from 4 to 3, and 212 votes to 97 are not 97 to 212. */
final class FromToCheck {
    private static final Map<String, Set<String>> TO = Map.of(
            "en", Set.of("to"),
            "de", Set.of("auf", "zu"),
            "fr", Set.of("a"),
            "es", Set.of("a", "al", "hasta"),
            "pt", Set.of("para", "a"),
            "it", Set.of("a", "al", "all'"),
            "nl", Set.of("naar", "tot"),
            "sv", Set.of("till"),
            "ru", Set.of("до"),
            "uk", Set.of("до"));

    private FromToCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        Set<String> here = reached(said);
        Set<String> there = reached(known);
        Set<String> numbers = numbers(said);
        numbers.retainAll(numbers(known));
        return here.stream()
                .filter(number -> numbers.contains(number) && !there.contains(number))
                .filter(number -> there.stream().anyMatch(other -> numbers.contains(other) && !here.contains(other)))
                .map(number -> new Refusal(Kind.NUMBER, number))
                .toList();
    }

    /** Numbers right behind "to". */
    private static Set<String> reached(Passage passage) {
        Set<String> to = TO.getOrDefault(passage.language().code(), Set.of());
        Set<String> reached = new HashSet<>();
        for (List<Token> sentence : passage.sentences()) {
            for (int i = 1; i < sentence.size(); i++) {
                if (sentence.get(i).number() && to.contains(sentence.get(i - 1).folded())) {
                    reached.add(sentence.get(i).stem());
                }
            }
        }
        return reached;
    }

    private static Set<String> numbers(Passage passage) {
        Set<String> numbers = new HashSet<>();
        passage.tokens().stream().filter(Token::number).forEach(token -> numbers.add(token.stem()));
        return numbers;
    }
}
