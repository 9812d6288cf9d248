package news.lede.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.ChatShared;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads from an update what a person did; service messages, stickers and whatever a newer service invents are nothing to us. */
final class UpdateReader {
    /** The kinds of update we ask for. */
    static final List<String> KINDS =
            List.of("message", "channel_post", "callback_query", "my_chat_member", "inline_query", "guest_message");

    /** Telegram's own account that stands in for administrators who hide their name. */
    private static final long ANONYMOUS_ADMINISTRATOR = 1_087_968_824L;

    private UpdateReader() {}

    static Optional<Incoming> read(Update update) {
        if (update.getCallbackQuery() != null) {
            return pressed(update.getCallbackQuery());
        }
        if (update.getInlineQuery() != null) {
            return searched(update.getInlineQuery());
        }
        if (update.getGuestMessage() != null) {
            return summoned(update.getGuestMessage());
        }
        Message message = update.getMessage() != null ? update.getMessage() : update.getChannelPost();
        if (message == null) {
            return Optional.empty();
        }
        return message.getChatShared() == null ? written(message) : picked(message, message.getChatShared());
    }

    private static Optional<Incoming> picked(Message message, ChatShared shared) {
        Optional<Venue> venue = venue(message).filter(Venue::isPrivate);
        Optional<Author> author = author(message);
        if (venue.isEmpty()
                || author.isEmpty()
                || shared.getChatId() == null
                || shared.getRequestId() == null
                || message.getMessageId() == null) {
            return Optional.empty();
        }
        return Optional.of(new Incoming.Picked(
                venue.get(), author.get(), message.getMessageId(), shared.getRequestId(), shared.getChatId()));
    }

    private static Optional<Incoming> written(Message message) {
        String text = message.getText() != null ? message.getText() : message.getCaption();
        if (text == null || text.isBlank() || Boolean.TRUE.equals(message.getIsAutomaticForward())) {
            return Optional.empty();
        }
        Optional<Venue> venue = venue(message);
        Optional<Author> author = author(message);
        if (venue.isEmpty() || author.isEmpty() || message.getMessageId() == null) {
            return Optional.empty();
        }
        Message repliedTo = message.getReplyToMessage();
        return Optional.of(new Incoming.Written(
                venue.get(),
                author.get(),
                message.getMessageId(),
                text,
                repliedTo == null ? Optional.empty() : RepliedTo.about(repliedTo),
                repliedTo == null ? Optional.empty() : RepliedTo.place(repliedTo),
                repliedTo == null ? Optional.empty() : RepliedTo.whom(repliedTo),
                message.getForwardOrigin() == null ? Optional.empty() : RepliedTo.about(message),
                file(message).or(() -> Optional.ofNullable(repliedTo).flatMap(UpdateReader::file))));
    }

    /** Of the message, or of the one it replies to: a file may have been sent without a word. */
    private static Optional<String> file(Message message) {
        return Optional.ofNullable(message.getDocument()).map(Document::getFileId);
    }

    /** When somebody wrote it, by the service's clock; buttons and queries bear no time. */
    static Optional<Instant> date(Update update) {
        return Stream.of(update.getMessage(), update.getChannelPost(), update.getGuestMessage())
                .filter(Objects::nonNull)
                .map(Message::getDate)
                .filter(Objects::nonNull)
                .map(seconds -> Instant.ofEpochSecond(seconds))
                .findFirst();
    }

    private static Optional<Incoming> searched(InlineQuery query) {
        User from = query.getFrom();
        if (query.getId() == null || from == null || from.getId() == null) {
            return Optional.empty();
        }
        String words = query.getQuery() == null ? "" : query.getQuery().strip();
        String offset = query.getOffset() == null ? "" : query.getOffset();
        return Optional.of(new Incoming.Searched(person(from), query.getId(), words, offset));
    }

    private static Optional<Incoming> summoned(Message message) {
        String text = message.getText() != null ? message.getText() : message.getCaption();
        User from = message.getFrom();
        if (message.getGuestQueryId() == null || from == null || from.getId() == null) {
            return Optional.empty();
        }
        Message repliedTo = message.getReplyToMessage();
        return Optional.of(new Incoming.Summoned(
                person(from),
                message.getGuestQueryId(),
                text == null ? "" : text,
                repliedTo == null ? Optional.empty() : RepliedTo.about(repliedTo)));
    }

    private static Optional<Incoming> pressed(CallbackQuery query) {
        User from = query.getFrom();
        if (query.getId() == null || from == null || from.getId() == null) {
            return Optional.empty();
        }
        String data = query.getData() == null ? "" : query.getData();
        if (query.getMessage() == null) {
            return Optional.of(new Incoming.PressedAfar(person(from), query.getId(), data));
        }
        Optional<Venue> venue = query.getMessage() instanceof Message message
                ? venue(message)
                : venue(query.getMessage().getChat(), null);
        int message = Objects.requireNonNullElse(query.getMessage().getMessageId(), 0);
        return venue.map(v -> new Incoming.Pressed(v, person(from), message, query.getId(), data));
    }

    private static Optional<Venue> venue(Message message) {
        // Outside of topics the same field numbers a chain of replies, and naming it in an answer is refused.
        boolean topic = Boolean.TRUE.equals(message.getIsTopicMessage());
        return venue(message.getChat(), topic ? message.getMessageThreadId() : null);
    }

    private static Optional<Venue> venue(@Nullable Chat chat, @Nullable Integer thread) {
        if (chat == null || chat.getId() == null || chat.getType() == null) {
            return Optional.empty();
        }
        String title = chat.getTitle() != null ? chat.getTitle() : String.valueOf(chat.getFirstName());
        return kind(chat.getType()).map(k -> new Venue(chat.getId(), Optional.ofNullable(thread), k, title));
    }

    private static Optional<Venue.Kind> kind(String type) {
        return switch (type) {
            case "private" -> Optional.of(Venue.Kind.PRIVATE);
            case "group", "supergroup" -> Optional.of(Venue.Kind.GROUP);
            case "channel" -> Optional.of(Venue.Kind.CHANNEL);
            default -> Optional.empty();
        };
    }

    private static Optional<Author> author(Message message) {
        Chat senderChat = message.getSenderChat();
        if (senderChat != null && senderChat.getId() != null) {
            boolean same = message.getChat() != null
                    && senderChat.getId().equals(message.getChat().getId());
            return Optional.of(new Author(senderChat.getId(), Optional.empty(), same));
        }
        User from = message.getFrom();
        if (from == null || from.getId() == null) {
            return Optional.empty();
        }
        boolean someBot = Boolean.TRUE.equals(from.getIsBot()) && from.getId() != ANONYMOUS_ADMINISTRATOR;
        return someBot ? Optional.empty() : Optional.of(person(from));
    }

    /** Whoever changed our standing somewhere, if it was a person who can be written to. */
    static Optional<Author> author(@Nullable User user) {
        return user == null || user.getId() == null || Boolean.TRUE.equals(user.getIsBot())
                ? Optional.empty()
                : Optional.of(person(user));
    }

    private static Author person(User user) {
        return new Author(
                user.getId(),
                Optional.ofNullable(user.getLanguageCode())
                        .filter(c -> !c.isBlank())
                        .map(Locale::forLanguageTag),
                false);
    }
}
