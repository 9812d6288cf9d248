package news.lede.community;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What members propose to their workspace, and what its moderators made of it. An address is proposed once in a workspace and decided once. */
public interface Suggestions {
    /** What is proposed. */
    enum Kind {
        /** An article, to be told. */
        LINK,
        /** A feed, a sitemap or a page, to be read from now on. */
        SOURCE
    }

    enum State {
        OPEN,
        APPROVED,
        DECLINED
    }

    /** What somebody proposes. {@code conversation}: where. {@code name}: what to call them in thanks; empty: nothing. */
    record Proposal(
            WorkspaceId workspace,
            ConversationId conversation,
            PersonKey person,
            String name,
            Kind kind,
            String address,
            Instant at) {}

    /** A kept proposal. {@code person}: empty when they had themselves forgotten. */
    record Suggestion(
            SuggestionId id,
            WorkspaceId workspace,
            ConversationId conversation,
            Optional<PersonKey> person,
            String name,
            Kind kind,
            String address,
            Instant at,
            State state,
            Optional<Instant> decided) {}

    /** Keeps a proposal. What was proposed before is left as it is, and is answered with {@code before}. */
    Kept add(Proposal proposal);

    record Kept(Suggestion suggestion, boolean before) {}

    /** Empty when the workspace has none of that id. */
    Optional<Suggestion> find(WorkspaceId workspace, SuggestionId id);

    /** Those that are not decided, the oldest first. */
    List<Suggestion> open(WorkspaceId workspace, int limit);

    int countOpen(WorkspaceId workspace);

    /** How many of somebody's proposals there are not decided. */
    int countOpen(WorkspaceId workspace, PersonKey person);

    /** Decides what is open; false when it was decided before, or is not there. */
    boolean decide(WorkspaceId workspace, SuggestionId id, boolean approved, Instant at);
}
