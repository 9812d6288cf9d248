package news.lede.ingest;

import java.time.Instant;
import java.util.List;
import news.lede.alert.Retractions;
import news.lede.article.ArticleId;
import news.lede.source.SourceId;

/** Takes back what a source brought, as if it had never been read. */
public interface Purge {
    /**
     * What was taken back. {@code gone}: articles that no other source carried. {@code kept}: those that others carry too, which only lost this source.
     * {@code storiesGone} held nothing else; {@code storiesChanged} lost members and reached their next revision.
     */
    record Purged(List<ArticleId> gone, List<ArticleId> kept, int storiesGone, int storiesChanged) {
        public Purged {
            gone = List.copyOf(gone);
            kept = List.copyOf(kept);
        }
    }

    /**
     * Takes back everything that only {@code source} brought, as a whole or not at all: articles with all that belongs to them, stories left empty with their aliases, and
     * announcements that such articles alone caused. What it carried is unknown again, and validators of its last answer are forgotten, so that it can be read anew; when it was
     * polled is kept. The source itself stays as it is. Messages of the last {@link Retractions#RECALLED_FOR} that told of such stories, in digests too, are to be changed. Calls must not overlap with taking in news.
     */
    Purged purge(SourceId source, Instant at);
}
