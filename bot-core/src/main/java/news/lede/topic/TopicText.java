package news.lede.topic;

import java.util.List;
import news.lede.article.Article;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** A text cut into words, once for however many topics it is compared with. */
record TopicText(Language language, List<Token> title, List<Token> text) {
    TopicText {
        title = List.copyOf(title);
        text = List.copyOf(text);
    }

    static TopicText of(Article article) {
        return of(article.title(), article.text(), article.language());
    }

    static TopicText of(String title, String text, Language language) {
        return new TopicText(language, Tokens.of(title, language), Tokens.of(text, language));
    }

    Wording wording() {
        return Wording.of(title, text);
    }

    /** Words and numbers of title and text. */
    int length() {
        return title.size() + text.size();
    }
}
