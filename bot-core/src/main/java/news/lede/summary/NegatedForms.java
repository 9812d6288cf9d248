package news.lede.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that are negated within themselves: "unlawful", Turkish "açılmayacak". */
final class NegatedForms {
    private static final List<String> PREFIXES = List.of("un", "in", "il", "im", "ir", "dis", "non", "non-");
    private static final int SHORTEST = 4;

    private NegatedForms() {}

    /** Words of the text whose opposite the evidence has, and not them. */
    static Set<String> turned(Passage said, Passage known) {
        Set<String> here = words(said);
        Set<String> there = words(known);
        boolean turkish = said.language().code().equals("tr");
        Set<String> turned = new HashSet<>();
        for (String word : here) {
            if (there.contains(word)) {
                continue;
            }
            boolean prefixed = PREFIXES.stream()
                    .anyMatch(p -> there.contains(p + word) && !here.contains(p + word)
                            || word.startsWith(p)
                                    && there.contains(word.substring(p.length()))
                                    && !here.contains(word.substring(p.length())));
            boolean infixed = turkish && there.stream().anyMatch(other -> infixed(word, other) || infixed(other, word));
            if (prefixed || infixed) {
                turned.add(word);
            }
        }
        return turned;
    }

    /** "başvurmayacak" of "başvuracak", "olmadı" of "oldu": a syllable "ma" or "me" more, vowels in harmony. */
    private static boolean infixed(String negated, String plain) {
        String longer = harmonised(negated);
        String shorter = harmonised(plain);
        for (int at = longer.indexOf("ma", 2); at > 0; at = longer.indexOf("ma", at + 1)) {
            String rest = longer.substring(at + 2);
            String stem = longer.substring(0, at);
            if (shorter.equals(stem + rest) || rest.startsWith("y") && shorter.equals(stem + rest.substring(1))) {
                return true;
            }
        }
        return false;
    }

    private static String harmonised(String word) {
        return word.replaceAll("[ıuüiîû]", "i").replaceAll("[eâ]", "a").replaceAll("[öô]", "o");
    }

    private static Set<String> words(Passage passage) {
        Set<String> words = new HashSet<>();
        passage.tokens().stream()
                .map(token -> token.folded())
                .filter(word -> word.length() >= SHORTEST)
                .forEach(words::add);
        return words;
    }
}
