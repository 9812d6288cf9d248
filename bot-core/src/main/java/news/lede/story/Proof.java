package news.lede.story;

import news.lede.article.ArticleId;

/**
 * Where an article says something: {@code sentence} stood at {@code offset} of paragraph {@code paragraph}, counted from 0, when it was read; {@link #TITLE} is its
 * headline.
 */
public record Proof(ArticleId article, int paragraph, int offset, String sentence) {
    /** The paragraph that stands for the headline. */
    public static final int TITLE = -1;
}
