package news.lede.story;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import news.lede.article.Article;

/**
 * What some of the sources of a story say where others say something else.
 *
 * @param said what they say, as the first of them writes it: "at least 14", "the interior ministry", "on Tuesday"
 * @param mention the sentence it rests on
 * @param articles every article that says so, oldest first, copies of one report included; never empty
 */
public record Side(String said, Mention mention, List<Article> articles) {
    public Side {
        articles = List.copyOf(articles);
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("nobody says " + said);
        }
    }

    /** Who says so, each once; articles without a known publisher add nothing. */
    public List<String> publishers() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        articles.forEach(article -> article.publisher().ifPresent(names::add));
        return List.copyOf(names);
    }

    /** When it was last said. */
    public Instant last() {
        return articles.getLast().published();
    }
}
