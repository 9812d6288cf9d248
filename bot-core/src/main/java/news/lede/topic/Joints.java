package news.lede.topic;

import news.lede.text.Language;

/** Where a word as it is written holds another word: behind hyphens and apostrophes, behind the article that Arabic writes at a word. Pure. */
final class Joints {
    private static final Language ARABIC = new Language("ar");
    /** Shorter rests are no words. */
    private static final int SHORTEST = 3;
    /** "And", "in", "like", "for" with the article; the article; "and". The longest first. */
    private static final String[] ATTACHED = {
        "\u0648\u0627\u0644",
        "\u0628\u0627\u0644",
        "\u0643\u0627\u0644",
        "\u0641\u0627\u0644",
        "\u0644\u0644",
        "\u0627\u0644",
        "\u0648"
    };

    private Joints() {}

    /** The place behind the next joiner at or after {@code from}; 0 when there is none. */
    static int next(String word, int from) {
        for (int i = Math.max(1, from); i < word.length() - 1; i++) {
            char c = word.charAt(i);
            if (c == '-' || c == '\'' || c == '\u2010' || c == '\u2011') {
                return i + 1;
            }
        }
        return 0;
    }

    /** The length of what stands before the first hyphen; 0 without one. */
    static int head(String word) {
        return Math.max(0, word.indexOf('-'));
    }

    /** An Arabic word without what is written at its front; any other as it is. */
    static String bare(String folded, Language language) {
        if (!language.equals(ARABIC)) {
            return folded;
        }
        for (String attached : ATTACHED) {
            if (folded.startsWith(attached) && folded.length() >= attached.length() + SHORTEST) {
                return folded.substring(attached.length());
            }
        }
        return folded;
    }
}
