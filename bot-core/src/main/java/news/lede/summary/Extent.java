package news.lede.summary;

/** How long a summary may be at most: sentences, characters without the spaces between them, words. The first sentence may be longer. */
public record Extent(int sentences, int characters, int words) {
    public Extent {
        if (sentences < 1 || characters < 1 || words < 1) {
            throw new IllegalArgumentException("a summary has at least one sentence, one character and one word");
        }
    }
}
