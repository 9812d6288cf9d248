package news.lede.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/**
 * What members of a workspace want more and less of. Said of stories, kept on the article whose title the story bore, since stories merge. A person counts once for an article: with what they
 * said last.
 */
public interface StoryVotes {
    /** How many persons want more like it, and how many less. */
    record Tally(int good, int bad) {
        public static final Tally NONE = new Tally(0, 0);

        public int net() {
            return good - bad;
        }

        public Tally plus(Tally other) {
            return new Tally(good + other.good, bad + other.bad);
        }
    }

    /** What somebody said last of any of these articles. */
    Optional<Boolean> of(WorkspaceId workspace, Collection<ArticleId> articles, PersonKey person);

    /** Keeps what somebody says of a story: of {@code titled}, in place of all they said of {@code articles} before. */
    void vote(
            WorkspaceId workspace,
            ArticleId titled,
            Collection<ArticleId> articles,
            PersonKey person,
            boolean good,
            Instant at);

    /** Forgets what somebody said of these articles. */
    void takeBack(WorkspaceId workspace, Collection<ArticleId> articles, PersonKey person);

    /** What was said in a workspace of each of these articles, where anything was. */
    Map<ArticleId, Tally> tallies(WorkspaceId workspace, Collection<ArticleId> articles);

    /** What was said in a workspace of each article, those that most spoke of first, of as many the latest; at most {@code limit}. */
    List<Counted> most(WorkspaceId workspace, int limit);

    /** What was said of one article. */
    record Counted(ArticleId article, Tally tally) {}

    /** Forgets all that was said in a workspace; what that was. */
    Tally clear(WorkspaceId workspace);

    /** What was said in a workspace of all stories together. */
    Tally all(WorkspaceId workspace);
}
