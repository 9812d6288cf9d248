package news.lede.ingest;

import java.util.Optional;
import news.lede.ingest.Inbox.Waiting;
import news.lede.ingest.PageReader.PageReading;

/** A waiting entry with everything that storing it needs: from here on nothing is asked of anybody. */
record Prepared(Waiting waiting, Contents contents) {
    /** What it turned out to hold. */
    sealed interface Contents {
        /**
         * An article. {@code whole}: its feed carries all of it. {@code page}: what came of reading its page; absent when it was not to be read. {@code draft} has what the page
         * told.
         */
        record OneArticle(Draft draft, boolean whole, Optional<PageReading> page) implements Contents {}

        /** What a file holds, as it was when it was read. */
        record OneFile(Bundle bundle) implements Contents {}

        /** Nothing that could be shown; {@code why} is for the log. */
        record Nothing(String why) implements Contents {}
    }
}
