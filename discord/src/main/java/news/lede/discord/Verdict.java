package news.lede.discord;

import java.time.Duration;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Messenger.Result;

/** What Discord's answers mean for a message. Pure. */
final class Verdict {
    private static final Duration NETWORK_AWAY = Duration.ofSeconds(5);
    private static final Duration BUSY = Duration.ofMinutes(10);

    private Verdict() {}

    /** For answers other than {@link Reply.Done}. {@code known}: the channel is one of a server that we are in. */
    static Result of(Reply reply, boolean known) {
        return switch (reply) {
            case Reply.TooMany(Duration after, boolean account, String detail) ->
                new Result.RetryAt(after, account, detail);
            case Reply.NotSent(String detail) -> new Result.RetryAt(NETWORK_AWAY, true, detail);
            case Reply.Lost(String detail) -> new Result.Unknown(detail);
            case Reply.Refused refused -> refused(refused, known);
            // Done, and yet not as it should be: the answer names no message.
            case Reply.Done _ -> new Result.Unknown("an answer without a message");
        };
    }

    private static Result refused(Reply.Refused refused, boolean known) {
        return switch (refused.code()) {
            case 10003 -> unreachable(Reason.DELETED, refused);
            case 10004, 40007 -> unreachable(Reason.KICKED, refused);
            case 10008 -> new Result.Gone(refused.detail());
            case 10013 -> unreachable(Reason.DELETED, refused);
            // A channel that we do not know of is one of a server that we were sent away from.
            case 50001 -> unreachable(known ? Reason.NO_RIGHTS : Reason.KICKED, refused);
            case 50013, 40067 -> unreachable(Reason.NO_RIGHTS, refused);
            case 50007, 50278 -> unreachable(Reason.BLOCKED, refused);
            case 50083, 160005 -> unreachable(Reason.CLOSED, refused);
            case 20026, 40002 -> unreachable(Reason.ACCOUNT, refused);
            // Slow mode, direct messages opened too fast, too many threads at once, too many edits of an old message.
            case 20016, 40003, 160006, 160007, 30046 -> new Result.RetryAt(BUSY, false, refused.detail());
            default -> byStatus(refused);
        };
    }

    private static Result byStatus(Reply.Refused refused) {
        return switch (refused.status()) {
            case 401 -> unreachable(Reason.ACCOUNT, refused);
            case 403 -> unreachable(Reason.NO_RIGHTS, refused);
            case 404 -> unreachable(Reason.DELETED, refused);
            default -> new Result.Refused(refused.detail());
        };
    }

    private static Result unreachable(Reason reason, Reply.Refused refused) {
        return new Result.Unreachable(reason, refused.detail());
    }
}
