package news.lede.store;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import news.lede.community.Quotas;
import news.lede.community.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What the operator said of single workspaces, in the table {@code workspace_quota}: a column for each kind. */
final class SqlQuotas implements Quotas {
    private final Sessions sessions;

    SqlQuotas(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<Kind, Integer> said(WorkspaceId workspace) {
        return all().getOrDefault(workspace, Map.of());
    }

    /** An operator says so of a few. */
    @Override
    public Map<WorkspaceId, Map<Kind, Integer>> all() {
        Map<WorkspaceId, Map<Kind, Integer>> all = new LinkedHashMap<>();
        sessions
                .read(handle -> handle.createQuery(
                                "SELECT workspace_id, sources, topics, subscriptions FROM workspace_quota ORDER BY workspace_id")
                        .map((row, _) -> {
                            Map<Kind, Integer> said = new EnumMap<>(Kind.class);
                            for (Kind kind : Kind.values()) {
                                int most = row.getInt(column(kind));
                                if (!row.wasNull()) {
                                    said.put(kind, most);
                                }
                            }
                            return Map.entry(new WorkspaceId(row.getLong("workspace_id")), Map.copyOf(said));
                        })
                        .list())
                .stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    @Override
    public void say(WorkspaceId workspace, Kind kind, OptionalInt most) {
        String column = column(kind);
        sessions.change(handle -> {
            handle.createUpdate("INSERT INTO workspace_quota (workspace_id) VALUES (:workspace) ON CONFLICT DO NOTHING")
                    .bind("workspace", workspace.value())
                    .execute();
            handle.createUpdate("UPDATE workspace_quota SET " + column + " = :most WHERE workspace_id = :workspace")
                    .bind("workspace", workspace.value())
                    .bind("most", boxed(most))
                    .execute();
        });
    }

    private static @Nullable Integer boxed(OptionalInt most) {
        return most.isPresent() ? most.getAsInt() : null;
    }

    private static String column(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
