package news.lede.alert;

import java.util.Set;
import news.lede.article.Article;

/**
 * Searches that people saved, asked of one article after the other. The time that takes grows with how many of them have a word of the article, not with how many there are. What is saved here is read from the
 * store again after a restart. Thread-safe.
 */
public interface SavedSearches {
    /** Asks for these words from now on. Does nothing when they are asked for. */
    void add(String words);

    /** Those that find an article as {@code /search} would: it has every word, in any inflection, each phrase as it stands, a word for each beginning. */
    Set<String> finding(Article article);
}
