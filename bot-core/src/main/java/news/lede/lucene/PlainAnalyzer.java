package news.lede.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words of any language as they stand, without case and accents; scripts that do not part their words become pairs of signs, which
 * needs no dictionary. When indexing, single Chinese, Japanese and Korean signs are kept beside the pairs, so that one sign can be found.
 */
final class PlainAnalyzer extends Analyzer {
    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private final boolean indexing;

    private PlainAnalyzer(boolean indexing) {
        this.indexing = indexing;
    }

    static PlainAnalyzer forIndexing() {
        return new PlainAnalyzer(true);
    }

    static PlainAnalyzer forQueries() {
        return new PlainAnalyzer(false);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new CJKWidthFilter(tokenizer));
        TokenStream pairs = new SignPairs(new CJKBigramFilter(words, ALL_SCRIPTS, indexing));
        return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(pairs));
    }
}
