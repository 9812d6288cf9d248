package news.lede.summary;

/** How much of one article one answer may show; more than that is the publisher's to show. */
public record ExtractLimit(int sentences, int characters) {
    public static final ExtractLimit DEFAULT = new ExtractLimit(3, 420);

    /** For measuring what is chosen, apart from what may be shown. */
    public static final ExtractLimit NONE = new ExtractLimit(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public ExtractLimit {
        if (sentences < 1 || characters < 1) {
            throw new IllegalArgumentException("a limit of nothing shows nothing");
        }
    }
}
