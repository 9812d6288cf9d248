package news.lede.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.alert.SavedSearches;
import news.lede.article.Article;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * Saved searches, asked of an index that holds one article.
 *
 * <p>A search is shelved under one of its words, that which the fewest others are shelved under; only the searches shelved under words of the article are asked. So it is done in Lucene's Monitor, which is
 * not released for the version in use. What words mean depends on the language of the article, hence a shelf for each family, filled when its first article comes.
 */
public final class LuceneSavedSearches implements SavedSearches {
    private final Questions questions = new Questions();
    private final Analyzer indexing = Fields.indexing();
    private final Set<String> all = new LinkedHashSet<>();
    private final Map<Optional<String>, Shelf> shelves = new HashMap<>();

    private record Search(String words, Query query) {}

    /** Searches as they are read in one family of languages. */
    private static final class Shelf {
        private final Map<Clue, Set<Search>> byClue = new HashMap<>();
        private int taken;
    }

    /** Something that an article must have to be found: {@code field} tells words from stems and beginnings. */
    record Clue(String field, String term) {
        private static final int BEGINNING = 3;

        /** Where the beginnings of words as they stand are. */
        static final String BEGINNINGS = "beginnings";

        static Clue beginning(String term) {
            return new Clue(
                    BEGINNINGS, term.substring(0, term.offsetByCodePoints(0, Math.min(BEGINNING, signs(term)))));
        }

        private static int signs(String term) {
            return term.codePointCount(0, term.length());
        }
    }

    @Override
    public synchronized void add(String words) {
        all.add(words);
    }

    @Override
    public synchronized Set<String> finding(Article article) {
        Optional<String> family = Families.of(article.language());
        Shelf shelf = filled(family, article);
        if (shelf.byClue.isEmpty()) {
            return Set.of();
        }
        try {
            IndexSearcher searcher = index(article, family).createSearcher();
            Set<Search> candidates = new HashSet<>();
            for (Clue clue : clues(searcher)) {
                candidates.addAll(shelf.byClue.getOrDefault(clue, Set.of()));
            }
            Set<String> finding = new TreeSet<>();
            for (Search candidate : candidates) {
                if (searcher.count(candidate.query()) > 0) {
                    finding.add(candidate.words());
                }
            }
            return Set.copyOf(finding);
        } catch (IOException e) {
            throw new UncheckedIOException("searching an article in memory failed", e);
        }
    }

    private Shelf filled(Optional<String> family, Article article) {
        Shelf shelf = shelves.computeIfAbsent(family, _ -> new Shelf());
        all.stream().skip(shelf.taken).forEach(words -> {
            List<String> families = family.stream().toList();
            questions.words(words, true, article.language(), families).ifPresent(query -> {
                Set<Clue> clues = rarest(shelf, questions.clues(words, article.language(), families));
                Search search = new Search(words, query);
                clues.forEach(clue -> shelf.byClue
                        .computeIfAbsent(clue, _ -> new LinkedHashSet<>())
                        .add(search));
            });
        });
        shelf.taken = all.size();
        return shelf;
    }

    /** Of the words of a search that which the fewest others are shelved under; each of its clues leads to it. */
    private static Set<Clue> rarest(Shelf shelf, List<Set<Clue>> words) {
        Set<Clue> rarest = Set.of();
        int fewest = Integer.MAX_VALUE;
        for (Set<Clue> clues : words) {
            int others = clues.stream()
                    .mapToInt(clue -> shelf.byClue.getOrDefault(clue, Set.of()).size())
                    .sum();
            if (!clues.isEmpty() && others < fewest) {
                fewest = others;
                rarest = clues;
            }
        }
        return rarest;
    }

    private MemoryIndex index(Article article, Optional<String> family) {
        MemoryIndex index = new MemoryIndex();
        String text = article.text();
        index.addField(Fields.TITLE, Texts.plain(article.title()), indexing);
        index.addField(Fields.BODY, Texts.plain(text), indexing);
        family.ifPresent(stems -> {
            index.addField(Fields.title(stems), Texts.composed(article.title()), indexing);
            index.addField(Fields.body(stems), Texts.composed(text), indexing);
        });
        return index;
    }

    /** Everything an article has that a search could be shelved under. Title and body are one here. */
    private static Set<Clue> clues(IndexSearcher searcher) throws IOException {
        Set<Clue> clues = new HashSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (var field : leaf.reader().getFieldInfos()) {
                Terms terms = leaf.reader().terms(field.name);
                if (terms != null) {
                    TermsEnum each = terms.iterator();
                    for (BytesRef term = each.next(); term != null; term = each.next()) {
                        add(clues, field.name, term.utf8ToString());
                    }
                }
            }
        }
        return clues;
    }

    private static void add(Set<Clue> clues, String field, String term) {
        clues.add(new Clue(Fields.familyOf(field).orElse(""), term));
        if (field.indexOf('_') < 0) {
            clues.add(Clue.beginning(term));
        }
    }
}
