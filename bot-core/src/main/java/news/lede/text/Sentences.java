package news.lede.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Splits one paragraph into its sentences. */
public final class Sentences {
    private Sentences() {}

    /**
     * The sentences of {@code paragraph} in order, each without surrounding white space; together they hold every character that
     * is not white space. Empty for a blank paragraph. Pure and thread-safe.
     */
    public static List<Span> split(String paragraph, Language language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(paragraph);
        List<Span> spans = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            int from = start;
            int to = end;
            while (from < to && Character.isWhitespace(paragraph.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(paragraph.charAt(to - 1))) {
                to--;
            }
            if (to > from) {
                spans.add(new Span(from, to));
            }
            start = end;
        }
        return spans;
    }
}
