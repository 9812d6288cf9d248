package news.lede.article;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which known article a new one is, by what their common keys are worth.
 *
 * <p>A link, or the same content within one site, is proof. A publisher's identifier is proof only where it cannot mislead: some feeds give number 1 to whatever stands
 * first, so between two links headline or text must agree too. The same content on two sites is one report in two articles, and one article only when one of them has no
 * address. What stood in a file is known again by the file when headline or text agree.
 */
public final class Recognition {
    /** Of the neighbouring words; an edited text keeps more, another event's far less. */
    private static final double SAME = 0.5;

    private static final int MOST_COMPARED = 4_000;

    private final Articles articles;

    public Recognition(Articles articles) {
        this.articles = articles;
    }

    /** The article that {@code seen}, which has {@code keys}, is; empty when it is a new one. */
    public Optional<ArticleId> find(NewArticle seen, Collection<ArticleKey> keys) {
        Map<ArticleKey, ArticleId> owners = articles.owners(keys);
        if (owners.isEmpty()) {
            return Optional.empty();
        }
        return first(owners, ArticleKeys.LINK)
                .or(() -> first(owners, ArticleKeys.SITE))
                .or(() -> first(owners, ArticleKeys.GUID).filter(id -> agrees(id, seen, true)))
                .or(() -> first(owners, ArticleKeys.FILE).filter(id -> agrees(id, seen, false)))
                .or(() -> first(owners, ArticleKeys.TEXT).filter(id -> oneHasNoAddress(id, seen)));
    }

    private static Optional<ArticleId> first(Map<ArticleKey, ArticleId> owners, String kind) {
        return owners.entrySet().stream()
                .filter(owner -> owner.getKey().value().startsWith(kind))
                .map(Map.Entry::getValue)
                .min(ArticleId::compareTo);
    }

    /** {@code orNoAddresses}: without any address the identifier is all there is to go by. */
    private boolean agrees(ArticleId id, NewArticle seen, boolean orNoAddresses) {
        return articles.find(id)
                .filter(known ->
                        (orNoAddresses && known.url().isEmpty() && seen.url().isEmpty())
                                || TextMatch.same(known.title(), seen.title())
                                || TextMatch.sharedRuns(known.title(), seen.title()) >= SAME
                                || sameText(known.paragraphs(), seen.paragraphs()))
                .isPresent();
    }

    private static boolean sameText(List<String> one, List<String> other) {
        return TextMatch.sharedRuns(beginning(one), beginning(other)) >= SAME;
    }

    private static String beginning(List<String> paragraphs) {
        String text = String.join(" ", paragraphs);
        return text.substring(0, Math.min(MOST_COMPARED, text.length()));
    }

    private boolean oneHasNoAddress(ArticleId id, NewArticle seen) {
        Optional<URI> known = articles.find(id).flatMap(Article::url);
        return known.isEmpty()
                || seen.url().isEmpty()
                || ArticleKeys.link(known.get()).isEmpty();
    }
}
