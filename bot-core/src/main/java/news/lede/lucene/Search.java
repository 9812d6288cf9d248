package news.lede.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.ArticleIndex.Hit;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
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
        Optional<Query> query = questions.query(asked, families(searcher, asked));
        if (query.isEmpty()) {
            return List.of();
        }
        int most = Math.min(asked.limit(), Math.max(1, searcher.getIndexReader().maxDoc()));
        TopFieldCollectorManager collector = new TopFieldCollectorManager(BEST_THEN_NEWEST, most, null, most);
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query.get(), collector).scoreDocs) {
            if (found instanceof FieldDoc sorted && sorted.fields != null && sorted.fields[0] instanceof Float score) {
                hits.add(new Hit(article(searcher, found.doc), score));
            }
        }
        return List.copyOf(hits);
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

    private static ArticleId article(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues ids = leaf.reader().getNumericDocValues(Fields.ARTICLE);
        if (ids == null || !ids.advanceExact(doc - leaf.docBase)) {
            throw new IOException("a document of the search index has no article");
        }
        return new ArticleId(ids.longValue());
    }
}
