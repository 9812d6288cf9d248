package news.lede.story;

import java.util.ArrayList;
import java.util.List;
import news.lede.article.Article;
import news.lede.text.Language;
import news.lede.text.Name;
import news.lede.text.Names;
import news.lede.text.Sentences;
import news.lede.text.Span;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * The part of an article where news says what is new: the title and the first {@value #MOST_SENTENCES} sentences. What comes later is background, which other events are
 * part of.
 *
 * @param title the headline
 * @param sentences those of the text; the title alone where there is no text
 * @param names those of title and sentences together
 */
record Beginning(Language language, Sentence title, List<Sentence> sentences, List<Name> names) {
    private static final int MOST_SENTENCES = 14;
    private static final int MOST_CHARS = 2_500;
    /** A run-on text without sentence ends proves nothing that could be shown. */
    private static final int LONGEST_SENTENCE = 600;

    /** A sentence where it stands; the spans of its tokens count from its own beginning. */
    record Sentence(Proof proof, List<Token> tokens) {
        String text() {
            return proof.sentence();
        }
    }

    static Beginning of(Article article) {
        Language language = article.language();
        List<Proof> proofs = proofs(article);
        StringBuilder text = new StringBuilder(article.title());
        proofs.forEach(proof -> text.append('\n').append(proof.sentence()));
        List<Token> tokens = Tokens.of(text.toString(), language);
        List<Name> names = Names.in(text.toString(), tokens, language);
        List<Token> titleTokens = new ArrayList<>();
        int at = collect(tokens, 0, 0, article.title().length(), titleTokens);
        Sentence title = new Sentence(new Proof(article.id(), Proof.TITLE, 0, article.title()), titleTokens);
        int from = article.title().length() + 1;
        List<Sentence> sentences = new ArrayList<>();
        for (Proof proof : proofs) {
            List<Token> own = new ArrayList<>();
            int to = from + proof.sentence().length();
            at = collect(tokens, at, from, to, own);
            sentences.add(new Sentence(proof, own));
            from = to + 1;
        }
        if (sentences.isEmpty()) {
            sentences.add(title);
        }
        return new Beginning(language, title, sentences, names);
    }

    private static List<Proof> proofs(Article article) {
        List<Proof> proofs = new ArrayList<>();
        int chars = 0;
        for (int p = 0; p < article.paragraphs().size(); p++) {
            String paragraph = article.paragraphs().get(p);
            for (Span span : Sentences.split(paragraph, article.language())) {
                if (proofs.size() == MOST_SENTENCES || chars > MOST_CHARS) {
                    return proofs;
                }
                chars += span.length();
                if (span.length() <= LONGEST_SENTENCE) {
                    proofs.add(new Proof(article.id(), p, span.start(), span.in(paragraph)));
                }
            }
        }
        return proofs;
    }

    /** Moves the tokens of {@code from..to} into {@code into}, counted from {@code from}; returns the index of the first token after them. */
    private static int collect(List<Token> tokens, int at, int from, int to, List<Token> into) {
        int next = at;
        while (next < tokens.size() && tokens.get(next).span().start() < to) {
            Token token = tokens.get(next);
            Span span = new Span(token.span().start() - from, token.span().end() - from);
            into.add(new Token(
                    span,
                    token.text(),
                    token.folded(),
                    token.stem(),
                    token.capitalised(),
                    token.sentenceInitial(),
                    token.number(),
                    token.stop()));
            next++;
        }
        return next;
    }
}
