package news.lede.community;

import java.util.Map;
import java.util.OptionalInt;

/** What a workspace may have at most: what holds for all, where the operator said nothing else for this one. */
public interface Quotas {
    /** What there can be too much of. */
    enum Kind {
        /** That a workspace follows by itself. Each is a request every quarter of an hour to somebody. */
        SOURCES,
        /** That it defined itself. */
        TOPICS,
        /** Of all its conversations. */
        SUBSCRIPTIONS
    }

    /** What the operator said for one workspace, by kind; kinds that are absent are as for all. */
    Map<Kind, Integer> said(WorkspaceId workspace);

    /** What the operator said, by workspace; those of whom nothing was said are absent. */
    Map<WorkspaceId, Map<Kind, Integer>> all();

    /** Empty: as for all again. What is more than that already stays. */
    void say(WorkspaceId workspace, Kind kind, OptionalInt most);
}
