package news.lede.extract;

import java.util.List;
import java.util.Optional;

/** Decides how sure it is that what was read is an article. Pure. */
final class Gate {
    /** Fewer words are a teaser, a caption or a menu. */
    private static final int SHORTEST = 25;

    private static final int CERTAIN = 150;

    /** 0 to 1; below 0.5 the text may be no article. */
    double confidence(List<String> paragraphs, String title, boolean titleStated, Optional<String> description) {
        int words = paragraphs.stream().mapToInt(Tokens::words).sum();
        if (words < SHORTEST) {
            return 0.2;
        }
        long sentences = paragraphs.stream().filter(Marks::endsSentence).count();
        double told = (double) sentences / paragraphs.size();
        double length = Math.min(1, (double) words / CERTAIN);
        String text = String.join(" ", paragraphs);
        boolean onTopic = Overlap.contained(java.util.Set.copyOf(words(title)), java.util.Set.copyOf(words(text))) > 0.4
                || description
                        .map(d -> Overlap.contained(Overlap.shingles(d), Overlap.shingles(text)) > 0.3)
                        .orElse(false);
        return Math.min(1, 0.25 * told + 0.35 * length + (titleStated ? 0.15 : 0) + (onTopic ? 0.25 : 0));
    }

    boolean isTooShort(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(Tokens::words).sum() < 8;
    }

    private static List<Integer> words(String text) {
        return Phrases.words(text).stream().map(String::hashCode).toList();
    }
}
