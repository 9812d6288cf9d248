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

    /**
     * A next revision without a new member: a publisher changed or withdrew {@code article}, a member.
     *
     * @throws IllegalArgumentException if it is no member of that story
     */
    Revision revise(StoryId story, ArticleId article, boolean material, List<Change> changes, Instant at);

    /** Keeps what a revision brought, in place of what was kept of it. Does nothing when there is no such revision; its story, article and time stay. */
    void describe(StoryId story, int revision, boolean material, List<Change> changes);

    /** All revisions of a story and of those merged into it, oldest first. */
    List<Revision> revisions(StoryId story);

    /** Those of {@link #revisions} of several stories that were made after {@code since}, oldest first. */
    List<Revision> revisionsSince(Collection<StoryId> stories, Instant since);

    /** Revisions after {@code since} in which a publisher changed an article that one of {@code sources} carried, newest first, at most {@code limit}. */
    List<Revision> corrections(Set<SourceId> sources, Instant since, int limit);

    /** The story of that id, or the survivor when it was merged into another. */
    Optional<Story> find(StoryId id);

    /** Those of {@code ids} that exist, by id, a merged one as its survivor, each once. */
    List<Story> findAll(Collection<StoryId> ids);

    /** What {@code sources} show of each of {@code ids}, a merged one as its survivor; without those that do not exist and those of which nothing is visible. */
    Map<StoryId, VisibleStory> visible(Collection<StoryId> ids, Set<SourceId> sources);

    Optional<StoryId> storyOf(ArticleId article);

    Map<ArticleId, StoryId> storiesOf(Collection<ArticleId> articles);

    /**
     * Stories with an article that one of {@code sources} carried, by the newest publication among those articles, newest first (at one
     * instant the article stored last), at most {@code limit}.
     */
    List<StoryId> newest(Set<SourceId> sources, int limit);
}
