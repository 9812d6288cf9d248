package news.lede.text;

/** Case endings of Ukrainian nouns and adjectives, for which there is no Snowball stemmer. Light: only endings, never suffixes. */
final class SlavicEndings {
    // Longest first, so that the whole ending goes.
    private static final String[] ENDINGS = {
        "ського", "ському", "ськими", "ським", "ських", "ською", "ська", "ське", "ські", "ового", "овому", "ними",
        "ього", "ьому", "ення", "енні", "енню", "енням", "ість", "ості", "істю", "ами", "ями", "ого", "ому", "ими",
        "ові", "еві", "єві", "ах", "ях", "ам", "ям", "ою", "ею", "єю", "ий", "ій", "им", "их", "ів", "їв", "ом", "ем",
        "єм", "ую", "юю", "ає", "ує", "ти", "в", "а", "я", "у", "ю", "и", "і", "ї", "о", "е", "є", "ь", "й"
    };
    private static final int SHORTEST_STEM = 3;

    private SlavicEndings() {}

    static String strip(String word) {
        for (String ending : ENDINGS) {
            if (word.length() - ending.length() >= SHORTEST_STEM && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
