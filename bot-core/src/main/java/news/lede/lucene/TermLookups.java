package news.lede.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Looks the terms of one question up, with one walker for each field of each part of the index. Lucene makes a walker for each term: a question of thirty words, looked for in four fields, made hundreds, which were a
 * sixth of all that such an answer left to the collector. Not thread-safe.
 */
final class TermLookups {
    /** Makes the query for one term. */
    @FunctionalInterface
    interface Making {
        Query query(Term term);
    }

    private record Walk(int leaf, String field) {}

    private final IndexReaderContext index;
    private final Map<Walk, TermsEnum> walkers = new HashMap<>();

    TermLookups(IndexReaderContext index) {
        this.index = index;
    }

    /** Finds what it would find by itself, and scores it alike. */
    Query query(Term term) {
        try {
            TermStates states = new TermStates(index);
            for (LeafReaderContext leaf : index.leaves()) {
                TermsEnum walker = walker(leaf, term.field());
                if (walker.seekExact(term.bytes())) {
                    states.register(walker.termState(), leaf.ord, walker.docFreq(), walker.totalTermFreq());
                }
            }
            return new TermQuery(term, states);
        } catch (IOException e) {
            throw new UncheckedIOException("looking words up in the search index failed", e);
        }
    }

    private TermsEnum walker(LeafReaderContext leaf, String field) throws IOException {
        Walk walk = new Walk(leaf.ord, field);
        TermsEnum walker = walkers.get(walk);
        if (walker == null) {
            Terms terms = leaf.reader().terms(field);
            walker = terms == null ? TermsEnum.EMPTY : terms.iterator();
            walkers.put(walk, walker);
        }
        return walker;
    }
}
