package news.lede.story;

import news.lede.article.Article;

/** A sentence of an article that tells something: {@code sentence} stands at {@code offset} of paragraph {@code paragraph}, counted from 0. */
public record Mention(Article article, int paragraph, int offset, String sentence) {
    public Mention {
        if (!article.paragraphs().get(paragraph).startsWith(sentence, offset)) {
            throw new IllegalArgumentException("the sentence is not in article " + article.id());
        }
    }
}
