package news.lede.summary;

import news.lede.article.Article;
import news.lede.story.Proof;

/**
 * The sentence of an article that a sentence of ours rests on: {@code sentence} stands at {@code offset} of paragraph {@code paragraph}, counted from 0. Where something is said
 * of an article's headline, that is the evidence, as paragraph {@link Proof#TITLE}.
 */
public record Evidence(Article article, int paragraph, int offset, String sentence) {
    public Evidence {
        String text = paragraph == Proof.TITLE
                ? article.title()
                : article.paragraphs().get(paragraph);
        if (!text.startsWith(sentence, offset)) {
            throw new IllegalArgumentException("evidence is not in article " + article.id());
        }
    }

    /** The headline itself. */
    public static Evidence headline(Article article) {
        return new Evidence(article, Proof.TITLE, 0, article.title());
    }
}
