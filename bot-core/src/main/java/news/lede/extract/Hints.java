package news.lede.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds words that tell of appeals, credits, dates and the like. A hint only, to be weighed with others. Immutable. */
final class Hints {
    /** What a word speaks of. */
    enum Kind {
        APPEAL,
        SOCIAL,
        CREDIT,
        AUTHOR,
        DATE,
        POINTER,
        LEGAL,
        COMMENT,
        COMMERCE,
        /** The publisher or the reader, as one speaks to the other. */
        SPEAKS;

        /** Its bit in what {@link Hints#of} finds. */
        @SuppressWarnings("EnumOrdinal")
        int bit() {
            return 1 << ordinal();
        }
    }

    private static final int LONGEST = 1000;

    private record Hint(List<String> words, Kind kind) {}

    private final Map<String, List<Hint>> byFirst = new HashMap<>();
    private final FirstWords firstWords;

    Hints() {
        for (String line : Resources.lines("hints.txt")) {
            int colon = line.indexOf(':');
            Kind kind = Kind.valueOf(line.substring(0, colon).strip());
            for (String phrase : line.substring(colon + 1).split(";")) {
                List<String> words = Phrases.words(phrase.replace('#', '0'));
                if (!words.isEmpty()) {
                    byFirst.computeIfAbsent(words.getFirst(), w -> new ArrayList<>())
                            .add(new Hint(words, kind));
                }
            }
        }
        firstWords = new FirstWords(byFirst.keySet());
    }

    /** The kinds that a text hints at, a bit for each; above 16 bits, how often publisher and reader are spoken of. */
    int of(List<Token> tokens) {
        int found = 0;
        int spoken = 0;
        for (int i = 0; i < tokens.size() && tokens.get(i).start() < LONGEST; i++) {
            String word = tokens.get(i).folded();
            for (Hint hint : firstWords.mayHold(word) ? byFirst.getOrDefault(word, List.of()) : List.<Hint>of()) {
                spoken += hint.kind() == Kind.SPEAKS ? 1 : 0;
                if ((found & hint.kind().bit()) == 0 && stands(hint.words(), tokens, i)) {
                    found |= hint.kind().bit();
                }
            }
        }
        return found | spoken << 16;
    }

    private static boolean stands(List<String> words, List<Token> tokens, int at) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(at + i).folded().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
