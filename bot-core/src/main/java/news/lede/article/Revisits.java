package news.lede.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where it is kept which articles are to be read again, to see what their publishers corrected. */
public interface Revisits {
    /**
     * A reading that is due. {@code round} counts the ones done. {@code etag} and {@code lastModified} are the page's validators from the last reading, opaque. {@code headline} is
     * what the page was headed then, which need not be what its feed says; absent where nothing was there.
     */
    record Revisit(
            ArticleId article,
            Instant due,
            int round,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<String> headline) {}

    /** Plans a reading; replaces the one planned for the same article. */
    void plan(Revisit revisit);

    /** At most {@code limit} readings due at {@code now}, longest due first. */
    List<Revisit> due(Instant now, int limit);

    /** Plans no more readings of this article. */
    void end(ArticleId article);
}
