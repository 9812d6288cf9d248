package news.lede.story;

import java.util.Comparator;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.text.Span;

/**
 * A sentence of an article that tells something: {@code sentence} stands at {@code offset} of paragraph {@code paragraph}, counted from 0; {@code told} is where within the sentence the
 * words stand that matter, empty where the whole sentence does.
 */
public record Mention(Article article, int paragraph, int offset, String sentence, Span told) {
    static final Comparator<Mention> OLDEST_FIRST = Comparator.comparing(
                    (Mention mention) -> mention.article().published())
            .thenComparing(mention -> mention.article().id());

    private static final Span NOTHING = new Span(0, 0);

    public Mention {
        if (!article.paragraphs().get(paragraph).startsWith(sentence, offset)) {
            throw new IllegalArgumentException("the sentence is not in article " + article.id());
        }
    }

    Mention(Article article, int paragraph, int offset, String sentence) {
        this(article, paragraph, offset, sentence, NOTHING);
    }

    /** The words that matter: "at least 14". */
    public String words() {
        return told.in(sentence);
    }

    Mention telling(Span words) {
        return new Mention(article, paragraph, offset, sentence, words);
    }

    /** The same sentence in a copy of the article; empty where its publisher changed it. */
    Optional<Mention> in(Article copy) {
        if (copy.id().equals(article.id())) {
            return Optional.of(this);
        }
        for (int p = 0; p < copy.paragraphs().size(); p++) {
            int at = copy.paragraphs().get(p).indexOf(sentence);
            if (at >= 0) {
                return Optional.of(new Mention(copy, p, at, sentence, told));
            }
        }
        return Optional.empty();
    }
}
