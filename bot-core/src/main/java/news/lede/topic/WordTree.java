package news.lede.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import news.lede.text.Language;
import news.lede.text.Token;

/** Patterns by the letters their first word begins with, and by its stem: which of thousands may begin at a word takes a few steps. Immutable once made; thread-safe. */
final class WordTree {
    private static final class Node {
        final Map<Character, Node> next = new HashMap<>(2);
        final List<WordPattern> patterns = new ArrayList<>(0);
    }

    private final Node root = new Node();
    private final Map<String, List<WordPattern>> byStem = new HashMap<>();

    WordTree(List<WordPattern> patterns) {
        for (WordPattern pattern : patterns) {
            WordPattern.Part first = pattern.parts().getFirst();
            Node node = root;
            for (int i = 0; i < first.folded().length(); i++) {
                node = node.next.computeIfAbsent(first.folded().charAt(i), _ -> new Node());
            }
            node.patterns.add(pattern);
            if (!first.stem().isEmpty()) {
                byStem.computeIfAbsent(first.stem(), _ -> new ArrayList<>()).add(pattern);
            }
        }
    }

    /** Patterns that may begin at a word, some perhaps that do not, each once. */
    void beginningAt(Token token, Language language, Consumer<WordPattern> found) {
        String word = token.folded();
        int bare = word.length() - Joints.bare(word, language).length();
        // Most words begin nothing, and every word of every article comes by.
        List<WordPattern> candidates = walk(word, 0, List.of());
        if (bare > 0) {
            candidates = walk(word, bare, candidates);
        }
        for (int at = Joints.next(word, 0); at > 0; at = Joints.next(word, at)) {
            candidates = walk(word, at, candidates);
        }
        List<WordPattern> inflected = byStem.isEmpty() ? List.of() : byStem.getOrDefault(token.stem(), List.of());
        candidates.forEach(found);
        for (int i = 0; i < inflected.size(); i++) {
            if (!candidates.contains(inflected.get(i))) {
                found.accept(inflected.get(i));
            }
        }
    }

    /** {@code known} and the patterns on the way of {@code word} from {@code from} on, each once. */
    private List<WordPattern> walk(String word, int from, List<WordPattern> known) {
        List<WordPattern> found = known;
        Node node = root;
        for (int i = from; i < word.length(); i++) {
            Node next = node.next.get(word.charAt(i));
            if (next == null) {
                break;
            }
            node = next;
            for (int at = 0; at < node.patterns.size(); at++) {
                WordPattern pattern = node.patterns.get(at);
                if (!found.contains(pattern)) {
                    found = found.isEmpty() ? new ArrayList<>(2) : found;
                    found.add(pattern);
                }
            }
        }
        return found;
    }
}
