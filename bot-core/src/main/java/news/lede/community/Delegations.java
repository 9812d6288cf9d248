package news.lede.community;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which topics and conversations of a workspace are in whose hands. */
public interface Delegations {
    /** What one person, or one role of the platform, has. */
    record Delegation(PersonKey person, Charge charge, Instant at) {}

    /** All of a workspace, oldest first. */
    List<Delegation> of(WorkspaceId workspace);

    /** What any of {@code persons} has: one person goes by several keys where the platform's own roles were handed something. */
    Set<Charge> of(WorkspaceId workspace, Collection<PersonKey> persons);

    /** False if they had it already. */
    boolean hand(WorkspaceId workspace, PersonKey person, Charge charge, Instant at);

    /** False if they did not have it. */
    boolean take(WorkspaceId workspace, PersonKey person, Charge charge);
}
