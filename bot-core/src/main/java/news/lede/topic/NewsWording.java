package news.lede.topic;

import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.text.Language;
import news.lede.text.SparseVector;
import org.jspecify.annotations.Nullable;

/** The wording that is usual in the newest articles of the store; read at the first question, and again when the store has grown enough to matter. Thread-safe. */
final class NewsWording {
    /** Enough to tell a word of every article from a word of a subject; reading them takes half a second. */
    private static final int SIZE = 800;

    private static final double GROWTH = 1.25;

    private final Articles articles;
    private @Nullable Learnt learnt;

    private record Learnt(long stored, Optional<UsualWording> usual) {}

    NewsWording(Articles articles) {
        this.articles = articles;
    }

    /** Of articles that {@link ArticleVectors} reads; empty when there is none. */
    synchronized Optional<UsualWording> usual() {
        long stored = articles.last().value();
        Learnt current = learnt;
        if (current == null || stored > current.stored * GROWTH) {
            List<SparseVector> wordings = articles.after(new ArticleId(Math.max(0, stored - SIZE)), SIZE).stream()
                    .filter(article -> article.language().equals(Language.ENGLISH))
                    .map(article -> TopicText.of(article).wording())
                    .toList();
            current =
                    new Learnt(stored, wordings.isEmpty() ? Optional.empty() : Optional.of(UsualWording.of(wordings)));
            learnt = current;
        }
        return current.usual;
    }
}
