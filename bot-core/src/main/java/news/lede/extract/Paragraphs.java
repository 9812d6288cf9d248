package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import news.lede.text.Language;
import news.lede.text.Sentences;
import news.lede.text.Span;

/** Makes readable paragraphs of long ones: a few sentences each, cut only where a sentence ends. Pure. */
final class Paragraphs {
    private static final int LONG = 130;
    private static final int ENOUGH = 60;

    private Paragraphs() {}

    static List<String> split(String text, Language language) {
        if (Tokens.words(text) <= LONG) {
            return List.of(text);
        }
        List<String> out = new ArrayList<>();
        int from = 0;
        int to = 0;
        int words = 0;
        for (Span sentence : Sentences.split(text, language)) {
            words += Tokens.words(text.substring(to, sentence.end()));
            to = sentence.end();
            if (words >= ENOUGH) {
                out.add(text.substring(from, to).strip());
                from = to;
                words = 0;
            }
        }
        String rest = text.substring(from, to).strip();
        if (!rest.isEmpty()) {
            boolean tail = !out.isEmpty() && Tokens.words(rest) < ENOUGH / 3;
            out.add(tail ? out.removeLast() + " " + rest : rest);
        }
        return out;
    }
}
