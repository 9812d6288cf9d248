package news.lede.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Calls the service, and again while that may help and there is time. Thread-safe; blocks. */
final class Calls {
    private final TelegramClient client;
    private final Token token;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Pace pace;

    Calls(TelegramClient client, Token token, InstantSource clock, Sleeper sleeper, Pace pace) {
        this.client = client;
        this.token = token;
        this.clock = clock;
        this.sleeper = sleeper;
        this.pace = pace;
    }

    /** What came of a call. */
    sealed interface Result<T> {
        record Done<T>(T value) implements Result<T> {}

        record Failed<T>(Failure failure) implements Result<T> {}
    }

    /** When a question asked now is too old to answer. */
    Instant tooLate() {
        return clock.instant().plus(pace.patience());
    }

    /** How long it is until then. */
    Duration left(Instant until) {
        return Duration.between(clock.instant(), until);
    }

    /** Calls until it works, cannot work, or {@code until} would pass. A lost answer is a failure like others: the call may then take effect twice. */
    <T extends Serializable> Result<T> call(BotApiMethod<T> method, Instant until) throws InterruptedException {
        return call(method.getMethod(), () -> client.execute(method), until);
    }

    /** The same for a message with a file. */
    Result<Message> call(Supplier<SendDocument> method, Instant until) throws InterruptedException {
        return call(SendDocument.PATH, () -> client.execute(method.get()), until);
    }

    private interface Executing<T> {
        T execute() throws TelegramApiException;
    }

    private <T> Result<T> call(String method, Executing<T> executing, Instant until) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            Failure failure;
            try {
                return new Result.Done<>(executing.execute());
            } catch (TelegramApiException e) {
                if (e.getCause() instanceof InterruptedException) {
                    throw new InterruptedException("stopped while calling " + method);
                }
                failure = Failure.of(e, token);
            }
            Duration pause;
            switch (failure) {
                case Failure.Flood flood -> pause = flood.after();
                case Failure.Passing _, Failure.NotSent _ -> pause = pace.pauseAfter(failures);
                default -> {
                    return new Result.Failed<>(failure);
                }
            }
            if (clock.instant().plus(pause).isAfter(until)) {
                return new Result.Failed<>(failure);
            }
            sleeper.sleep(pause);
        }
    }

    /** Calls once. */
    <T extends Serializable> Result<T> callOnce(BotApiMethod<T> method) throws InterruptedException {
        return call(method, Instant.MIN);
    }
}
