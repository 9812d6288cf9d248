package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.lede.community.AddressBook;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonalPlaces;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;

/** Titles in {@code workspace} and {@code conversation}, without those of persons. */
final class SqlAddressBook implements AddressBook {
    private static final String WORKSPACE = "SELECT w.id, w.platform, w.key, w.title, w.language, w.zone";

    private static final String ENTRY = WORKSPACE
            + ", c.id AS place, c.platform AS place_platform, c.chat, c.thread"
            + " FROM conversation c JOIN workspace w ON w.id = c.workspace_id WHERE NOT ";

    private final Sessions sessions;
    private final PersonalCondition personal;
    private final String communities;
    private final String conversations;

    SqlAddressBook(Sessions sessions, PersonalPlaces places) {
        this.sessions = sessions;
        personal = new PersonalCondition(places);
        communities = WORKSPACE + " FROM workspace w WHERE " + personal.told("w.platform") + " AND NOT "
                + personal.personal("w.platform", "w.key");
        conversations = ENTRY + personal.personal("c.platform", "c.chat", "w.key");
    }

    @Override
    public List<Workspace> communities(int most) {
        return sessions.read(
                handle -> personal.bind(handle.createQuery(communities + " ORDER BY lower(w.title), w.id LIMIT :most"))
                        .bind("most", most)
                        .map((row, _) -> workspace(row))
                        .list());
    }

    @Override
    public List<Entry> conversations(int skipped, int most) {
        return sessions.read(handle -> personal.bind(handle.createQuery(
                        conversations + " ORDER BY lower(w.title), w.id, c.id LIMIT :most OFFSET :skipped"))
                .bind("most", most)
                .bind("skipped", skipped)
                .map((row, _) -> entry(row))
                .list());
    }

    @Override
    public Optional<Entry> conversation(ConversationId id) {
        return sessions.read(handle -> personal.bind(handle.createQuery(conversations + " AND c.id = :id"))
                .bind("id", id.value())
                .map((row, _) -> entry(row))
                .findOne());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Workspace workspace = workspace(row);
        return new Entry(workspace, conversation(row, workspace.id()));
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
