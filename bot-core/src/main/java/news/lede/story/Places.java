package news.lede.story;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.text.Language;
import news.lede.text.Names;
import news.lede.text.Token;

/** Where a figure holds, as far as its sentence says so: names behind it that follow a word for a place. Pure. */
final class Places {
    private static final Set<String> LEADING = Set.of(
            "in",
            "at",
            "near",
            "across",
            "outside",
            "around",
            "from",
            "throughout",
            "bei",
            "nahe",
            "aus",
            "a",
            "au",
            "aux",
            "en",
            "dans",
            "pres",
            "de",
            "cerca",
            "em",
            "no",
            "na",
            "nos",
            "nas",
            "perto",
            "nel",
            "nella",
            "nei",
            "vicino",
            "bij",
            "nabij",
            "uit",
            "в",
            "на",
            "у",
            "под",
            "tại",
            "ở",
            "thuộc");
    private static final Set<String> ARTICLES = Set.of(
            "the", "der", "den", "dem", "la", "le", "les", "el", "los", "las", "o", "il", "lo", "i", "gli", "het");

    private Places() {}

    /** Folded words of those names; empty where the sentence gives none. {@code from}: where the figure ends. */
    static Set<String> behind(String sentence, List<Token> tokens, int from, Language language) {
        Set<String> names = new HashSet<>();
        Names.in(sentence, tokens, language)
                .forEach(name -> names.addAll(Arrays.asList(name.key().split(" "))));
        Set<String> places = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.span().start() >= from
                    && token.capitalised()
                    && names.contains(token.folded())
                    && isLed(tokens, i)) {
                places.add(token.folded());
            }
        }
        return places;
    }

    /** Also by way of what stands between: "in the", "from West", "in Arlen and". */
    private static boolean isLed(List<Token> tokens, int at) {
        int before = at - 1;
        while (before > 0
                && (ARTICLES.contains(tokens.get(before).folded())
                        || tokens.get(before).capitalised())) {
            before--;
        }
        return LEADING.contains(tokens.get(before).folded());
    }
}
