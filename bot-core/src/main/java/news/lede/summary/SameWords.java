package news.lede.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.text.Token;

/** Words that tell the same in news, so that one may stand for another. */
final class SameWords {
    private static final List<String> SAME = List.of(
            "injured hurt wounded harmed injuring",
            "killed dead died deaths",
            "tell told say said know knew",
            "people persons",
            "firm company group",
            "back home");
    private static final Map<String, String> FIRST = first();

    private SameWords() {}

    /** The stem of a word, or of the word that stands for all that tell the same. */
    static String stem(Token token) {
        return FIRST.getOrDefault(token.folded(), token.stem());
    }

    private static Map<String, String> first() {
        Map<String, String> first = new HashMap<>();
        for (String words : SAME) {
            String[] all = words.split(" ");
            for (String word : all) {
                first.put(word, all[0]);
            }
        }
        return first;
    }
}
