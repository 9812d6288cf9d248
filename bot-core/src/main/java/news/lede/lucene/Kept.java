package news.lede.lucene;

import java.io.IOException;
import java.util.Arrays;
import news.lede.article.ArticleId;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What one part of the index keeps of its documents, which are looked at in ascending order. Not thread-safe. */
final class Kept {
    private final LeafReaderContext leaf;
    private final NumericDocValues articles;
    private @Nullable BinaryDocValues sketches;
    private int doc;

    Kept(LeafReaderContext leaf) throws IOException {
        this.leaf = leaf;
        NumericDocValues values = leaf.reader().getNumericDocValues(Fields.ARTICLE);
        if (values == null) {
            throw new IOException("a part of the search index has no articles");
        }
        this.articles = values;
    }

    /** Whether a document of the whole index is one of this part. */
    boolean holds(int doc) {
        return doc >= leaf.docBase && doc < leaf.docBase + leaf.reader().maxDoc();
    }

    /** Looks at a document of the whole index from now on. */
    void moveTo(int doc) {
        this.doc = doc - leaf.docBase;
    }

    ArticleId article() throws IOException {
        if (!articles.advanceExact(doc)) {
            throw new IOException("a document of the search index has no article");
        }
        return new ArticleId(articles.longValue());
    }

    byte[] sketch() throws IOException {
        BinaryDocValues values = sketches == null ? leaf.reader().getBinaryDocValues(Fields.SKETCH) : sketches;
        if (values == null || !values.advanceExact(doc)) {
            throw new IOException("a document of the search index has no sketch");
        }
        sketches = values;
        BytesRef found = values.binaryValue();
        return Arrays.copyOfRange(found.bytes, found.offset, found.offset + found.length);
    }
}
