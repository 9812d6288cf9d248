package news.lede.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides how sure it is that what was read is an article. Pure. */
final class Gate {
    /** Fewer words are a teaser, a caption or a menu. */
    private static final int SHORTEST = 25;

    private static final int CERTAIN = 150;

    /** 0 to 1; below 0.5 the text may be no article. */
    double confidence(List<String> paragraphs, String title, boolean titleStated, Optional<String> description) {
        int words = Tokens.words(paragraphs, Math.max(SHORTEST, CERTAIN));
        if (words < SHORTEST) {
            return 0.2;
        }
        long sentences = paragraphs.stream().filter(Marks::endsSentence).count();
        double told = (double) sentences / paragraphs.size();
        double length = Math.min(1, (double) words / CERTAIN);
        String text = String.join(" ", paragraphs);
        List<String> all = Phrases.words(text);
        boolean onTopic = sharesWords(title, all)
                || description
                        .map(d -> Overlap.contained(Overlap.shingles(d), Overlap.shingles(all)) > 0.3)
                        .orElse(false);
        return Math.min(1, 0.25 * told + 0.35 * length + (titleStated ? 0.15 : 0) + (onTopic ? 0.25 : 0));
    }

    boolean isTooShort(List<String> paragraphs) {
        return Tokens.words(paragraphs, 8) < 8;
    }

    private static boolean sharesWords(String title, List<String> text) {
        Set<String> words = new HashSet<>(Phrases.words(title));
        int all = words.size();
        words.removeAll(new HashSet<>(text));
        return all > 0 && (all - words.size()) > 0.4 * all;
    }
}
