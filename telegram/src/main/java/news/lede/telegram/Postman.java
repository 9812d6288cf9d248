package news.lede.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import news.lede.alert.Lane;
import news.lede.alert.Pacing;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.community.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Brings answers to where they were asked for. Thread-safe. */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Calls calls;
    private final Keyboards keyboards;
    private final Pacing pacing;

    Postman(Calls calls, Keyboards keyboards, Pacing pacing) {
        this.calls = calls;
        this.keyboards = keyboards;
        this.pacing = pacing;
    }

    /**
     * Sends an answer, as several messages when it is long; buttons stand under the last. Among several people it replies to {@code question}, so that they see
     * whose it is.
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
        AnswerRenderer.Drawn drawn = AnswerRenderer.draw(answer, phrases, AnswerRenderer.Manner.ASKED);
        List<String> pages = Pages.of(drawn.blocks());
        Optional<InlineKeyboardMarkup> keyboard =
                keyboards.of(answer, venue.kind(), phrases.texts()).map(buttons);
        long chat = venue.chat();
        for (int i = 0; i < pages.size(); i++) {
            SendMessage message = SendMessage.builder()
                    .chatId(chat)
                    .messageThreadId(venue.thread().orElse(null))
                    .text(pages.get(i))
                    .parseMode(ParseMode.HTML)
                    .linkPreviewOptions(Preview.options(i == 0 ? drawn.preview() : Optional.empty()))
                    .build();
            if (i == 0 && venue.kind() == Venue.Kind.GROUP && question.isPresent()) {
                message.setReplyParameters(ReplyParameters.builder()
                        .messageId(question.getAsInt())
                        .allowSendingWithoutReply(true)
                        .build());
            }
            if (i == pages.size() - 1) {
                keyboard.ifPresent(message::setReplyMarkup);
            }
            if (!pacing.acquire(Lane.ANSWER, place(chat, venue), calls.left(until))) {
                LOG.warn("telegram answer not delivered in time chat={}", chat);
                return;
            }
            Calls.Result<Message> result = calls.call(message, until);
            if (result instanceof Calls.Result.Failed<Message>(Failure.Moved moved)) {
                LOG.info("telegram group moved from={} to={}", chat, moved.chat());
                chat = moved.chat();
                message.setChatId(moved.chat());
                message.setReplyParameters(null);
                result = calls.call(message, until);
            }
            if (result instanceof Calls.Result.Failed<Message>(Failure failure)) {
                note(venue, failure);
                return;
            }
        }
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
            venue.chat(), venue.thread().orElse(null), failure.getClass().getSimpleName(), failure.reason()
        };
        // Blocked or removed is the other side's decision, not a fault.
        if (failure instanceof Failure.Unreachable) {
            LOG.info(line, values);
        } else {
            LOG.warn(line, values);
        }
    }
}
