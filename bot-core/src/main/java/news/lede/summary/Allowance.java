package news.lede.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;

/**
 * How much of each article one answer may still show.
 *
 * <p>Make one for each answer and pass it to every summary in it: stories of one answer may share articles, and the limit counts per article and
 * answer. Where a publisher allows fewer characters than the limit, the publisher's number counts. Not thread-safe; lives as long as the answer is made.
 */
public final class Allowance {
    private record Spent(int sentences, int characters) {}

    private final ExtractLimit limit;
    private final Map<ArticleId, Spent> spent = new HashMap<>();

    public Allowance(ExtractLimit limit) {
        this.limit = limit;
    }

    /** Whether one more sentence of that many characters of {@code article} may be shown. */
    public boolean permits(Article article, int characters) {
        Spent so = spent.getOrDefault(article.id(), new Spent(0, 0));
        return so.sentences < limit.sentences() && so.characters + characters <= characters(article.maxSnippet());
    }

    /**
     * Counts a sentence of {@code article} as shown.
     *
     * @throws IllegalStateException if it is not {@link #permits permitted}
     */
    public void spend(Article article, int characters) {
        if (!permits(article, characters)) {
            throw new IllegalStateException("the limit of article " + article.id() + " is spent");
        }
        spent.merge(
                article.id(),
                new Spent(1, characters),
                (a, b) -> new Spent(a.sentences + b.sentences, a.characters + b.characters));
    }

    /** Whether nothing of these articles was shown yet, and {@code limit} is the one that counts here. */
    boolean untouched(List<Article> articles, ExtractLimit limit) {
        return this.limit.equals(limit)
                && (spent.isEmpty() || articles.stream().noneMatch(article -> spent.containsKey(article.id())));
    }

    private int characters(OptionalInt publishers) {
        return Math.min(limit.characters(), publishers.orElse(Integer.MAX_VALUE));
    }
}
