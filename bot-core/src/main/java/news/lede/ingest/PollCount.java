package news.lede.ingest;

/** Hears of every poll that ended, on the thread that writes them down; must be quick. */
@FunctionalInterface
public interface PollCount {
    /** Counts nothing. */
    PollCount NONE = (_, _, _) -> {};

    /** What a poll came to. */
    enum Ending {
        ANSWERED,
        ASKED_TO_WAIT,
        /** Nothing is there, or nobody. */
        MISSING,
        /** It does not want us. */
        SHUT,
        /** Something else than a feed is there, or one that nobody can read. */
        UNREADABLE,
        TROUBLE,
        /** Gone for good. */
        ENDED,
        /** Not asked after all: its host rests, or nobody can be reached. */
        DEFERRED
    }

    /** @param entries that are new or changed; {@code articles} that a page gave at once */
    void ended(Ending ending, int entries, int articles);
}
