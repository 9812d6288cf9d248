package news.lede.app.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import news.lede.alert.Messenger;
import news.lede.alert.Receipt;
import news.lede.community.Place;

/** A messenger whose attempts are timed, by what became of them. */
public final class MeteredMessenger implements Messenger {
    private final Messenger messenger;
    private final Meters meters;
    private final LongSupplier nanos;

    public MeteredMessenger(Messenger messenger, Meters meters, LongSupplier nanos) {
        this.messenger = messenger;
        this.meters = meters;
        this.nanos = nanos;
    }

    @Override
    public String platform() {
        return messenger.platform();
    }

    @Override
    public Place inPrivate(String person) {
        return messenger.inPrivate(person);
    }

    @Override
    public Result send(Outgoing message) {
        return timed("send", () -> messenger.send(message));
    }

    @Override
    public Result edit(Receipt sent, Outgoing message) {
        return timed("edit", () -> messenger.edit(sent, message));
    }

    @Override
    public boolean canLook() {
        return messenger.canLook();
    }

    @Override
    public Sighting find(Outgoing message, Instant since) {
        return messenger.find(message, since);
    }

    private Result timed(String what, Supplier<Result> attempt) {
        long began = nanos.getAsLong();
        String outcome = "thrown";
        try {
            Result result = attempt.get();
            outcome = name(result);
            return result;
        } finally {
            meters.took(
                    "lede.messages",
                    Duration.ofNanos(nanos.getAsLong() - began),
                    "platform",
                    platform(),
                    "what",
                    what,
                    "result",
                    outcome);
        }
    }

    private static String name(Result result) {
        return switch (result) {
            case Result.Delivered _ -> "delivered";
            case Result.RetryAt _ -> "retry";
            case Result.Unknown _ -> "unknown";
            case Result.Unreachable _ -> "unreachable";
            case Result.Moved _ -> "moved";
            case Result.Gone _ -> "gone";
            case Result.Refused _ -> "refused";
        };
    }
}
