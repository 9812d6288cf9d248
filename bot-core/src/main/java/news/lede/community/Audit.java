package news.lede.community;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was changed in a workspace, by whom, and what somebody tried who may not. Rows are never deleted; who did it is forgotten when that person is.
 *
 * <p>Values are named fields as text. They never hold ids of persons: these stand as the actor, or alone as the {@code subject}, written {@code platform:id}, where {@link #forget} finds them.
 */
public interface Audit {
    /** More refused tries of one person in one workspace than this, within {@link #REFUSED_WITHIN}, are not kept: nobody shall fill the log by pressing a button. */
    int MOST_REFUSED = 20;

    Duration REFUSED_WITHIN = Duration.ofHours(1);

    /** Who did it. */
    sealed interface Actor {
        record Member(PersonKey person) implements Actor {}

        /** Whoever runs this installation, by its command line. */
        record Operator() implements Actor {}

        /** Somebody who has been forgotten since. */
        record Former() implements Actor {}
    }

    /**
     * One change, or try.
     *
     * @param action a word of ours: {@code channel}, {@code topic}, {@code source}
     * @param subject what was changed: a topic's id, a source's address, a conversation's number; empty: the workspace itself
     * @param was the fields that changed, as they were; empty: it was not there. A field that was not set is absent
     * @param became the same fields as they are since; empty: it is gone
     */
    record Change(
            WorkspaceId workspace,
            Instant at,
            Actor actor,
            String action,
            String subject,
            Map<String, String> was,
            Map<String, String> became) {
        public Change {
            was = Collections.unmodifiableMap(new LinkedHashMap<>(was));
            became = Collections.unmodifiableMap(new LinkedHashMap<>(became));
        }
    }

    /**
     * A row.
     *
     * @param number rises with time
     * @param undoneBy the row that took it back; empty: it stands
     */
    record Entry(long number, Change change, boolean refused, OptionalLong undoneBy) {}

    /** Keeps a change; its number. */
    long changed(Change change);

    /** Keeps that somebody was refused; false if it was not kept, since they had {@link #MOST_REFUSED} already. */
    boolean refused(Change tried);

    /** Changes and refused tries, the newest first, those before {@code before}. */
    List<Entry> latest(WorkspaceId workspace, OptionalLong before, int limit);

    /** Of this workspace alone. */
    Optional<Entry> find(WorkspaceId workspace, long number);

    /** The newest change that stands and took none back: what "undo" means. */
    Optional<Entry> lastStanding(WorkspaceId workspace);

    /** Changes of one thing after {@code after}, the newest first. */
    List<Entry> since(WorkspaceId workspace, String action, String subject, Instant after);

    /** {@code number} was taken back by {@code by}; false if it was before. */
    boolean undone(long number, long by);

    /** Nothing in any workspace tells any more that this person did it or that it was done to them. How many rows did. */
    int forget(PersonKey person);
}
