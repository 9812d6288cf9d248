package news.lede.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows words that, written with a capital in the middle of a line, show that a sentence begins there. Immutable. */
final class SentenceStarters {
    private final Set<String> always = new HashSet<>();
    private final Set<String> particles = new HashSet<>();

    SentenceStarters() {
        for (String line : Resources.lines("sentence-starters.txt")) {
            boolean particle = line.startsWith("?");
            (particle ? particles : always).add(Tokens.fold(particle ? line.substring(1) : line));
        }
    }

    /** Whether word {@code at} begins a sentence; a particle does ("La lonja"), unless a name goes on behind it ("La Rosa"). */
    boolean opensSentence(String text, List<Token> tokens, int at) {
        String word = tokens.get(at).folded();
        if (always.contains(word)) {
            return true;
        }
        boolean nameGoesOn = at + 1 < tokens.size()
                && Character.isUpperCase(text.codePointAt(tokens.get(at + 1).start()));
        return particles.contains(word) && !nameGoesOn;
    }
}
