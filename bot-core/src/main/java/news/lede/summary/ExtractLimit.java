package news.lede.summary;

/** How much of one article one answer may show; more than that is the publisher's to show. */
public record ExtractLimit(int sentences, int characters) {
    public static final ExtractLimit DEFAULT = new ExtractLimit(3, 420);

    public ExtractLimit {
        if (sentences < 1 || characters < 1) {
            throw new IllegalArgumentException("a limit of nothing shows nothing");
        }
    }
}
