package news.lede.telegram;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import news.lede.alert.Lane;
import news.lede.alert.Pacing;
import news.lede.answer.Answer;
import news.lede.answer.Enclosure;
import news.lede.answer.Phrases;
import news.lede.community.Place;
import news.lede.telegram.AnswerRenderer.Drawn;
import news.lede.telegram.AnswerRenderer.Manner;
import news.lede.telegram.Calls.Result;
import news.lede.telegram.Courier.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;

/** Brings answers to where they were asked for. Thread-safe. */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Calls calls;
    private final Courier courier;
    private final Keyboards keyboards;
    private final Pacing pacing;

    Postman(Calls calls, Courier courier, Keyboards keyboards, Pacing pacing) {
        this.calls = calls;
        this.courier = courier;
        this.keyboards = keyboards;
        this.pacing = pacing;
    }

    /**
     * Sends an answer: rich where that reads better, else as several messages when it is long; buttons stand under the last. Among several people it replies to
     * {@code question}, so that they see whose it is.
     */
    void deliver(Answer answer, Phrases phrases, Venue venue, OptionalInt question, Instant until)
            throws InterruptedException {
        deliver(answer, phrases, venue, question, until, UnaryOperator.identity());
    }

    /** The same with its buttons changed. */
    void deliver(
            Answer answer,
            Phrases phrases,
            Venue venue,
            OptionalInt question,
            Instant until,
            UnaryOperator<InlineKeyboardMarkup> buttons)
            throws InterruptedException {
        Drawn drawn = AnswerRenderer.draw(answer, phrases, Manner.ASKED);
        Envelope whole = new Envelope(
                venue.chat(),
                venue.thread(),
                false,
                venue.kind() == Venue.Kind.GROUP ? question : OptionalInt.empty(),
                keyboards.of(answer, venue.kind(), phrases.texts()).map(buttons));
        Optional<RichPage> rich = RichRenderer.draw(answer, phrases, drawn);
        Outcome outcome = rich.isEmpty()
                ? new Outcome.NotTaken(whole.chat())
                : send(whole, envelope -> courier.send(envelope, rich.get(), until), venue, until);
        if (outcome instanceof Outcome.NotTaken(long chat)) {
            deliver(drawn, chat == whole.chat() ? whole : whole.movedTo(chat), venue, until);
        }
    }

    /**
     * Shows a page of a form in place of the one before, which is {@code message}; sends it anew where that cannot be done: the page is too long for one message, the former is gone.
     */
    void turn(
            Answer answer,
            Phrases phrases,
            Venue venue,
            int message,
            Instant until,
            UnaryOperator<InlineKeyboardMarkup> buttons)
            throws InterruptedException {
        List<String> pages =
                Pages.of(AnswerRenderer.draw(answer, phrases, Manner.ASKED).blocks());
        if (pages.size() != 1 || !isTurned(pages.getFirst(), answer, phrases, venue, message, until, buttons)) {
            deliver(answer, phrases, venue, OptionalInt.empty(), until, buttons);
        }
    }

    /** True too where nobody could be shown more by a new message. */
    private boolean isTurned(
            String html,
            Answer answer,
            Phrases phrases,
            Venue venue,
            int message,
            Instant until,
            UnaryOperator<InlineKeyboardMarkup> buttons)
            throws InterruptedException {
        Optional<Pacing.Turn> turn = pacing.turn(Lane.ANSWER, place(venue.chat(), venue), calls.left(until));
        if (turn.isEmpty()) {
            LOG.warn("telegram page not turned in time chat={}", LogNames.chat(venue.chat()));
            return true;
        }
        Optional<InlineKeyboardMarkup> keyboard =
                keyboards.of(answer, venue.kind(), phrases.texts()).map(buttons);
        Result<Serializable> result = courier.edit(venue.chat(), message, html, Optional.empty(), keyboard);
        turn.get().landed();
        if (!(result instanceof Result.Failed<Serializable>(Failure failure)) || failure instanceof Failure.Unchanged) {
            return true;
        }
        LOG.info(
                "telegram page not turned chat={} kind={} reason=\"{}\"",
                LogNames.chat(venue.chat()),
                failure.getClass().getSimpleName(),
                failure.reason());
        return failure instanceof Failure.Unreachable;
    }

    /** A line with keys in place of the reader's keyboard. Nothing is lost where it does not arrive. */
    void offer(String line, ReplyKeyboardMarkup keys, Venue venue, Instant until) throws InterruptedException {
        Optional<Pacing.Turn> turn = pacing.turn(Lane.ANSWER, place(venue.chat(), venue), calls.left(until));
        if (turn.isEmpty()) {
            return;
        }
        SendMessage message = SendMessage.builder()
                .chatId(venue.chat())
                .text(line)
                .replyMarkup(keys)
                .build();
        Result<Message> result = calls.callOnce(message);
        turn.get().landed();
        if (result instanceof Result.Failed<Message>(Failure failure)) {
            note(venue, failure);
        }
    }

    /** As many messages as it takes. */
    private void deliver(Drawn drawn, Envelope whole, Venue venue, Instant until) throws InterruptedException {
        List<String> pages = Pages.of(drawn.blocks());
        long chat = whole.chat();
        for (int i = 0; i < pages.size(); i++) {
            String html = pages.get(i);
            Optional<Preview> preview = i == 0 ? drawn.preview() : Optional.empty();
            Envelope page = new Envelope(
                    chat,
                    whole.thread(),
                    false,
                    i == 0 ? whole.replyTo() : OptionalInt.empty(),
                    i == pages.size() - 1 ? whole.keyboard() : Optional.empty());
            Outcome outcome =
                    send(page, envelope -> Optional.of(courier.send(envelope, html, preview, until)), venue, until);
            if (!(outcome instanceof Outcome.Sent(long to))) {
                return;
            }
            chat = to;
        }
    }

    /** Sends a file into a private chat. False: they never let us write there. */
    boolean enclose(Enclosure enclosure, Venue alone, Instant until) throws InterruptedException {
        Optional<Pacing.Turn> turn = pacing.turn(Lane.ANSWER, place(alone.chat(), alone), calls.left(until));
        if (turn.isEmpty()) {
            LOG.warn("telegram file not delivered in time chat={}", LogNames.chat(alone.chat()));
            return true;
        }
        Result<Message> result = courier.send(alone.chat(), enclosure, until);
        turn.get().landed();
        if (result instanceof Result.Failed<Message>(Failure failure)) {
            note(alone, failure);
            return !(failure instanceof Failure.Unreachable);
        }
        return true;
    }

    private interface Sending {
        /** Empty: the service does not take this form, and nothing was sent. */
        Optional<Result<Message>> of(Envelope envelope) throws InterruptedException;
    }

    /** What came of one message, and the chat it went to: a group may have moved. */
    private sealed interface Outcome {
        record Sent(long chat) implements Outcome {}

        /** In this form. */
        record NotTaken(long chat) implements Outcome {}

        record Lost() implements Outcome {}
    }

    private Outcome send(Envelope envelope, Sending sending, Venue venue, Instant until) throws InterruptedException {
        long chat = envelope.chat();
        Optional<Pacing.Turn> turn = pacing.turn(Lane.ANSWER, place(chat, venue), calls.left(until));
        if (turn.isEmpty()) {
            LOG.warn("telegram answer not delivered in time chat={}", LogNames.chat(chat));
            return new Outcome.Lost();
        }
        Optional<Result<Message>> result = sending.of(envelope);
        turn.get().landed();
        if (result.isPresent() && result.get() instanceof Result.Failed<Message>(Failure.Moved moved)) {
            LOG.info("telegram group moved from={} to={}", chat, moved.chat());
            chat = moved.chat();
            result = sending.of(envelope.movedTo(chat));
        }
        if (result.isEmpty()) {
            return new Outcome.NotTaken(chat);
        }
        if (result.get() instanceof Result.Failed<Message>(Failure failure)) {
            note(venue, failure);
            return new Outcome.Lost();
        }
        return new Outcome.Sent(chat);
    }

    private static Place place(long chat, Venue venue) {
        return new Place("telegram", Long.toString(chat), venue.thread().map(String::valueOf));
    }

    /** Ends the waiting sign on a button; with a text that is shown over the chat, or a link that opens. False: the service says that it was pressed too long ago. */
    boolean acknowledge(String query, Optional<String> text, Optional<String> link, Instant until)
            throws InterruptedException {
        AnswerCallbackQuery acknowledgement = AnswerCallbackQuery.builder()
                .callbackQueryId(query)
                .text(text.orElse(null))
                .showAlert(text.isPresent() ? Boolean.TRUE : null)
                .url(link.orElse(null))
                .build();
        if (calls.call(acknowledgement, until) instanceof Calls.Result.Failed<Boolean>(Failure failure)) {
            LOG.info("telegram button not acknowledged reason=\"{}\"", failure.reason());
            return !(failure instanceof Failure.Refused);
        }
        return true;
    }

    private static void note(Venue venue, Failure failure) {
        String line = "telegram answer not delivered chat={} thread={} kind={} reason=\"{}\"";
        Object[] values = {
            LogNames.chat(venue.chat()),
            venue.thread().orElse(null),
            failure.getClass().getSimpleName(),
            failure.reason()
        };
        // Blocked or removed is the other side's decision, not a fault.
        if (failure instanceof Failure.Unreachable) {
            LOG.info(line, values);
        } else {
            LOG.warn(line, values);
        }
    }
}
