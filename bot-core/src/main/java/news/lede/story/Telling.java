package news.lede.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.article.Article;
import news.lede.text.Language;
import news.lede.text.Name;
import news.lede.text.Names;
import news.lede.text.SparseVector;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * The words and names of some texts, with how telling each is: what two stories can be said to share.
 *
 * @param names by key
 * @param words by stem
 */
record Telling(Map<String, Term> names, Map<String, Term> words) {
    /** Below this weight (one article in twenty has it) a name or word says nothing about what an article is on. */
    static final double LEAST_WEIGHT = 3.0;

    /** A name or word as first written, its weight alone, and how often it stands. */
    record Term(String text, double weight, int count) {
        boolean telling() {
            return weight >= LEAST_WEIGHT;
        }

        double value() {
            return weight * (1 + Math.log(count));
        }
    }

    static Telling of(List<Article> articles, Likeness likeness) {
        Map<String, Term> names = new LinkedHashMap<>();
        Map<String, Term> words = new LinkedHashMap<>();
        for (Article article : articles) {
            String text = article.text();
            String all = article.title() + "\n" + text.substring(0, Math.min(Fingerprint.READ, text.length()));
            read(all, article.language(), likeness, names, words);
        }
        return new Telling(names, words);
    }

    static Telling of(String text, Language language, Likeness likeness) {
        Map<String, Term> names = new LinkedHashMap<>();
        Map<String, Term> words = new LinkedHashMap<>();
        read(text, language, likeness, names, words);
        return new Telling(names, words);
    }

    private static void read(
            String text, Language language, Likeness likeness, Map<String, Term> names, Map<String, Term> words) {
        List<Token> tokens = Tokens.of(text, language);
        for (Name name : Names.in(text, tokens, language)) {
            merge(names, name.key(), new Term(name.text(), nameWeight(name, likeness), name.count()));
        }
        // A Vietnamese word is mostly two syllables, and each is written apart.
        boolean pairs = language.code().equals("vi");
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.telling() || token.number()) {
                continue;
            }
            double weight = likeness.wordWeight(SparseVector.keyOf(token.stem()));
            if (!pairs) {
                merge(words, token.stem(), new Term(token.text(), weight, 1));
            } else if (i + 1 < tokens.size() && follows(token, tokens.get(i + 1), text)) {
                Token next = tokens.get(i + 1);
                double both = Math.max(weight, likeness.wordWeight(SparseVector.keyOf(next.stem())));
                String written =
                        text.substring(token.span().start(), next.span().end());
                merge(words, token.stem() + " " + next.stem(), new Term(written, both, 1));
            }
        }
    }

    private static boolean follows(Token token, Token next, String text) {
        return next.telling()
                && !next.number()
                && text.substring(token.span().end(), next.span().start()).equals(" ");
    }

    private static double nameWeight(Name name, Likeness likeness) {
        String[] parts = name.key().split(" ");
        double sum = 0;
        for (String part : parts) {
            sum += likeness.entityWeight(SparseVector.keyOf(part));
        }
        return sum / parts.length;
    }

    private static void merge(Map<String, Term> terms, String key, Term term) {
        terms.merge(key, term, (a, b) -> new Term(a.text(), a.weight(), a.count() + b.count()));
    }

    /** What best finds texts on the same: at most {@code limit} names and words as written, most telling first. */
    List<String> toSearchFor(int limit) {
        List<Term> all = new ArrayList<>(names.values());
        all.addAll(words.values());
        return all.stream()
                .filter(Term::telling)
                .sorted(byValue())
                .map(Term::text)
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Names that {@code other} has too, as it writes them, most telling first. A part that stands alone in one is the whole name of the other. */
    List<Term> sharedNames(Telling other) {
        Map<String, Term> shared = new HashMap<>();
        for (Map.Entry<String, Term> mine : names.entrySet()) {
            for (Map.Entry<String, Term> theirs : other.names.entrySet()) {
                if (isSameName(mine.getKey(), theirs.getKey())) {
                    Term term = theirs.getValue();
                    double weight = Math.min(mine.getValue().weight(), term.weight());
                    int count = Math.min(mine.getValue().count(), term.count());
                    shared.putIfAbsent(theirs.getKey(), new Term(term.text(), weight, count));
                }
            }
        }
        Map<String, Term> distinct = new LinkedHashMap<>();
        List<Map.Entry<String, Term>> ordered = new ArrayList<>(shared.entrySet());
        ordered.sort(Map.Entry.comparingByValue(byValue()));
        for (Map.Entry<String, Term> name : ordered) {
            if (distinct.keySet().stream().noneMatch(known -> isSameName(known, name.getKey()))) {
                distinct.put(name.getKey(), name.getValue());
            }
        }
        return List.copyOf(distinct.values());
    }

    /** Words that {@code other} has too and that are no part of a shared name, as it writes them, most telling first. */
    List<Term> sharedWords(Telling other) {
        Set<String> inNames = new HashSet<>();
        for (Map<String, Term> each : List.of(names, other.names)) {
            each.values().forEach(term -> inNames.addAll(List.of(term.text().split("[\\s'’-]+"))));
        }
        List<Term> shared = new ArrayList<>();
        words.forEach((stem, mine) -> {
            Term theirs = other.words.get(stem);
            if (theirs != null && !inNames.contains(theirs.text()) && !inNames.contains(mine.text())) {
                shared.add(new Term(theirs.text(), theirs.weight(), Math.min(mine.count(), theirs.count())));
            }
        });
        shared.sort(byValue());
        return shared;
    }

    private static boolean isSameName(String one, String other) {
        return one.equals(other) || one.endsWith(" " + other) || other.endsWith(" " + one);
    }

    private static Comparator<Term> byValue() {
        return Comparator.comparingDouble(Term::value).reversed().thenComparing(Term::text);
    }
}
