package news.lede.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.source.SourceId;
import news.lede.text.Language;

/** Where stories are kept. Changes belong into one transaction with the article that causes them. */
public interface Stories {
    /** A new story of one article, at revision 1. An article is in one story at most. */
    Story open(ArticleId first, Language language, Instant at);

    /** Adds an article to a story, which reaches its next revision. Does nothing when the article is a member. */
    Story join(StoryId story, ArticleId article, Instant at);

    /**
     * Moves the members of {@code absorbed} into {@code survivor}, after its own, which reaches its next revision; the absorbed id leads to the survivor
     * from now on. Does nothing when they are one.
     */
    Story merge(StoryId survivor, StoryId absorbed, Instant at);

    /** The story of that id, or the survivor when it was merged into another. */
    Optional<Story> find(StoryId id);

    /** Those of {@code ids} that exist, by id, a merged one as its survivor, each once. */
    List<Story> findAll(Collection<StoryId> ids);

    Optional<StoryId> storyOf(ArticleId article);

    Map<ArticleId, StoryId> storiesOf(Collection<ArticleId> articles);

    /**
     * Stories with an article that one of {@code sources} carried, by the newest publication among those articles, newest first (at one
     * instant the article stored last), at most {@code limit}.
     */
    List<StoryId> newest(Set<SourceId> sources, int limit);
}
