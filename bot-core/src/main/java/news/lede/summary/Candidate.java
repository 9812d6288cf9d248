package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.lede.article.Article;
import news.lede.text.ReadingTime;
import news.lede.text.Sentences;
import news.lede.text.Span;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * A sentence that could be shown. {@code rank} counts the sentences of its article from 1, {@code source} the articles of the story from 0.
 *
 * @param tokens its words as they stand in the paragraph
 * @param words what it says
 * @param broken whether it is part of a quotation that begins or ends elsewhere
 * @param leans whether it needs the sentence before it: a pronoun or connective at its start, a quotation without its speaker
 */
record Candidate(
        Article article,
        int source,
        int rank,
        int paragraph,
        Span span,
        String text,
        List<Token> tokens,
        TellingWords words,
        boolean broken,
        boolean leans) {
    /** Datelines stand in the first sentences, behind captions at most. */
    private static final int OPENING = 3;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The first {@code most} sentences of an article in order. */
    static List<Candidate> of(Article article, int source, int most) {
        List<Candidate> all = new ArrayList<>();
        for (int p = 0; p < article.paragraphs().size() && all.size() < most; p++) {
            String paragraph = article.paragraphs().get(p);
            List<Span> sentences = Sentences.split(paragraph, article.language());
            if (sentences.size() > most - all.size()) {
                sentences = sentences.subList(0, most - all.size());
            }
            List<Boolean> broken = Speech.broken(paragraph, sentences);
            List<List<Token>> tokens = Tokens.of(paragraph, sentences, article.language());
            for (int s = 0; s < sentences.size(); s++) {
                Span span = all.size() < OPENING && s == 0
                        ? withoutDateline(sentences.get(s), paragraph)
                        : sentences.get(s);
                String text = span.in(paragraph);
                all.add(new Candidate(
                        article,
                        source,
                        all.size() + 1,
                        p,
                        span,
                        text,
                        tokens.get(s),
                        TellingWords.of(tokens.get(s)),
                        broken.get(s),
                        Leaning.leans(text, article.language()) || Speech.speakerMissing(text, article.language())));
            }
        }
        return all;
    }

    private static Span withoutDateline(Span sentence, String paragraph) {
        int line = Dateline.length(sentence.in(paragraph));
        return line == 0 ? sentence : new Span(sentence.start() + line, sentence.end());
    }

    int length() {
        return text.length();
    }

    double seconds() {
        return ReadingTime.seconds(text);
    }

    /** Words as they are counted where lengths are told in words: what spaces part. */
    int spacedWords() {
        return SPACES.split(text.strip()).length;
    }

    /** Whether this is the sentence right after {@code other}. */
    boolean follows(Candidate other) {
        return source == other.source && rank == other.rank + 1;
    }

    Statement statement(List<Candidate> support) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(evidence());
        support.forEach(s -> evidence.add(s.evidence()));
        return new Statement(text, evidence);
    }

    Evidence evidence() {
        return new Evidence(article, paragraph, span.start(), text);
    }
}
