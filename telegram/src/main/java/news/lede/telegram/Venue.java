package news.lede.telegram;

import java.util.Optional;

/** Where something was written: {@code thread} only in topics of a forum, where an answer must name it. */
record Venue(long chat, Optional<Integer> thread, Kind kind, String title) {
    /** What decides how we answer: alone with somebody, among several, or before readers who cannot write. */
    enum Kind {
        PRIVATE,
        GROUP,
        CHANNEL
    }

    boolean isPrivate() {
        return kind == Kind.PRIVATE;
    }
}
