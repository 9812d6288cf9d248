package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.subscription.Cadence;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.subscription.Wish;
import news.lede.subscription.WishId;
import news.lede.text.Language;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Wishes and subscriptions as rows of {@code wish} and {@code subscription}. */
final class SubscriptionRows {
    /** What {@link #wish} reads, of a table called w. */
    static final String WISH = "w.kind, w.subject, w.filter, w.languages, w.least";

    /** What {@link #subscription} reads. */
    static final String SELECT = "SELECT s.id, s.wish_id, s.conversation_id, s.workspace_id, s.instant, s.schedule,"
            + " s.zone, s.next_due, s.created, s.platform, s.person, s.paused_until, " + WISH
            + " FROM subscription s JOIN wish w ON w.id = s.wish_id ";

    private SubscriptionRows() {}

    static Subscription subscription(ResultSet row, StatementContext context) throws SQLException {
        return new Subscription(
                new SubscriptionId(row.getLong("id")),
                new WishId(row.getLong("wish_id")),
                wish(row),
                new ConversationId(row.getLong("conversation_id")),
                new WorkspaceId(row.getLong("workspace_id")),
                row.getInt("instant") == 1
                        ? new Cadence.Instantly()
                        : DigestSchedule.read(row.getString("schedule"), ZoneId.of(row.getString("zone"))),
                Instant.ofEpochMilli(row.getLong("created")),
                new PersonKey(row.getString("platform"), row.getString("person")),
                Columns.instant(row, "paused_until"));
    }

    static Wish wish(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return new Wish(
                switch (row.getString("kind")) {
                    case "TOPIC" -> new Subject.OfTopic(subject);
                    case "WORDS" -> new Subject.OfWords(subject);
                    case "SOURCE" -> new Subject.OfSource(new SourceId(Long.parseLong(subject)));
                    case "EVERYTHING" -> new Subject.Everything();
                    default -> throw new IllegalStateException("a wish of unknown kind: " + row.getString("kind"));
                },
                row.getString("filter"),
                languages(row.getString("languages")),
                row.getInt("least"));
    }

    private static Set<Language> languages(String codes) {
        return codes.isEmpty()
                ? Set.of()
                : Arrays.stream(codes.split(",")).map(Language::new).collect(Collectors.toUnmodifiableSet());
    }

    /** Binds what tells one wish from another. */
    static <S extends SqlStatement<S>> S bind(S statement, Wish wish) {
        return statement
                .bind(
                        "kind",
                        switch (wish.subject()) {
                            case Subject.OfTopic ignored -> "TOPIC";
                            case Subject.OfWords ignored -> "WORDS";
                            case Subject.OfSource ignored -> "SOURCE";
                            case Subject.Everything ignored -> "EVERYTHING";
                        })
                .bind(
                        "subject",
                        switch (wish.subject()) {
                            case Subject.OfTopic topic -> topic.name();
                            case Subject.OfWords words -> words.words();
                            case Subject.OfSource source -> source.source().toString();
                            case Subject.Everything ignored -> "";
                        })
                .bind("filter", wish.filter())
                .bind(
                        "languages",
                        wish.languages().stream().map(Language::code).sorted().collect(Collectors.joining(",")))
                .bind("least", wish.least());
    }
}
