package news.lede.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Words that are numbers in one language, from {@code numbers.txt}; words that are put together ("zweiundvierzig") are made from their parts. Thread-safe. */
final class NumberWords {
    /**
     * @param value what the word is worth
     * @param times whether it multiplies what stands before it
     * @param soft whether the word means other things too
     * @param alone whether a multiplier also stands for itself ("mil")
     */
    record Piece(BigDecimal value, boolean times, boolean soft, boolean alone) {
        boolean atLeast(int other) {
            return value.compareTo(BigDecimal.valueOf(other)) >= 0;
        }
    }

    private static final Map<String, List<String>> LINES = FigureLists.sections("numbers.txt");
    private static final Map<String, NumberWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Map<String, Piece> pieces = new HashMap<>();
    private final Set<String> joints = new HashSet<>();
    private final Set<String> articles = new HashSet<>();
    private final Set<String> halves = new HashSet<>();

    private NumberWords(Language language) {
        NumberCompounds.of(language.code()).forEach((word, value) -> pieces.put(word, simple(value)));
        for (String line : LINES.getOrDefault(language.code(), List.of())) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                take(words[0], Folding.fold(words[i], language));
            }
        }
    }

    private static Piece simple(int value) {
        return new Piece(BigDecimal.valueOf(value), false, false, true);
    }

    private void take(String value, String word) {
        switch (value) {
            case "+" -> joints.add(word);
            case "a" -> articles.add(word);
            case "h" -> halves.add(word);
            default -> {
                boolean times = value.startsWith("x");
                String plain = value.replaceAll("[x?!]", "");
                boolean alone = !times || value.endsWith("!");
                pieces.putIfAbsent(word, new Piece(new BigDecimal(plain), times, value.endsWith("?"), alone));
            }
        }
    }

    static NumberWords of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new NumberWords(language));
    }

    /** What a folded word is worth; null for a word that is no number. */
    @Nullable
    Piece piece(String folded) {
        return pieces.get(folded);
    }

    /** Whether it joins parts of one number: "two hundred and five". */
    boolean joins(String folded) {
        return joints.contains(folded);
    }

    /** Whether it stands for one before a multiplier: "a hundred". */
    boolean article(String folded) {
        return articles.contains(folded);
    }

    boolean half(String folded) {
        return halves.contains(folded);
    }
}
