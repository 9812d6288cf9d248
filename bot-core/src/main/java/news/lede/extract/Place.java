package news.lede.extract;

/** Where on a page a fact was stated; in the order of trust that most facts follow. */
public enum Place {
    /** The article as described in JSON-LD. */
    STRUCTURED_DATA,
    /** A {@code meta} element. */
    META,
    /** An element marked with {@code itemprop}, {@code rel} or {@code time}. */
    MARKUP,
    /** A line that readers see. */
    VISIBLE,
    /** The page's address. */
    ADDRESS
}
