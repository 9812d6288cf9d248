package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.text.Language;
import news.lede.text.Sentences;
import news.lede.text.Span;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** A text cut into words, with the sentence each word stands in. {@code sentences}: the words of each sentence. */
record Passage(String text, Language language, List<Token> tokens, List<List<Token>> sentences) {
    static Passage of(String text, Language language) {
        List<Token> tokens = Tokens.of(text, language);
        List<List<Token>> sentences = new ArrayList<>();
        int from = 0;
        for (Span sentence : Sentences.split(text, language)) {
            int to = from;
            while (to < tokens.size() && tokens.get(to).span().start() < sentence.end()) {
                to++;
            }
            if (to > from) {
                sentences.add(tokens.subList(from, to));
            }
            from = to;
        }
        return new Passage(text, language, tokens, sentences);
    }

    /** What stands between two words; nothing where they overlap. */
    String between(Token one, Token two) {
        return one.span().end() < two.span().start()
                ? text.substring(one.span().end(), two.span().start())
                : "";
    }

    /** Every form of every word: as folded and as stem, and the parts of words with hyphens. */
    Set<String> forms() {
        Set<String> forms = new HashSet<>();
        for (Token token : tokens) {
            forms.add(token.folded());
            forms.add(token.stem());
            for (String part : token.folded().split("[-'‐‑]")) {
                forms.add(part);
            }
        }
        return forms;
    }

    static Set<String> tellingStems(List<Token> tokens) {
        Set<String> stems = new HashSet<>();
        for (Token token : tokens) {
            if (token.telling()) {
                stems.add(token.stem());
            }
        }
        return stems;
    }
}
