package news.lede.source;

/**
 * Anything we read. {@code address} is unique in the installation: one source is fetched once whatever the number of its followers.
 */
public record Source(SourceId id, SourceKind kind, String address, String title) {
    /** Address of the built-in source of everything handed in by {@code import}; it exists in every store from the first migration. */
    public static final String IMPORTED_ADDRESS = "lede:imported";

    /** With a workspace's id behind it, the address of the source of everything that workspace asked for by link. */
    public static final String ASKED_ADDRESS = "lede:asked:";
}
