package news.lede.summary;

import news.lede.article.Article;

/** The sentence of an article that a sentence of ours rests on: {@code sentence} stands at {@code offset} of paragraph {@code paragraph}, counted from 0. */
public record Evidence(Article article, int paragraph, int offset, String sentence) {
    public Evidence {
        if (!article.paragraphs().get(paragraph).startsWith(sentence, offset)) {
            throw new IllegalArgumentException("evidence is not in article " + article.id());
        }
    }
}
