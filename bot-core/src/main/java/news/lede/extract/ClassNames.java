package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that class names and ids are made of: "articleBody-main" gives article, body, main. Pure. */
final class ClassNames {
    /** Longer values come from programs that style by class; they name nothing. */
    private static final int LONGEST = 400;

    private ClassNames() {}

    /** The words of each name in turn. */
    static List<List<String>> words(String names) {
        List<List<String>> all = new ArrayList<>();
        if (names.length() > LONGEST) {
            return all;
        }
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= names.length(); i++) {
            char c = i < names.length() ? names.charAt(i) : ' ';
            boolean space = Character.isWhitespace(c);
            boolean hump = i > from && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1));
            if (!space && !hump && c != '-' && c != '_' && c != ':') {
                continue;
            }
            if (i > from) {
                words.add(names.substring(from, i).toLowerCase(Locale.ROOT));
            }
            from = hump ? i : i + 1;
            if (space && !words.isEmpty()) {
                all.add(words);
                words = new ArrayList<>();
            }
        }
        return all;
    }
}
