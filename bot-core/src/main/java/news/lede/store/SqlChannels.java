package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.subscription.Channel;
import news.lede.subscription.QuietHours;
import org.jspecify.annotations.Nullable;

/** Settings of conversations in the table {@code channel}. Times of day are minutes since midnight. */
final class SqlChannels {
    private static final int HOUR = 60;

    private final Sessions sessions;

    SqlChannels(Sessions sessions) {
        this.sessions = sessions;
    }

    Channel of(ConversationId conversation) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT budget, quiet_from, quiet_until, silent, mention,"
                                + " style, paused_until, handed_on, old_news, reports FROM channel WHERE conversation_id = :conversation")
                .bind("conversation", conversation.value())
                .map((row, _) -> channel(conversation, row))
                .findOne()
                .orElseGet(() -> Channel.standard(conversation)));
    }

    private static Channel channel(ConversationId conversation, ResultSet row) throws SQLException {
        int budget = row.getInt("budget");
        boolean chosen = !row.wasNull();
        int from = row.getInt("quiet_from");
        boolean quiet = !row.wasNull();
        return new Channel(
                conversation,
                chosen ? OptionalInt.of(budget) : OptionalInt.empty(),
                quiet ? Optional.of(new QuietHours(time(from), time(row.getInt("quiet_until")))) : Optional.empty(),
                Channel.Silence.valueOf(row.getString("silent")),
                Columns.text(row, "mention"),
                Channel.Style.valueOf(row.getString("style")),
                Columns.instant(row, "paused_until"),
                row.getInt("handed_on") != 0,
                row.getInt("old_news") != 0,
                row.getInt("reports") != 0);
    }

    List<Conversation> hearingReports(String platform) {
        return sessions.read(handle -> handle.createQuery("SELECT conversation.id, conversation.workspace_id,"
                        + " conversation.platform, conversation.chat, conversation.thread FROM channel"
                        + " JOIN conversation ON conversation.id = channel.conversation_id"
                        + " WHERE channel.reports = 1 AND conversation.platform = :platform ORDER BY conversation.id")
                .bind("platform", platform)
                .map((row, _) -> new Conversation(
                        new ConversationId(row.getLong("id")),
                        new WorkspaceId(row.getLong("workspace_id")),
                        DeliveryRows.place(row)))
                .list());
    }

    void save(Channel channel) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO channel (conversation_id, budget, quiet_from, quiet_until, silent, mention, style,"
                                + " paused_until, handed_on, old_news, reports) VALUES (:conversation, :budget, :from, :until, :silent, :mention,"
                                + " :style, :paused, :handedOn, :oldNews, :reports) ON CONFLICT (conversation_id) DO UPDATE SET"
                                + " budget = excluded.budget, quiet_from = excluded.quiet_from,"
                                + " quiet_until = excluded.quiet_until, silent = excluded.silent,"
                                + " mention = excluded.mention, style = excluded.style,"
                                + " paused_until = excluded.paused_until, handed_on = excluded.handed_on,"
                                + " old_news = excluded.old_news, reports = excluded.reports")
                .bind("conversation", channel.conversation().value())
                .bind(
                        "budget",
                        channel.budget().isPresent()
                                ? (Integer) channel.budget().getAsInt()
                                : null)
                .bind("from", minutes(channel, QuietHours::from))
                .bind("until", minutes(channel, QuietHours::until))
                .bind("silent", channel.silence().name())
                .bind("mention", channel.mention().orElse(null))
                .bind("style", channel.style().name())
                .bind("handedOn", channel.handedOn() ? 1 : 0)
                .bind("oldNews", channel.oldNews() ? 1 : 0)
                .bind("reports", channel.reports() ? 1 : 0)
                .bind("paused", channel.pausedUntil().map(Instant::toEpochMilli).orElse(null))
                .execute());
    }

    private static LocalTime time(int minutes) {
        return LocalTime.of(minutes / HOUR, minutes % HOUR);
    }

    private static @Nullable Integer minutes(Channel channel, Function<QuietHours, LocalTime> end) {
        return channel.quiet()
                .map(end)
                .map(time -> time.getHour() * HOUR + time.getMinute())
                .orElse(null);
    }
}
