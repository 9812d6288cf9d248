package news.lede.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.article.Article;
import news.lede.article.NewArticle;
import news.lede.text.Language;
import news.lede.text.Name;
import news.lede.text.Names;
import news.lede.text.SparseVector;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * What of an article is compared with others. Made from its title and the first {@value #READ} characters of its text. The title and the first
 * {@value #LEAD} characters count twice: what comes later may be background that many stories share, or another event mentioned in passing.
 *
 * @param title the telling words of the title alone
 * @param words how often each telling word occurs, damped
 * @param entities the same for the words of names, and for numbers: what tells look-alike events apart
 * @param copies a sketch of its text that shows near-identical ones
 */
record Fingerprint(
        Language language,
        Instant published,
        SparseVector title,
        SparseVector words,
        SparseVector entities,
        Copies copies) {
    static final int READ = 3_000;
    private static final int LEAD = 250;
    private static final double HEAD_COUNTS = 2;

    static Fingerprint of(Article article) {
        return of(article.language(), article.published(), article.title(), article.text());
    }

    static Fingerprint of(NewArticle article) {
        return of(article.language(), article.published(), article.title(), String.join("\n", article.paragraphs()));
    }

    static Fingerprint of(Language language, Instant published, String title, String text) {
        String all = beginning(title, text);
        List<Token> tokens = Tokens.of(all, language);
        return of(language, published, title.length(), tokens, Names.in(all, tokens, language));
    }

    /** What is read of an article: its title, a line feed, the beginning of its text. */
    static String beginning(String title, String text) {
        return title + "\n" + (text.length() <= READ ? text : text.substring(0, READ));
    }

    /** Of the tokens and names of {@link #beginning}. */
    static Fingerprint of(Language language, Instant published, int titleLength, List<Token> tokens, List<Name> names) {
        Map<Long, Double> titled = new HashMap<>();
        Map<Long, Double> words = new HashMap<>();
        Map<Long, Double> entities = new HashMap<>();
        int titleWords = 0;
        for (Token token : tokens) {
            boolean inTitle = token.span().start() < titleLength;
            titleWords += inTitle ? 1 : 0;
            if (token.telling()) {
                boolean inLead = token.span().start() < titleLength + LEAD;
                double count = inLead ? HEAD_COUNTS : 1;
                if (inTitle) {
                    titled.putIfAbsent(SparseVector.keyOf(token.stem()), 1.0);
                }
                words.merge(SparseVector.keyOf(token.stem()), count, Double::sum);
                if (token.number()) {
                    entities.merge(SparseVector.keyOf(token.stem()), count, Double::sum);
                }
            }
        }
        for (Name name : names) {
            for (String part : name.key().split(" ")) {
                if (part.length() > 1) {
                    entities.merge(SparseVector.keyOf(part), (double) name.count(), Double::sum);
                }
            }
        }
        Copies copies = Copies.of(tokens.subList(titleWords, tokens.size()));
        return new Fingerprint(language, published, SparseVector.of(titled), damped(words), damped(entities), copies);
    }

    private static SparseVector damped(Map<Long, Double> counts) {
        counts.replaceAll((_, count) -> 1 + Math.log(count));
        return SparseVector.of(counts);
    }
}
