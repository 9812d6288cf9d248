package news.lede.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.alert.Messenger;
import news.lede.alert.Receipt;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.community.Place;
import news.lede.telegram.AnswerRenderer.Manner;
import news.lede.telegram.Courier.Envelope;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Messages to the chats, topics and channels of Telegram. The service knows no nonce and lets no bot read a chat back, so what became of a message whose answer was lost
 * cannot be seen. Thread-safe; blocks.
 */
final class TelegramMessenger implements Messenger {
    private static final String PLATFORM = "telegram";
    private static final Pattern RECEIPT = Pattern.compile("(-?\\d{1,18})/(\\d{1,9})");
    private static final Duration NOT_CONNECTED = Duration.ofSeconds(2);
    private static final Duration NETWORK_AWAY = Duration.ofSeconds(5);

    /** Whoever calls us repeats. */
    private static final Instant ONCE = Instant.MIN;

    private final Courier courier;
    private final Floods floods;
    private volatile @Nullable Keyboards keyboards;

    TelegramMessenger(Courier courier, InstantSource clock) {
        this.courier = courier;
        this.floods = new Floods(clock);
    }

    /** From now on there is a name for links into the private chat. */
    void connected(Keyboards drawing) {
        keyboards = drawing;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    /** Their private chat has their id; it takes nothing until they wrote first. */
    @Override
    public Place inPrivate(String person) {
        return new Place(PLATFORM, person, Optional.empty());
    }

    @Override
    public Result send(Outgoing message) {
        Keyboards buttons = keyboards;
        if (buttons == null) {
            return new Result.RetryAt(NOT_CONNECTED, true, "not connected yet");
        }
        long chat = Long.parseLong(message.place().chat());
        return once(() -> switch (sent(message, chat, buttons)) {
            case Calls.Result.Done<Message>(Message sent) ->
                new Result.Delivered(new Receipt(chat + "/" + sent.getMessageId()));
            case Calls.Result.Failed<Message>(Failure failure) -> result(failure, chat);
        });
    }

    /** Rich where that reads better, which also tells whole what a plain message would cut. */
    private Calls.Result<Message> sent(Outgoing message, long chat, Keyboards buttons) throws InterruptedException {
        Answer answer = message.answer();
        Phrases phrases = message.phrases();
        Optional<RichPage> rich =
                RichRenderer.draw(answer, phrases, AnswerRenderer.draw(answer, phrases, Manner.UNASKED));
        if (rich.isPresent()) {
            Optional<Calls.Result<Message>> taken =
                    courier.send(envelope(message, answer, chat, buttons), rich.get(), ONCE);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        OnePage page = OnePage.of(answer, phrases, Manner.UNASKED);
        return courier.send(envelope(message, page.answer(), chat, buttons), page.html(), page.preview(), ONCE);
    }

    static Envelope envelope(Outgoing message, Answer shown, long chat, Keyboards buttons) {
        return new Envelope(
                chat,
                message.place().thread().map(Integer::valueOf),
                message.silent(),
                message.replyTo()
                        .flatMap(to -> messageIn(chat, to))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                buttons.of(shown, venue(chat), message.phrases().texts()));
    }

    @Override
    public Result edit(Receipt receipt, Outgoing message) {
        Keyboards buttons = keyboards;
        if (buttons == null) {
            return new Result.RetryAt(NOT_CONNECTED, true, "not connected yet");
        }
        long chat = Long.parseLong(message.place().chat());
        Optional<Integer> sent = messageIn(chat, receipt);
        if (sent.isEmpty()) {
            return new Result.Gone("sent to another chat, " + receipt.value());
        }
        OnePage page = OnePage.of(message.answer(), message.phrases(), Manner.UNASKED);
        return once(() -> switch (courier.edit(
                chat,
                sent.get(),
                page.html(),
                page.preview(),
                buttons.of(page.answer(), venue(chat), message.phrases().texts()))) {
            case Calls.Result.Done<?> _, Calls.Result.Failed<?>(Failure.Unchanged _) -> new Result.Delivered(receipt);
            case Calls.Result.Failed<?>(Failure failure) -> result(failure, chat);
        });
    }

    @Override
    public boolean canLook() {
        return false;
    }

    @Override
    public Sighting find(Outgoing message, Instant since) {
        return new Sighting.Unseeable();
    }

    /** Groups and channels do not differ in their ids; links into the private chat do well in both. */
    private static Venue.Kind venue(long chat) {
        return chat > 0 ? Venue.Kind.PRIVATE : Venue.Kind.CHANNEL;
    }

    /** The number of a message, if it stands in that chat: one of a group that moved is not known in the new one. */
    private static Optional<Integer> messageIn(long chat, Receipt receipt) {
        Matcher matcher = RECEIPT.matcher(receipt.value());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no receipt of Telegram: " + receipt.value());
        }
        return Long.parseLong(matcher.group(1)) == chat
                ? Optional.of(Integer.valueOf(matcher.group(2)))
                : Optional.empty();
    }

    private interface Attempt {
        Result run() throws InterruptedException;
    }

    /** Whoever is interrupted while waiting for an answer does not know what became of it. */
    private static Result once(Attempt attempt) {
        try {
            return attempt.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Unknown("stopped while waiting for the answer");
        }
    }

    private Result result(Failure failure, long chat) {
        return switch (failure) {
            case Failure.Flood(Duration after, String reason) ->
                new Result.RetryAt(after, floods.isOfAccount(chat), reason);
            case Failure.NotSent(String reason) -> new Result.RetryAt(NETWORK_AWAY, true, reason);
            case Failure.Passing(String reason) -> new Result.Unknown(reason);
            case Failure.Unreachable(Reason why, String reason) -> new Result.Unreachable(why, reason);
            case Failure.Moved(long to, String _) ->
                new Result.Moved(new Place(PLATFORM, Long.toString(to), Optional.empty()));
            case Failure.BadToken(String reason) -> new Result.Unreachable(Reason.ACCOUNT, reason);
            case Failure.Unchanged(String _) -> throw new IllegalStateException("only an edit can change nothing");
            case Failure.Gone(String reason) -> new Result.Gone(reason);
            case Failure.Refused(String reason) -> new Result.Refused(reason);
        };
    }
}
