package news.lede.telegram;

import java.time.Duration;
import news.lede.alert.Messenger.Reason;
import news.lede.okhttp.Written;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Why a call did not work, in our words. The texts hold no token. */
sealed interface Failure {
    String reason();

    /** Too fast: not before {@code after}. */
    record Flood(Duration after, String reason) implements Failure {}

    /** The service or the way to it is in trouble; trying again may help. The call may have had its effect. */
    record Passing(String reason) implements Failure {}

    /** The call never left this machine; trying again may help. */
    record NotSent(String reason) implements Failure {}

    /** We may not write there any more: blocked, removed, gone. */
    record Unreachable(Reason why, String reason) implements Failure {}

    /** The group has another id now. */
    record Moved(long chat, String reason) implements Failure {}

    /** The token is wrong or was revoked. */
    record BadToken(String reason) implements Failure {}

    /** The message that was to be changed shows that already. */
    record Unchanged(String reason) implements Failure {}

    /** The message that was to be changed is gone or out of our hands. */
    record Gone(String reason) implements Failure {}

    /** The call itself is refused; trying again is in vain. */
    record Refused(String reason) implements Failure {}

    /** Reads what the client library throws. */
    static Failure of(Throwable thrown, Token token) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Written.Never never) {
                return new NotSent(token.hiddenIn(String.valueOf(never.getCause())));
            }
            if (t instanceof TelegramApiValidationException invalid) {
                return new Refused(
                        "the library refuses the call: " + token.hiddenIn(String.valueOf(invalid.getMessage())));
            }
            if (t instanceof TelegramApiRequestException request && request.getApiResponse() != null) {
                return answered(request, token);
            }
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Passing(token.hiddenIn(root.getClass().getSimpleName() + ": " + root.getMessage()));
    }

    private static Failure answered(TelegramApiRequestException request, Token token) {
        int code = request.getErrorCode() == null ? 0 : request.getErrorCode();
        String reason = code + " " + token.hiddenIn(request.getApiResponse());
        ResponseParameters parameters = request.getParameters();
        if (parameters != null && parameters.getMigrateToChatId() != null) {
            return new Moved(parameters.getMigrateToChatId(), reason);
        }
        return switch (code) {
            case 429 -> {
                int seconds = parameters == null || parameters.getRetryAfter() == null
                        ? 1
                        : Math.max(0, parameters.getRetryAfter());
                yield new Flood(Duration.ofSeconds(seconds), reason);
            }
            case 401, 404 -> new BadToken(reason);
            case 403 ->
                new Unreachable(Complaints.place(request.getApiResponse()).orElse(Reason.NO_RIGHTS), reason);
            case 400 -> refused(request.getApiResponse(), reason);
            default -> code >= 500 ? new Passing(reason) : new Refused(reason);
        };
    }

    private static Failure refused(String description, String reason) {
        if (Complaints.unchanged(description)) {
            return new Unchanged(reason);
        }
        if (Complaints.gone(description)) {
            return new Gone(reason);
        }
        return Complaints.place(description)
                .<Failure>map(why -> new Unreachable(why, reason))
                .orElse(new Refused(reason));
    }
}
