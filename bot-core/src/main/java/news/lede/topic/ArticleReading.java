package news.lede.topic;

import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What topics need to know of an article, small enough to keep of tens of thousands: about 900 bytes. Immutable.
 *
 * @param length words of title and text
 * @param wording of a language whose usual wording is known, the most telling words
 * @param meaning null while there is none, or where the model cannot read the language
 * @param publishedAt seconds since 1970
 */
record ArticleReading(
        ArticleId id,
        Language language,
        int length,
        Wording wording,
        TopicHits hits,
        @Nullable CompactVector meaning,
        long publishedAt) {
    /** With its whole wording. */
    static ArticleReading of(Article article, WordMatcher matcher, @Nullable CompactVector meaning) {
        TopicText text = TopicText.of(article);
        return new ArticleReading(
                article.id(),
                article.language(),
                text.length(),
                text.wording(),
                matcher.in(text),
                meaning,
                article.published().getEpochSecond());
    }

    ArticleReading with(Wording telling) {
        return new ArticleReading(id, language, length, telling, hits, meaning, publishedAt);
    }

    ArticleReading with(@Nullable CompactVector now) {
        return new ArticleReading(id, language, length, wording, hits, now, publishedAt);
    }
}
