package news.lede.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.ArticleIndex.Hit;
import news.lede.article.ArticleIndex.Sketched;
import org.apache.lucene.index.BinaryDocValues;
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
import org.apache.lucene.util.BytesRef;

/** Asks one state of the index. Thread-safe. */
final class Search {
    private static final Sort BEST_THEN_NEWEST = new Sort(
            SortField.FIELD_SCORE,
            new SortedNumericSortField(Fields.PUBLISHED, SortField.Type.LONG, true),
            new SortField(Fields.ARTICLE, SortField.Type.LONG, true));

    private final Questions questions = new Questions();

    List<Hit> hits(IndexSearcher searcher, ArticleIndex.Query asked) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : found(searcher, asked)) {
            if (found instanceof FieldDoc sorted && sorted.fields != null && sorted.fields[0] instanceof Float score) {
                hits.add(new Hit(article(searcher, found.doc), score));
            }
        }
        return List.copyOf(hits);
    }

    List<Sketched> sketches(IndexSearcher searcher, ArticleIndex.Query asked) throws IOException {
        List<Sketched> sketches = new ArrayList<>();
        for (ScoreDoc found : found(searcher, asked)) {
            sketches.add(new Sketched(article(searcher, found.doc), sketch(searcher, found.doc)));
        }
        return List.copyOf(sketches);
    }

    private ScoreDoc[] found(IndexSearcher searcher, ArticleIndex.Query asked) throws IOException {
        Optional<Query> query = questions.query(asked, families(searcher, asked));
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

    private static ArticleId article(IndexSearcher searcher, int doc) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc);
        NumericDocValues ids = leaf.reader().getNumericDocValues(Fields.ARTICLE);
        if (ids == null || !ids.advanceExact(doc - leaf.docBase)) {
            throw new IOException("a document of the search index has no article");
        }
        return new ArticleId(ids.longValue());
    }

    private static byte[] sketch(IndexSearcher searcher, int doc) throws IOException {
        LeafReaderContext leaf = leaf(searcher, doc);
        BinaryDocValues sketches = leaf.reader().getBinaryDocValues(Fields.SKETCH);
        if (sketches == null || !sketches.advanceExact(doc - leaf.docBase)) {
            throw new IOException("a document of the search index has no sketch");
        }
        BytesRef found = sketches.binaryValue();
        return Arrays.copyOfRange(found.bytes, found.offset, found.offset + found.length);
    }

    private static LeafReaderContext leaf(IndexSearcher searcher, int doc) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
