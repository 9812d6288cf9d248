package news.lede.story;

import java.util.List;
import news.lede.article.Article;
import news.lede.text.Language;
import news.lede.text.Name;
import news.lede.text.Names;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** All that comparing needs of an article, from one pass over its text. */
record Reading(Fingerprint fingerprint, Wording wording) {
    static Reading of(Article article) {
        Language language = article.language();
        String text = Fingerprint.beginning(article.title(), article.text());
        List<Token> tokens = Tokens.of(text, language);
        List<Name> names = Names.in(text, tokens, language);
        return new Reading(
                Fingerprint.of(language, article.published(), article.title().length(), tokens, names),
                Wording.of(text, language, tokens, names));
    }
}
