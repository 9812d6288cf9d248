package news.lede.story;

import java.util.Set;
import news.lede.article.Article;
import news.lede.text.Folding;
import news.lede.text.Names;

/**
 * Words with a capital anywhere in a text: whoever is called new must be named by none of them. Reads on where {@link Beginning} ends, without asking where sentences begin, since one word too many does no harm.
 */
final class CapitalWords {
    private static final int MOST_CHARS = 12_000;
    private static final int SHORTEST = 3;

    private CapitalWords() {}

    static void addTo(Set<String> words, Article article) {
        int chars = 0;
        for (String paragraph : article.paragraphs()) {
            if (chars > MOST_CHARS) {
                return;
            }
            chars += paragraph.length();
            read(paragraph, article, words);
        }
    }

    private static void read(String text, Article article, Set<String> words) {
        int at = 0;
        while (at < text.length()) {
            if (!Character.isUpperCase(text.charAt(at))) {
                at = end(text, at);
            } else {
                int end = end(text, at);
                if (end - at >= SHORTEST) {
                    words.add(Names.bare(Folding.fold(text.substring(at, end), article.language())));
                }
                at = end;
            }
        }
    }

    /** The end of the word at a place; one further where there is none. */
    private static int end(String text, int at) {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '-'
                        || text.charAt(end) == '\''
                        || text.charAt(end) == '\u2019')) {
            end++;
        }
        return Math.max(end, at + 1);
    }
}
