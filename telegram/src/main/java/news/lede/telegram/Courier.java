package news.lede.telegram;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.answer.Enclosure;
import news.lede.telegram.Calls.Result;
import news.lede.telegram.Powers.Power;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendRichMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Sends single messages in a form that the service takes. What it refuses for its form was not sent, so another form may follow at once. Thread-safe; blocks. */
final class Courier {
    private final Calls calls;
    private final Powers powers;

    Courier(Calls calls, Powers powers) {
        this.calls = calls;
        this.powers = powers;
    }

    /** Where a message goes and what stands around it. */
    record Envelope(
            long chat,
            Optional<Integer> thread,
            boolean silent,
            OptionalInt replyTo,
            Optional<InlineKeyboardMarkup> keyboard) {
        /** To a chat that has another id now; what it replied to has another too. */
        Envelope movedTo(long to) {
            return new Envelope(to, thread, silent, OptionalInt.empty(), keyboard);
        }

        private Optional<ReplyParameters> reply() {
            return replyTo.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ReplyParameters.builder()
                            .messageId(replyTo.getAsInt())
                            .allowSendingWithoutReply(true)
                            .build());
        }
    }

    /** Sends a rich message; empty when the service does not take those: nothing was sent then. */
    Optional<Result<Message>> send(Envelope envelope, RichPage page, Instant until) throws InterruptedException {
        if (!powers.has(Power.RICH)) {
            return Optional.empty();
        }
        Result<Message> result = calls.call(rich(envelope, page), until);
        if (result instanceof Result.Failed<Message>(Failure failure) && isAboutTheForm(failure)) {
            powers.refused(Power.RICH, failure.reason());
            return Optional.empty();
        }
        return Optional.of(result);
    }

    static SendRichMessage rich(Envelope envelope, RichPage page) {
        return SendRichMessage.builder()
                .chatId(envelope.chat())
                .messageThreadId(envelope.thread().orElse(null))
                .richMessage(page.message())
                .disableNotification(envelope.silent() ? Boolean.TRUE : null)
                .replyParameters(envelope.reply().orElse(null))
                .replyMarkup(envelope.keyboard().orElse(null))
                .build();
    }

    static SendMessage plain(Envelope envelope, String html, Optional<Preview> preview) {
        return SendMessage.builder()
                .chatId(envelope.chat())
                .messageThreadId(envelope.thread().orElse(null))
                .text(html)
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(Preview.options(preview))
                .disableNotification(envelope.silent() ? Boolean.TRUE : null)
                .replyParameters(envelope.reply().orElse(null))
                .replyMarkup(envelope.keyboard().orElse(null))
                .build();
    }

    static EditMessageText edited(
            long chat, int message, String html, Optional<Preview> preview, Optional<InlineKeyboardMarkup> keyboard) {
        return EditMessageText.builder()
                .chatId(chat)
                .messageId(message)
                .text(html)
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(Preview.options(preview))
                .replyMarkup(keyboard.orElse(null))
                .build();
    }

    /** A server that does not know a method says that it was not found, as it does of a wrong token. */
    static boolean isAboutTheForm(Failure failure) {
        return failure instanceof Failure.Refused
                || failure instanceof Failure.BadToken unknown
                        && unknown.reason().startsWith("404");
    }

    Result<Message> send(Envelope envelope, String html, Optional<Preview> preview, Instant until)
            throws InterruptedException {
        SendMessage call = plain(envelope, html, preview);
        return withTimes(html, written -> {
            call.setText(written);
            return calls.call(call, until);
        });
    }

    /** Sends a file. */
    Result<Message> send(long chat, Enclosure enclosure, Instant until) throws InterruptedException {
        // Made anew for each try, since a stream is read once.
        return calls.call(
                () -> SendDocument.builder()
                        .chatId(chat)
                        .document(new InputFile(new ByteArrayInputStream(enclosure.bytes()), enclosure.name()))
                        .build(),
                until);
    }

    /** Shows something else in place of a message, once. */
    Result<Serializable> edit(
            long chat, int message, String html, Optional<Preview> preview, Optional<InlineKeyboardMarkup> keyboard)
            throws InterruptedException {
        EditMessageText call = edited(chat, message, html, preview, keyboard);
        return withTimes(html, written -> {
            call.setText(written);
            return calls.callOnce(call);
        });
    }

    private interface Writing<T> {
        Result<T> with(String html) throws InterruptedException;
    }

    /** Without times where the service does not know them. */
    private <T> Result<T> withTimes(String html, Writing<T> writing) throws InterruptedException {
        String plain = Html.withoutTimes(html);
        if (!powers.has(Power.TIMES)) {
            return writing.with(plain);
        }
        Result<T> result = writing.with(html);
        if (result instanceof Result.Failed<T>(Failure.Refused(String reason))
                && reason.contains("tg-time")
                && !plain.equals(html)) {
            powers.refused(Power.TIMES, reason);
            return writing.with(plain);
        }
        return result;
    }
}
