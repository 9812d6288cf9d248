package news.lede.ingest;

import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.NewArticle;
import news.lede.article.TextMatch;

/**
 * What a publisher changed in an article that we have. Pure.
 *
 * <p>Case, punctuation, white space and where paragraphs are cut are no change. A teaser never replaces a text: a feed's is one when the words of it stand in
 * the text we have or it is under a third as long; a page's, which may really have lost a paragraph, only when it is under a third as long, as when a site begins to ask for
 * payment.
 */
final class Change {
    /** Where the text that was seen comes from. */
    enum Origin {
        PAGE,
        WHOLE_IN_FEED,
        FEED
    }

    private static final int FAR_SHORTER = 3;
    private static final double EXCERPT = 0.8;

    private Change() {}

    /** The article as it is to be from now on; empty when nothing worth a version changed. */
    static Optional<NewArticle> of(Article known, NewArticle seen, Origin origin) {
        boolean keepText = TextMatch.same(known.paragraphs(), seen.paragraphs()) || isTeaser(known, seen, origin);
        if (keepText && TextMatch.same(known.title(), seen.title())) {
            return Optional.empty();
        }
        return Optional.of(with(seen, known, keepText));
    }

    /** Whether {@code seen} has so much more of the same that we had only the beginning. */
    static boolean completes(Article known, NewArticle seen) {
        return FeedText.words(seen.paragraphs()) > FeedText.words(known.paragraphs())
                && !TextMatch.same(known.paragraphs(), seen.paragraphs());
    }

    private static boolean isTeaser(Article known, NewArticle seen, Origin origin) {
        long had = FeedText.words(known.paragraphs());
        long has = FeedText.words(seen.paragraphs());
        if (has * FAR_SHORTER < had) {
            return true;
        }
        return origin == Origin.FEED
                && has < had
                && TextMatch.contained(String.join(" ", seen.paragraphs()), known.text()) >= EXCERPT;
    }

    private static NewArticle with(NewArticle seen, Article known, boolean keepText) {
        List<String> paragraphs = keepText ? known.paragraphs() : seen.paragraphs();
        return new NewArticle(
                seen.title(),
                known.publisher(),
                known.url(),
                paragraphs,
                known.published(),
                known.approximate(),
                keepText ? known.language() : seen.language(),
                keepText ? known.maxSnippet() : seen.maxSnippet(),
                seen.image());
    }
}
