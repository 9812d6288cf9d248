package news.lede.source;

import java.time.Instant;

/** Something that happened to a source and that whoever looks after it should know. {@code detail} is in our words, in English, for operators. */
public record SourceEvent(SourceId source, Instant at, Kind kind, String detail) {
    /** What happened. */
    public enum Kind {
        /** Answers 401 or 403: it does not want us, or wants a key. */
        SHUT,
        /** Has failed for so long that it counts as dead; it is still tried, rarely. */
        DEAD,
        /** Said that it is gone for good; it is not asked any more. */
        ENDED,
        /** Answers again after it was dead, shut or ended. */
        BACK,
        /** Its permanent redirect was believed: it has a new address. */
        MOVED,
        /** Answers with a page in place of a feed; {@code detail} names the feed that the page points to, if any. */
        NOT_A_FEED,
        /** Should have been asked long ago and was not. */
        OVERDUE,
        /** Answers, but has carried nothing new for far longer than usual. */
        QUIET
    }
}
