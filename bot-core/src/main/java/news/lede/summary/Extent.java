package news.lede.summary;

/**
 * How long a summary may be at most: sentences, seconds of reading, words between spaces. The first sentence may be longer, since a sentence is shown whole or not
 * at all.
 */
public record Extent(int sentences, double seconds, int words) {
    public Extent {
        if (sentences < 1 || seconds <= 0 || words < 1) {
            throw new IllegalArgumentException("a summary has at least one sentence, some time to read it, one word");
        }
    }

    /** Limited by sentences alone. */
    public static Extent ofSentences(int sentences) {
        return new Extent(sentences, Double.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Limited by words alone. */
    public static Extent ofWords(int words) {
        return new Extent(Integer.MAX_VALUE, Double.MAX_VALUE, words);
    }
}
