package news.lede.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;

/**
 * One state of a story, by what it brought. Not for readers, who may not see the article behind it.
 *
 * @param story where it happened, which may since have been merged into another
 * @param number counts from 1 within that story
 * @param article that joined or that its publisher changed; absent where neither happened, and where it was taken back since
 * @param material whether readers who know the story want to hear of it
 * @param changes empty where nobody recorded what changed
 */
public record Revision(
        StoryId story, int number, Instant at, Optional<ArticleId> article, boolean material, List<Change> changes) {
    public Revision {
        changes = List.copyOf(changes);
    }

    /** Whether a publisher changed what it had said. */
    public boolean correcting() {
        return changes.stream().anyMatch(Change::correcting);
    }
}
