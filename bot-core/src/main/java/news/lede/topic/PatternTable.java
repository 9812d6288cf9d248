package news.lede.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import news.lede.text.Language;
import news.lede.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Patterns by the word they begin with, and by its stem: which of thousands may begin at a word takes one look for each of its letters. Immutable once made; thread-safe.
 *
 * <p>Beginnings are found by their hash, which grows by a letter at a time as that of a string does. A tree of letters takes no longer to walk and a hundred times the memory: there are tens of thousands of
 * letters in the words of a few dozen topics in a dozen languages.
 */
final class PatternTable {
    private final @Nullable Begun[] table;
    private final int longest;
    private final Map<String, List<WordPattern>> byStem = new HashMap<>();

    /** A word and the patterns that begin with it. */
    private record Begun(String word, List<WordPattern> patterns) {
        boolean isAt(String text, int from, int length) {
            return word.length() == length && text.startsWith(word, from);
        }
    }

    PatternTable(List<WordPattern> patterns) {
        Map<String, List<WordPattern>> byWord = new LinkedHashMap<>();
        for (WordPattern pattern : patterns) {
            WordPattern.Part first = pattern.parts().getFirst();
            byWord.computeIfAbsent(first.folded(), _ -> new ArrayList<>(1)).add(pattern);
            if (!first.stem().isEmpty()) {
                byStem.computeIfAbsent(first.stem(), _ -> new ArrayList<>(1)).add(pattern);
            }
        }
        byStem.replaceAll((_, its) -> List.copyOf(its));
        // At most half of it is full, so that what is not there is soon known.
        table = new Begun[Math.max(2, Integer.highestOneBit(Math.max(1, byWord.size())) * 4)];
        int most = 0;
        for (Map.Entry<String, List<WordPattern>> each : byWord.entrySet()) {
            most = Math.max(most, each.getKey().length());
            int at = place(each.getKey().hashCode());
            while (table[at] != null) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = new Begun(each.getKey(), List.copyOf(each.getValue()));
        }
        longest = most;
    }

    private int place(int hash) {
        return (hash ^ (hash >>> 16)) & (table.length - 1);
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

    /** {@code known} and the patterns that begin with what {@code word} begins with from {@code from} on, each once, the shortest beginning first. */
    private List<WordPattern> walk(String word, int from, List<WordPattern> known) {
        List<WordPattern> found = known;
        int end = Math.min(word.length(), from + longest);
        int hash = 0;
        for (int i = from; i < end; i++) {
            hash = 31 * hash + word.charAt(i);
            Begun begun = find(hash, word, from, i + 1 - from);
            if (begun != null) {
                found = with(found, begun.patterns());
            }
        }
        return found;
    }

    private @Nullable Begun find(int hash, String word, int from, int length) {
        int at = place(hash);
        Begun there = table[at];
        while (there != null && !there.isAt(word, from, length)) {
            at = (at + 1) & (table.length - 1);
            there = table[at];
        }
        return there;
    }

    private static List<WordPattern> with(List<WordPattern> known, List<WordPattern> more) {
        List<WordPattern> all = known.isEmpty() ? new ArrayList<>(more.size()) : known;
        for (int i = 0; i < more.size(); i++) {
            if (!all.contains(more.get(i))) {
                all.add(more.get(i));
            }
        }
        return all;
    }
}
