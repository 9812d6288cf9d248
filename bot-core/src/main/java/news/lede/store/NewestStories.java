package news.lede.store;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import org.jdbi.v3.core.Handle;

/**
 * Finds the stories with the newest articles of some sources.
 *
 * <p>No single statement does this well for everybody: walking all articles by time is slow for an asker who follows one quiet
 * source, sorting all articles of the followed sources is slow for one who follows everything. So each source's articles are read newest
 * first, in small growing portions of an index, and merged, until enough stories are seen. Cost: about one look-up per source and one per
 * article shown, whatever the size of the store.
 */
final class NewestStories {
    private static final int FIRST_PORTION = 8;
    private static final int LARGEST_PORTION = 512;

    private static final Comparator<Seen> NEWEST_FIRST = Comparator.comparingLong(Seen::published)
            .thenComparingLong(Seen::article)
            .reversed();

    /** An article a source carried. */
    private record Seen(long published, long article, long story) {}

    private NewestStories() {}

    static List<StoryId> of(Handle handle, Set<SourceId> sources, int limit) {
        PriorityQueue<Stream> streams =
                new PriorityQueue<>(Math.max(1, sources.size()), Comparator.comparing(Stream::head, NEWEST_FIRST));
        for (SourceId source : sources) {
            Stream stream = new Stream(handle, source);
            if (stream.hasMore()) {
                streams.add(stream);
            }
        }
        Set<StoryId> newest = new LinkedHashSet<>();
        while (newest.size() < limit) {
            Stream stream = streams.poll();
            if (stream == null) {
                break;
            }
            newest.add(new StoryId(stream.take().story()));
            if (stream.hasMore()) {
                streams.add(stream);
            }
        }
        return List.copyOf(newest);
    }

    /** One source's articles that are in stories, newest first. */
    private static final class Stream {
        private final Handle handle;
        private final SourceId source;
        private final Deque<Seen> read = new ArrayDeque<>();
        private int portion = FIRST_PORTION;
        private long beforePublished = Long.MAX_VALUE;
        private long beforeArticle = Long.MAX_VALUE;
        private boolean exhausted;

        Stream(Handle handle, SourceId source) {
            this.handle = handle;
            this.source = source;
        }

        boolean hasMore() {
            if (read.isEmpty() && !exhausted) {
                readOn();
            }
            return !read.isEmpty();
        }

        Seen head() {
            return read.getFirst();
        }

        Seen take() {
            return read.removeFirst();
        }

        private void readOn() {
            List<Seen> next = handle.createQuery("SELECT s.published, s.article_id, m.story_id FROM article_source s"
                            + " JOIN story_member m ON m.article_id = s.article_id WHERE s.source_id = :source"
                            + " AND (s.published, s.article_id) < (:published, :article)"
                            + " ORDER BY s.published DESC, s.article_id DESC LIMIT :portion")
                    .bind("source", source.value())
                    .bind("published", beforePublished)
                    .bind("article", beforeArticle)
                    .bind("portion", portion)
                    .map((row, _) -> new Seen(row.getLong(1), row.getLong(2), row.getLong(3)))
                    .list();
            exhausted = next.size() < portion;
            if (!next.isEmpty()) {
                beforePublished = next.getLast().published();
                beforeArticle = next.getLast().article();
            }
            read.addAll(next);
            portion = Math.min(LARGEST_PORTION, portion * 4);
        }
    }
}
