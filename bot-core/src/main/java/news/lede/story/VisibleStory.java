package news.lede.story;

import java.util.List;
import news.lede.article.ArticleId;
import news.lede.text.Language;

/** What somebody may know of a story, by its numbers: {@code visible} are the members that their sources carried, in the order of joining, at least one. */
public record VisibleStory(StoryId id, int revision, Language language, List<ArticleId> visible) {
    public VisibleStory {
        visible = List.copyOf(visible);
    }
}
