package news.lede.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.article.ArticleIndex;
import news.lede.article.ArticleIndex.Hit;
import news.lede.article.ArticleIndex.Sketched;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Asks one state of the index. Thread-safe. */
final class Search {
    private static final Sort BEST_THEN_NEWEST = new Sort(
            SortField.FIELD_SCORE,
            new SortedNumericSortField(Fields.PUBLISHED, SortField.Type.LONG, true),
            new SortField(Fields.ARTICLE, SortField.Type.LONG, true));

    private final Questions questions = new Questions();

    List<Hit> hits(IndexSearcher searcher, ArticleIndex.Query asked) throws IOException {
        ScoreDoc[] found = found(searcher, asked);
        Hit[] hits = new Hit[found.length];
        inOrderOfTheIndex(searcher, found, (place, kept) -> {
            if (found[place] instanceof FieldDoc sorted
                    && sorted.fields != null
                    && sorted.fields[0] instanceof Float score) {
                hits[place] = new Hit(kept.article(), score);
            }
        });
        return Stream.of(hits).filter(Objects::nonNull).toList();
    }

    List<Sketched> sketches(IndexSearcher searcher, ArticleIndex.Query asked) throws IOException {
        ScoreDoc[] found = found(searcher, asked);
        Sketched[] sketches = new Sketched[found.length];
        inOrderOfTheIndex(
                searcher, found, (place, kept) -> sketches[place] = new Sketched(kept.article(), kept.sketch()));
        return List.of(sketches);
    }

    @FunctionalInterface
    private interface Taking {
        void take(int place, Kept kept) throws IOException;
    }

    /** What the index keeps of the documents is read in their order, so that one reader of each part does for all. */
    private static void inOrderOfTheIndex(IndexSearcher searcher, ScoreDoc[] found, Taking taking) throws IOException {
        int[] places = IntStream.range(0, found.length)
                .boxed()
                .sorted(Comparator.comparingInt(place -> found[place].doc))
                .mapToInt(Integer::intValue)
                .toArray();
        Kept kept = null;
        for (int place : places) {
            int doc = found[place].doc;
            if (kept == null || !kept.holds(doc)) {
                kept = new Kept(leaf(searcher, doc));
            }
            kept.moveTo(doc);
            taking.take(place, kept);
        }
    }

    private ScoreDoc[] found(IndexSearcher searcher, ArticleIndex.Query asked) throws IOException {
        Optional<Query> query = questions.query(
                asked, families(searcher, asked), new TermLookups(searcher.getTopReaderContext())::query);
        if (query.isEmpty()) {
            return new ScoreDoc[0];
        }
        int most = Math.min(asked.limit(), Math.max(1, searcher.getIndexReader().maxDoc()));
        TopFieldCollectorManager collector = new TopFieldCollectorManager(BEST_THEN_NEWEST, most, null, most);
        return searcher.search(query.get(), collector).scoreDocs;
    }

    /** The family of the asked language when anything of it is indexed; else all that occur, since the language is a guess. */
    private static List<String> families(IndexSearcher searcher, ArticleIndex.Query asked) {
        TreeSet<String> occurring = new TreeSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                Fields.familyOfBody(field.name).ifPresent(occurring::add);
            }
        }
        return Families.of(asked.language())
                .filter(occurring::contains)
                .map(List::of)
                .orElse(List.copyOf(occurring));
    }

    private static LeafReaderContext leaf(IndexSearcher searcher, int doc) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
