package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.lede.article.Article;
import news.lede.text.Sentences;
import news.lede.text.Span;

/**
 * A sentence that could be shown. {@code rank} counts the sentences of its article from 1, {@code source} the articles of the story from 0;
 * {@code words} are its telling words with how often each occurs.
 */
record Candidate(
        Article article, int source, int rank, int paragraph, Span span, String text, Map<String, Integer> words) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Every sentence of an article in order. */
    static List<Candidate> of(Article article, int source) {
        List<Candidate> all = new ArrayList<>();
        for (int p = 0; p < article.paragraphs().size(); p++) {
            String paragraph = article.paragraphs().get(p);
            for (Span span : Sentences.split(paragraph, article.language())) {
                String text = span.in(paragraph);
                all.add(new Candidate(
                        article, source, all.size() + 1, p, span, text, TellingWords.of(text, article.language())));
            }
        }
        return all;
    }

    int length() {
        return text.length();
    }

    /** Words as they are counted where lengths are told in words: what spaces part. */
    int spacedWords() {
        return SPACES.split(text.strip()).length;
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
