package news.lede.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.article.Article;
import news.lede.article.ArticleVersion;
import news.lede.article.Articles;
import news.lede.story.Proof;

/**
 * Quotes what revisions rest on within one answer: each quotation passes the {@link EvidenceGate} and is counted in the answer's {@link Allowance}. Not thread-safe; lives as
 * long as the answer is made.
 */
public final class Quotes {
    private final Articles articles;
    private final Allowance allowance;

    public Quotes(Articles articles, Allowance allowance) {
        this.articles = articles;
        this.allowance = allowance;
    }

    /**
     * The sentence of a proof as evidence: where it stands in {@code article} now, else in the state of the article that had it. Where no state that is kept has
     * it, the headline is what is left to point at.
     */
    public Evidence evidence(Proof proof, Article article) {
        return found(proof, article)
                .or(() -> articles.versions(article.id()).stream()
                        .flatMap(version -> found(proof, asItWas(article, version)).stream())
                        .findFirst())
                .orElseGet(() -> Evidence.headline(article));
    }

    /** A headline that {@code article} has or had, as evidence. */
    public Evidence headline(String headline, Article article) {
        return Stream.concat(
                        Stream.of(article),
                        articles.versions(article.id()).stream().map(version -> asItWas(article, version)))
                .filter(state -> state.title().startsWith(headline))
                .findFirst()
                .map(state -> new Evidence(state, Proof.TITLE, 0, headline))
                .orElseGet(() -> Evidence.headline(article));
    }

    /** The article with that id; empty when it is gone. */
    public Optional<Article> article(Proof proof) {
        return articles.find(proof.article());
    }

    /** The whole sentence of the evidence, if it may still be shown. */
    public Optional<String> sentence(Evidence evidence) {
        return words(evidence.sentence(), evidence);
    }

    /** Words of ours or of the evidence, if they rest on it and may still be shown. */
    public Optional<String> words(String words, Evidence evidence) {
        if (!EvidenceGate.passes(new Statement(words, List.of(evidence)))) {
            return Optional.empty();
        }
        if (evidence.paragraph() == Proof.TITLE) {
            return Optional.of(words);
        }
        if (!allowance.permits(evidence.article(), words.length())) {
            return Optional.empty();
        }
        allowance.spend(evidence.article(), words.length());
        return Optional.of(words);
    }

    private static Optional<Evidence> found(Proof proof, Article article) {
        String sentence = proof.sentence();
        int paragraphs = article.paragraphs().size();
        if (proof.paragraph() == Proof.TITLE) {
            return article.title().startsWith(sentence)
                    ? Optional.of(new Evidence(article, Proof.TITLE, 0, sentence))
                    : Optional.empty();
        }
        if (proof.paragraph() < paragraphs
                && article.paragraphs().get(proof.paragraph()).startsWith(sentence, proof.offset())) {
            return Optional.of(new Evidence(article, proof.paragraph(), proof.offset(), sentence));
        }
        for (int p = 0; p < paragraphs; p++) {
            int at = article.paragraphs().get(p).indexOf(sentence);
            if (at >= 0) {
                return Optional.of(new Evidence(article, p, at, sentence));
            }
        }
        return Optional.empty();
    }

    private static Article asItWas(Article article, ArticleVersion version) {
        return new Article(
                article.id(),
                article.report(),
                version.title(),
                article.publisher(),
                article.url(),
                version.paragraphs(),
                article.published(),
                article.approximate(),
                article.language(),
                article.maxSnippet(),
                article.firstSeen(),
                article.image());
    }
}
