package news.lede.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of phrases, looked up by words. Case and punctuation do not count, "#" in a phrase stands for any number. A phrase written with "..." at its end
 * also begins a longer text. Immutable.
 */
final class Phrases {
    /** A text longer than this is prose, whatever it begins with. */
    private static final int LONGEST_OPEN_MATCH = 14;

    private static final int LONGEST_WHOLE = 200;

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
    private final Set<List<String>> whole = new HashSet<>();
    private final Map<String, List<List<String>>> open = new HashMap<>();

    private final FirstWords firstWords;

    Phrases(Iterable<String> lines) {
        for (String line : lines) {
            boolean continues = line.endsWith("...");
            List<String> words = words(line.replace('#', '0'));
            if (words.isEmpty()) {
                continue;
            }
            whole.add(words);
            if (continues) {
                open.computeIfAbsent(words.getFirst(), w -> new ArrayList<>()).add(words);
            }
            List<List<String>> sameStart = byFirstWord.computeIfAbsent(words.getFirst(), w -> new ArrayList<>());
            sameStart.add(words);
        }
        byFirstWord
                .values()
                .forEach(l -> l.sort(
                        Comparator.comparingInt((List<String> w) -> w.size()).reversed()));
        firstWords = new FirstWords(byFirstWord.keySet());
    }

    static Phrases load(String resource) {
        return new Phrases(Resources.lines(resource));
    }

    /** How many words, beginning with word {@code at}, are the longest phrase that stands there; 0 for none. */
    int matchAt(List<Token> tokens, int at) {
        if (!firstWords.mayHold(tokens.get(at).folded())) {
            return 0;
        }
        for (List<String> phrase : byFirstWord.getOrDefault(tokens.get(at).folded(), List.of())) {
            if (standsAt(phrase, tokens, at)) {
                return phrase.size();
            }
        }
        return 0;
    }

    /** Whether the whole text is one of the phrases. */
    boolean isWhole(String text) {
        // Most lines begin with no phrase's word.
        return text.length() <= LONGEST_WHOLE && firstWords.mayHold(Tokens.first(text)) && isWhole(words(text));
    }

    boolean isWhole(Block block) {
        List<Token> tokens = block.tokens();
        return block.text().length() <= LONGEST_WHOLE
                && !tokens.isEmpty()
                && firstWords.mayHold(tokens.getFirst().folded())
                && isWhole(folded(tokens));
    }

    private boolean isWhole(List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        return whole.contains(words)
                || words.size() <= LONGEST_OPEN_MATCH
                        && open.getOrDefault(words.getFirst(), List.of()).stream()
                                .anyMatch(p -> words.size() > p.size()
                                        && words.subList(0, p.size()).equals(p));
    }

    private static boolean standsAt(List<String> phrase, List<Token> tokens, int at) {
        if (at + phrase.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!tokens.get(at + i).folded().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    static List<String> words(String text) {
        return folded(Tokens.of(text));
    }

    /** The words as they are compared. */
    static List<String> folded(List<Token> tokens) {
        List<String> words = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            words.add(token.folded());
        }
        return words;
    }
}
