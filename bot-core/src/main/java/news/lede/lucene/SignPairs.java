package news.lede.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Cuts Thai, Lao, Khmer and Burmese runs, which the tokenizer leaves whole, into overlapping pairs of signs, one position apart. A
 * run of one sign stays.
 */
final class SignPairs extends TokenFilter {
    private static final String RUN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    private int[] signs = {};
    private int next;
    private State state = captureState();

    SignPairs(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next + 1 < signs.length) {
            restoreState(state);
            step.setPositionIncrement(1);
            emit();
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (RUN.equals(type.type()) && term.length() > 2) {
            signs = term.toString().codePoints().toArray();
            next = 0;
            state = captureState();
            emit();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        signs = new int[] {};
        next = 0;
    }

    private void emit() {
        term.setEmpty().append(new String(signs, next, 2));
        next++;
    }
}
