package news.lede.story;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param lead the telling words of the title and of the first {@value #LEAD} characters
 * @param heads those of {@code entities} that belong to a name in title or lead
 * @param persons those of {@code entities} that are the last word of a person's name, see {@link GivenNames}
 * @param numbers those of {@code entities} that are numbers
 * @param pairs hashes of two telling words in a row, with nothing but stop words between them; sorted, each once
 * @param copies a sketch of its text that shows near-identical ones
 */
record Fingerprint(
        Language language,
        Instant published,
        SparseVector title,
        SparseVector words,
        SparseVector entities,
        SparseVector lead,
        SparseVector heads,
        SparseVector persons,
        SparseVector numbers,
        int[] pairs,
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
        Map<Long, Double> leading = new HashMap<>();
        Map<Long, Double> words = new HashMap<>();
        Map<Long, Double> entities = new HashMap<>();
        Map<Long, Double> heads = new HashMap<>();
        Map<Long, Double> persons = new HashMap<>();
        Map<Long, Double> numbers = new HashMap<>();
        Set<String> atTheHead = new HashSet<>();
        int titleWords = 0;
        for (Token token : tokens) {
            boolean inTitle = token.span().start() < titleLength;
            boolean inLead = token.span().start() < titleLength + LEAD;
            titleWords += inTitle ? 1 : 0;
            if (inLead) {
                atTheHead.add(Names.bare(token.folded()));
            }
            if (token.telling()) {
                double count = inLead ? HEAD_COUNTS : 1;
                long key = SparseVector.keyOf(token.stem());
                if (inTitle) {
                    titled.put(key, 1.0);
                }
                if (inLead) {
                    leading.put(key, 1.0);
                }
                words.merge(key, count, Double::sum);
                if (token.number()) {
                    entities.merge(key, count, Double::sum);
                    numbers.put(key, 1.0);
                }
            }
        }
        GivenNames givenNames = GivenNames.of(language);
        for (Name name : names) {
            String[] parts = name.key().split(" ");
            int called = givenNames.called(parts);
            if (called >= 0) {
                persons.put(SparseVector.keyOf(parts[called]), 1.0);
            }
            for (String part : parts) {
                if (part.length() > 1) {
                    long key = SparseVector.keyOf(part);
                    entities.merge(key, (double) name.count(), Double::sum);
                    if (atTheHead.contains(part)) {
                        heads.put(key, 1.0);
                    }
                }
            }
        }
        Copies copies = Copies.of(tokens.subList(titleWords, tokens.size()));
        return new Fingerprint(
                language,
                published,
                SparseVector.of(titled),
                damped(words),
                damped(entities),
                SparseVector.of(leading),
                SparseVector.of(heads),
                SparseVector.of(persons),
                SparseVector.of(numbers),
                pairs(tokens),
                copies);
    }

    private static int[] pairs(List<Token> tokens) {
        int[] pairs = new int[tokens.size()];
        int found = 0;
        long before = 0;
        for (Token token : tokens) {
            if (token.telling()) {
                long word = SparseVector.keyOf(token.stem());
                if (before != 0) {
                    pairs[found++] = (int) ((before * 31 + word) * 0x9E3779B97F4A7C15L >>> 32);
                }
                before = word;
            } else if (!token.stop()) {
                before = 0;
            }
        }
        return Arrays.stream(pairs, 0, found).sorted().distinct().toArray();
    }

    private static SparseVector damped(Map<Long, Double> counts) {
        counts.replaceAll((_, count) -> 1 + Math.log(count));
        return SparseVector.of(counts);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Fingerprint[language=" + language + ", published=" + published + ", words=" + words.size() + "]";
    }
}
