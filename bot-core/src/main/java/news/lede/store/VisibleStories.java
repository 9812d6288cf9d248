package news.lede.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import news.lede.story.VisibleStory;
import news.lede.text.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds what some sources show of stories. One walk over their members and who carried these: lists ask it of hundreds of stories, so a row costs as little as it can, and names of those that were merged are looked up only for
 * the few ids that have no member.
 */
final class VisibleStories {
    /** Articles have few sources, so these are read rather than compared inside the database with a list of any length. */
    private static final String MEMBERS = "SELECT m.story_id, m.article_id, x.source_id, s.revision, s.language"
            + " FROM story s JOIN story_member m ON m.story_id = s.id"
            + " JOIN article_source x ON x.article_id = m.article_id WHERE s.id IN (";

    private final Set<SourceId> sources;
    private final Map<StoryId, VisibleStory> found = new HashMap<>();
    private final Set<StoryId> existing = new HashSet<>();
    private @Nullable Reading reading;

    private VisibleStories(Set<SourceId> sources) {
        this.sources = sources;
    }

    /** The story whose rows are read. */
    private record Reading(long story, int revision, Language language, List<ArticleId> visible) {}

    static Map<StoryId, VisibleStory> of(Handle handle, Collection<StoryId> ids, Set<SourceId> sources) {
        VisibleStories stories = new VisibleStories(sources);
        stories.read(handle, ids);
        List<StoryId> missing =
                ids.stream().filter(id -> !stories.existing.contains(id)).toList();
        if (!missing.isEmpty()) {
            Map<StoryId, StoryId> survivors = survivors(handle, missing);
            stories.read(handle, survivors.values());
            survivors.forEach((absorbed, survivor) -> {
                VisibleStory seen = stories.found.get(survivor);
                if (seen != null) {
                    stories.found.put(absorbed, seen);
                }
            });
            stories.found.keySet().retainAll(Set.copyOf(ids));
        }
        return stories.found;
    }

    /** Into which stories those of {@code ids} went that were merged. */
    static Map<StoryId, StoryId> survivors(Handle handle, Collection<StoryId> ids) {
        Map<StoryId, StoryId> survivors = new HashMap<>();
        InList.rows(
                handle,
                ids,
                StoryId::value,
                "SELECT story_id, survivor_id FROM story_alias WHERE story_id IN (",
                ")",
                row -> survivors.put(new StoryId(row.getLong(1)), new StoryId(row.getLong(2))));
        return survivors;
    }

    private void read(Handle handle, Collection<StoryId> ids) {
        InList.rows(handle, ids, StoryId::value, MEMBERS, ") ORDER BY m.story_id, m.position", row -> {
            long story = row.getLong(1);
            Reading current = reading;
            if (current == null || current.story != story) {
                keep();
                current = new Reading(story, row.getInt(4), new Language(row.getString(5)), new ArrayList<>(2));
                reading = current;
            }
            long article = row.getLong(2);
            boolean isNew =
                    current.visible.isEmpty() || current.visible.getLast().value() != article;
            if (isNew && sources.contains(new SourceId(row.getLong(3)))) {
                current.visible.add(new ArticleId(article));
            }
        });
        keep();
    }

    private void keep() {
        Reading read = reading;
        if (read != null) {
            StoryId id = new StoryId(read.story);
            existing.add(id);
            if (!read.visible.isEmpty()) {
                found.put(id, new VisibleStory(id, read.revision, read.language, read.visible));
            }
        }
        reading = null;
    }
}
