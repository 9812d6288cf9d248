package news.lede.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex.IndexedArticle;
import news.lede.source.SourceId;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * The fields of an article in the index. Every article has its words as they stand ({@code title}, {@code body}); one of a language
 * with a family has them reduced to stems too ({@code title_en}, {@code body_en}). No text is stored: hits are ids, and sketches where they are asked for.
 */
final class Fields {
    /** Change this whenever fields or analysis change: older indexes are then built anew. */
    static final String FORMAT = "2";

    static final String KEY = "key";
    static final String ARTICLE = "article";
    static final String PUBLISHED = "published";
    static final String SOURCE = "source";
    static final String SKETCH = "sketch";
    static final String TITLE = "title";
    static final String BODY = "body";

    private Fields() {}

    static String title(String family) {
        return TITLE + "_" + family;
    }

    static String body(String family) {
        return BODY + "_" + family;
    }

    /** The family a field belongs to, if it is a body with stems. */
    static Optional<String> familyOfBody(String field) {
        return field.startsWith(BODY + "_") ? Optional.of(field.substring(BODY.length() + 1)) : Optional.empty();
    }

    /** The family whose stems are in a field, if it is one of stems. */
    static Optional<String> familyOf(String field) {
        int mark = field.indexOf('_');
        return mark < 0 ? Optional.empty() : Optional.of(field.substring(mark + 1));
    }

    static Term key(ArticleId article) {
        return new Term(KEY, article.toString());
    }

    static Document document(IndexedArticle indexed, byte[] sketch) {
        Article article = indexed.article();
        Document document = new Document();
        document.add(new StringField(KEY, article.id().toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(ARTICLE, article.id().value()));
        document.add(new LongField(PUBLISHED, article.published().toEpochMilli(), Field.Store.NO));
        document.add(new BinaryDocValuesField(SKETCH, new BytesRef(sketch)));
        for (SourceId source : indexed.sources()) {
            document.add(new SortedNumericDocValuesField(SOURCE, source.value()));
        }
        String text = article.text();
        document.add(new TextField(TITLE, Texts.plain(article.title()), Field.Store.NO));
        document.add(new TextField(BODY, Texts.plain(text), Field.Store.NO));
        Families.of(article.language()).ifPresent(family -> {
            document.add(new TextField(title(family), Texts.composed(article.title()), Field.Store.NO));
            document.add(new TextField(body(family), Texts.composed(text), Field.Store.NO));
        });
        return document;
    }

    /** Cuts each field into words in its own way. */
    static Analyzer indexing() {
        Analyzer plain = PlainAnalyzer.forIndexing();
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return familyOf(field).map(Families::analyzer).orElse(plain);
            }
        };
    }

    /** Title and body of words as they stand, then of each family. */
    static List<String[]> pairs(List<String> families) {
        List<String[]> pairs = new ArrayList<>();
        pairs.add(new String[] {TITLE, BODY});
        families.forEach(family -> pairs.add(new String[] {title(family), body(family)}));
        return pairs;
    }
}
