package news.lede.article;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** Compares wordings: whether two are the same but for looks, and how much of one stands in the other. Pure. */
public final class TextMatch {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TextMatch() {}

    /** The words of a text without case, punctuation and spacing. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(plain).replaceAll(" ").strip();
    }

    /** Whether two texts differ in case, punctuation and spacing at most. */
    public static boolean same(String one, String other) {
        return one.equals(other) || fold(one).equals(fold(other));
    }

    /** {@link #same} of texts in paragraphs, however these are cut. */
    public static boolean same(List<String> one, List<String> other) {
        return one.equals(other) || same(String.join(" ", one), String.join(" ", other));
    }

    /** The share of the different words of {@code part} that {@code whole} has too, 0 to 1; 0 when {@code part} has none. */
    public static double contained(String part, String whole) {
        Set<String> wanted = words(part);
        int all = wanted.size();
        wanted.retainAll(words(whole));
        return all == 0 ? 0 : (double) wanted.size() / all;
    }

    /**
     * The share of neighbouring words of the shorter text that are neighbours in the other too, 0 to 1. Any two texts of one language have words in common; pairs of them
     * only texts with a common origin.
     */
    public static double sharedRuns(String one, String other) {
        Set<String> mine = pairs(one);
        Set<String> theirs = pairs(other);
        int fewer = Math.min(mine.size(), theirs.size());
        mine.retainAll(theirs);
        return fewer == 0 ? 0 : (double) mine.size() / fewer;
    }

    private static Set<String> words(String text) {
        return new HashSet<>(inOrder(text));
    }

    private static Set<String> pairs(String text) {
        List<String> words = inOrder(text);
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + ' ' + words.get(i));
        }
        return pairs;
    }

    private static List<String> inOrder(String text) {
        return Tokens.of(text, Language.UNKNOWN).stream().map(Token::folded).toList();
    }
}
