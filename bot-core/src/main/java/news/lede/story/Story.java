package news.lede.story;

import java.time.Instant;
import java.util.List;
import news.lede.article.ArticleId;
import news.lede.text.Language;

/**
 * Articles on one event. Not for readers: they see a {@link StoryView}. {@code revision} counts the states of the story from 1; {@code members}
 * are in the order they joined.
 */
public record Story(
        StoryId id, Language language, int revision, Instant created, Instant updated, List<ArticleId> members) {
    public Story {
        members = List.copyOf(members);
    }
}
