package news.lede.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.article.Article;
import news.lede.text.Language;
import news.lede.text.SparseVector;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** An article cut into words, once for however many topics it is compared with. {@code wording}: how often each telling word occurs, damped, those of the title twice. */
record TopicText(Language language, List<Token> title, List<Token> text, SparseVector wording) {
    private static final double IN_TITLE = 2;

    TopicText {
        title = List.copyOf(title);
        text = List.copyOf(text);
    }

    static TopicText of(Article article) {
        return of(article.title(), article.text(), article.language());
    }

    static TopicText of(String title, String text, Language language) {
        List<Token> titleTokens = Tokens.of(title, language);
        List<Token> tokens = Tokens.of(text, language);
        Map<Long, Double> counts = new HashMap<>();
        count(titleTokens, IN_TITLE, counts);
        count(tokens, 1, counts);
        counts.replaceAll((_, count) -> 1 + Math.log(count));
        return new TopicText(language, titleTokens, tokens, SparseVector.of(counts));
    }

    private static void count(List<Token> tokens, double times, Map<Long, Double> counts) {
        for (Token token : tokens) {
            if (token.telling()) {
                counts.merge(SparseVector.keyOf(token.stem()), times, Double::sum);
            }
        }
    }

    /** Words and numbers of title and text. */
    int length() {
        return title.size() + text.size();
    }
}
