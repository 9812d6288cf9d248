package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.lede.community.AddressBook;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;

/** Titles in {@code workspace} and {@code conversation}. */
final class SqlAddressBook implements AddressBook {
    private static final String WORKSPACE = "SELECT w.id, w.platform, w.key, w.title, w.language, w.zone";

    private static final String COMMUNITIES = WORKSPACE
            + " FROM workspace w WHERE (w.platform = 'discord' AND w.key NOT LIKE 'user:%')"
            + " OR (w.platform = 'telegram' AND w.key LIKE '-%') ORDER BY lower(w.title), w.id LIMIT :most";

    /** As {@link AddressBook.Entry#isPrivate} has private chats. */
    private static final String CONVERSATIONS = WORKSPACE
            + ", c.id AS place, c.platform AS place_platform, c.chat, c.thread"
            + " FROM conversation c JOIN workspace w ON w.id = c.workspace_id"
            + " WHERE (c.platform = 'discord' AND c.chat NOT LIKE 'user:%' AND w.key NOT LIKE 'user:%')"
            + " OR (c.platform = 'telegram' AND c.chat LIKE '-%') OR c.platform NOT IN ('discord', 'telegram')"
            + " ORDER BY lower(w.title), w.id, c.id LIMIT :most OFFSET :skipped";

    private final Sessions sessions;

    SqlAddressBook(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Workspace> communities(int most) {
        return sessions.read(handle -> handle.createQuery(COMMUNITIES)
                .bind("most", most)
                .map((row, _) -> workspace(row))
                .list());
    }

    @Override
    public List<Entry> conversations(int skipped, int most) {
        return sessions.read(handle -> handle.createQuery(CONVERSATIONS)
                .bind("most", most)
                .bind("skipped", skipped)
                .map((row, _) -> {
                    Workspace workspace = workspace(row);
                    return new Entry(workspace, conversation(row, workspace.id()));
                })
                .list());
    }

    private static Workspace workspace(ResultSet row) throws SQLException {
        return new Workspace(
                new WorkspaceId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Language(row.getString(5)),
                ZoneId.of(row.getString(6)));
    }

    private static Conversation conversation(ResultSet row, WorkspaceId workspace) throws SQLException {
        Optional<String> thread = Optional.of(row.getString("thread")).filter(text -> !text.isEmpty());
        return new Conversation(
                new ConversationId(row.getLong("place")),
                workspace,
                new Place(row.getString("place_platform"), row.getString("chat"), thread));
    }
}
