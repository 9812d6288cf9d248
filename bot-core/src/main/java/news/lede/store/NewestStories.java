package news.lede.store;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * Finds the stories with the newest articles of some sources.
 *
 * <p>No single statement does this well for everybody. For whoever follows many sources all articles are walked by time, newest first, and what
 * others follow is passed over. Where that finds too little, and for whoever follows few sources, each source's articles are read newest first, in small
 * growing portions of an index, and merged, until enough stories are seen. Cost: about one look-up per article shown, and one per source if there are few,
 * whatever the size of the store.
 */
final class NewestStories {
    private static final int FIRST_PORTION = 8;
    private static final int LARGEST_PORTION = 512;

    /** Following fewer, a look-up for each costs less than a walk. */
    private static final int MANY_SOURCES = 12;
    /** Articles looked at in a walk for each story wanted, before it is given up. */
    private static final int WALKED_PER_STORY = 8;

    private static final int SHORTEST_WALK = 64;

    private static final Comparator<Seen> NEWEST_FIRST = Comparator.comparingLong(Seen::published)
            .thenComparingLong(Seen::article)
            .reversed();

    /** An article a source carried. */
    private record Seen(long published, long article, long story) {}

    private record Carried(long source, long story) {}

    private NewestStories() {}

    static List<StoryId> of(Handle handle, Set<SourceId> sources, int limit) {
        if (sources.size() >= MANY_SOURCES) {
            Set<StoryId> newest = walk(handle, sources, limit);
            if (newest.size() == limit) {
                return List.copyOf(newest);
            }
        }
        return merge(handle, sources, limit);
    }

    /** Of the newest articles of all; fewer than {@code limit} when too many of those were carried by other sources. */
    private static Set<StoryId> walk(Handle handle, Set<SourceId> sources, int limit) {
        Set<Long> followed = new HashSet<>();
        sources.forEach(source -> followed.add(source.value()));
        Set<StoryId> newest = new LinkedHashSet<>();
        int portion = Math.max(SHORTEST_WALK, limit * WALKED_PER_STORY);
        try (ResultIterator<Carried> carried = handle.createQuery(
                        "SELECT s.source_id, m.story_id FROM article_source s INDEXED BY article_source_by_time"
                                + " CROSS JOIN story_member m ON m.article_id = s.article_id"
                                + " ORDER BY s.published DESC, s.article_id DESC LIMIT :portion")
                .bind("portion", portion)
                .map((row, _) -> new Carried(row.getLong(1), row.getLong(2)))
                .iterator()) {
            while (newest.size() < limit && carried.hasNext()) {
                Carried next = carried.next();
                if (followed.contains(next.source())) {
                    newest.add(new StoryId(next.story()));
                }
            }
        }
        return newest;
    }

    private static List<StoryId> merge(Handle handle, Set<SourceId> sources, int limit) {
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
