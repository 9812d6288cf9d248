package news.lede.story;

import news.lede.article.ArticleId;

/** Where an article says something: {@code sentence} stood at {@code offset} of paragraph {@code paragraph}, counted from 0, when it was read. */
public record Proof(ArticleId article, int paragraph, int offset, String sentence) {}
