package news.lede.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.article.ArticleIndex;
import news.lede.lucene.AskedWords.Part;
import news.lede.lucene.LuceneSavedSearches.Clue;
import news.lede.source.SourceId;
import news.lede.text.Language;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns what was asked into a Lucene query, piece by piece: there is no query syntax to inject into. Of the fields a word occurs in the
 * best counts (title before body, a stem and the word itself alike), so that a word is not counted once per way of finding it.
 */
final class Questions {
    /** A word in the headline says three times as much as one in the text; below 2 the body's length began to outweigh it. */
    private static final float TITLE_BOOST = 3f;

    private static final float OTHER_FIELDS = 0.1f;

    /** Beginnings are scored by this many of the words they stand for; all of them match. */
    private static final int SCORED_WORDS = 50;

    private final Analyzer plain = PlainAnalyzer.forQueries();

    /** The query, or nothing when no word is left to look for. {@code families} are those whose stems are searched. */
    Optional<Query> query(ArticleIndex.Query asked, List<String> families, TermLookups.Making terms) {
        return words(asked.words(), asked.all(), asked.language(), families, terms)
                .map(words -> {
                    BooleanQuery.Builder whole = new BooleanQuery.Builder().add(words, Occur.MUST);
                    whole.add(carriedBy(asked.sources()), Occur.FILTER);
                    asked.since()
                            .ifPresent(since -> whole.add(
                                    LongField.newRangeQuery(Fields.PUBLISHED, since.toEpochMilli(), Long.MAX_VALUE),
                                    Occur.FILTER));
                    return whole.build();
                });
    }

    /** The words alone, whoever carried them and whenever. */
    Optional<Query> words(String typed, boolean all, Language language, List<String> families) {
        return words(typed, all, language, families, TermQuery::new);
    }

    private Optional<Query> words(
            String typed, boolean all, Language language, List<String> families, TermLookups.Making making) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        int clauses = 0;
        for (Part part : asked(typed, language)) {
            Optional<Query> query = query(part, families, making);
            if (query.isPresent()) {
                words.add(query.get(), all ? Occur.MUST : Occur.SHOULD);
                clauses++;
            }
        }
        return clauses == 0 ? Optional.empty() : Optional.of(words.build());
    }

    private List<Part> asked(String typed, Language language) {
        List<Part> parts = AskedWords.parts(typed);
        List<Part> telling = parts.stream()
                .filter(part -> !isStopWord(part, Families.of(language)))
                .toList();
        // A question of stop words only is taken at its word: "The Who".
        return telling.isEmpty() ? parts : telling;
    }

    /** For each word looked for what an article must have one of, to have it. */
    List<Set<Clue>> clues(String typed, Language language, List<String> families) {
        List<Set<Clue>> clues = new ArrayList<>();
        for (Part part : asked(typed, language)) {
            Set<Clue> ways = new LinkedHashSet<>();
            switch (part) {
                case Part.Word word -> {
                    first(terms(plain, Texts.plain(word.text()))).ifPresent(term -> ways.add(new Clue("", term)));
                    for (String family : families) {
                        first(terms(Families.analyzer(family), word.text()))
                                .ifPresent(term -> ways.add(new Clue(family, term)));
                    }
                }
                case Part.Phrase phrase ->
                    first(terms(plain, Texts.plain(phrase.text()))).ifPresent(term -> ways.add(new Clue("", term)));
                case Part.Beginning beginning -> {
                    List<Positioned> terms = terms(plain, Texts.plain(beginning.text()));
                    if (!terms.isEmpty()) {
                        ways.add(Clue.beginning(terms.getLast().term()));
                    }
                }
            }
            if (!ways.isEmpty()) {
                clues.add(ways);
            }
        }
        return clues;
    }

    private static Optional<String> first(List<Positioned> terms) {
        return terms.stream().findFirst().map(Positioned::term);
    }

    /** Checked on the articles that have the words, never by walking all articles of the sources. */
    private static Query carriedBy(Set<SourceId> sources) {
        long[] ids = sources.stream().mapToLong(SourceId::value).toArray();
        return SortedNumericDocValuesField.newSlowSetQuery(Fields.SOURCE, ids);
    }

    private boolean isStopWord(Part part, Optional<String> family) {
        return part instanceof Part.Word word
                && family.isPresent()
                && terms(Families.analyzer(family.get()), word.text()).isEmpty();
    }

    private Optional<Query> query(Part part, List<String> families, TermLookups.Making making) {
        List<Query> ways = new ArrayList<>();
        switch (part) {
            case Part.Word word -> {
                addWays(ways, Fields.TITLE, Fields.BODY, terms(plain, Texts.plain(word.text())), making);
                for (String family : families) {
                    List<Positioned> stems = terms(Families.analyzer(family), word.text());
                    addWays(ways, Fields.title(family), Fields.body(family), stems, making);
                }
            }
            case Part.Phrase phrase ->
                addWays(ways, Fields.TITLE, Fields.BODY, terms(plain, Texts.plain(phrase.text())), making);
            case Part.Beginning beginning -> {
                List<Positioned> terms = terms(plain, Texts.plain(beginning.text()));
                if (!terms.isEmpty()) {
                    addBeginnings(ways, terms.getLast().term());
                }
            }
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(ways, OTHER_FIELDS));
    }

    private static void addWays(
            List<Query> ways, String title, String body, List<Positioned> terms, TermLookups.Making making) {
        if (!terms.isEmpty()) {
            ways.add(new BoostQuery(inField(title, terms, making), TITLE_BOOST));
            ways.add(inField(body, terms, making));
        }
    }

    private static Query inField(String field, List<Positioned> terms, TermLookups.Making making) {
        if (terms.size() == 1) {
            return making.query(new Term(field, terms.getFirst().term()));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        terms.forEach(term -> phrase.add(new Term(field, term.term()), term.position()));
        return phrase.build();
    }

    private static void addBeginnings(List<Query> ways, String beginning) {
        for (String field : List.of(Fields.TITLE, Fields.BODY)) {
            Term prefix = new Term(field, beginning);
            float boost = field.equals(Fields.TITLE) ? TITLE_BOOST : 1;
            ways.add(new BoostQuery(
                    new PrefixQuery(prefix, new MultiTermQuery.TopTermsBlendedFreqScoringRewrite(SCORED_WORDS)),
                    boost));
            ways.add(new BoostQuery(new PrefixQuery(prefix), boost));
        }
    }

    private record Positioned(String term, int position) {}

    private static List<Positioned> terms(Analyzer analyzer, String text) {
        List<Positioned> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(Fields.BODY, text)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
            int position = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                position += step.getPositionIncrement();
                terms.add(new Positioned(term.toString(), position));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string cannot fail", e);
        }
        return terms;
    }
}
