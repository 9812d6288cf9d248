package news.lede.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/**
 * What members say is wrong with stories, until a moderator of their workspace has seen to it. Kept on the article whose title the story bore, as {@link StoryVotes} are. A person says a thing of a story once.
 */
public interface StoryReports {
    /** What may be wrong. */
    enum Kind {
        /** Something in it is not true, or not what the source says. */
        WRONG,
        /** An article in it is about another event. */
        NOT_THIS_EVENT,
        /** Advertising, a list of links, an error page. */
        NOT_NEWS,
        OFFENSIVE,
        OTHER
    }

    /** What somebody says. {@code conversation}: where. {@code revision}: of the story as they saw it. {@code words}: theirs, may be empty. */
    record Said(
            WorkspaceId workspace,
            ConversationId conversation,
            ArticleId article,
            int revision,
            PersonKey person,
            Kind kind,
            String words,
            Instant at) {}

    /** What became of it. */
    enum Kept {
        /** Nobody had said so yet, or it was another person. */
        NEW,
        /** They had said so already: their words are those they say now. */
        AGAIN,
        /** They had said so of this very revision, and a moderator has seen to it. */
        SETTLED
    }

    /** A report that waits for a moderator. {@code told}: whether it was brought to them. */
    record Report(
            ArticleId article, int revision, PersonKey person, Kind kind, String words, Instant at, boolean told) {}

    /** Keeps what somebody says of a story that {@code articles} belong to. Of a revision that came after they said so last, and it was settled, it is open again. */
    Kept add(Said said, Collection<ArticleId> articles);

    /** How many reports somebody made in a workspace since then, settled ones too. */
    int madeSince(WorkspaceId workspace, PersonKey person, Instant since);

    /** When the earliest report of somebody since then was made. */
    Optional<Instant> earliestSince(WorkspaceId workspace, PersonKey person, Instant since);

    /** Those that nobody has seen to, the oldest first, at most {@code limit}. */
    List<Report> open(WorkspaceId workspace, int limit);

    /** How many nobody has seen to. */
    int countOpen(WorkspaceId workspace);

    /** What waits of these articles is being brought to moderators. False if it was before, or nothing waits: then somebody else does. */
    boolean tell(WorkspaceId workspace, Collection<ArticleId> articles, Instant at);

    /** It did not arrive: to be brought again. */
    void untell(WorkspaceId workspace, Collection<ArticleId> articles);

    /** A moderator has seen to all that was said of these articles. How many that were. */
    int settle(WorkspaceId workspace, Collection<ArticleId> articles, Instant at);
}
