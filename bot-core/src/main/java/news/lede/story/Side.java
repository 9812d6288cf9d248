package news.lede.story;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import news.lede.article.Article;

/**
 * What some of the sources of a story say where others say something else.
 *
 * @param mentions the sentence of every article that says so, oldest first, copies of one report included; never empty
 */
public record Side(List<Mention> mentions) {
    public Side {
        mentions = List.copyOf(mentions);
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("a side without anybody");
        }
    }

    /** What they say, as the newest of them writes it: "at least 14", "the interior ministry", "Tuesday"; empty where a whole sentence is what differs. */
    public String said() {
        return mention().words();
    }

    /** The sentence to quote: that of the newest report. */
    public Mention mention() {
        return mentions.getLast();
    }

    public List<Article> articles() {
        return mentions.stream().map(Mention::article).toList();
    }

    /** Who says so, each once; articles without a known publisher add nothing. */
    public List<String> publishers() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        articles().forEach(article -> article.publisher().ifPresent(names::add));
        return List.copyOf(names);
    }

    /** When it was last said. */
    public Instant last() {
        return mention().article().published();
    }
}
