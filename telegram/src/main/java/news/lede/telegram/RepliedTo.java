package news.lede.telegram;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/**
 * What a message somebody replies to is about. The service keeps nothing for us beside a message, so it is read from the message: the one story its
 * buttons open, else the first link in it, else its words.
 */
final class RepliedTo {
    private static final int WORDS = 200;
    private static final Pattern STORY = Pattern.compile("/(?:story|related) (\\d{1,18})");

    private RepliedTo() {}

    static Optional<String> about(Message message) {
        List<String> stories = buttons(message)
                .flatMap(b -> command(b).stream())
                .flatMap(c -> story(c).stream())
                .distinct()
                .toList();
        if (stories.size() == 1) {
            return Optional.of(stories.getFirst());
        }
        return link(message).or(() -> words(message));
    }

    /** The other chat that its buttons act in, if it is one. */
    static Optional<Long> place(Message message) {
        List<Long> chats = buttons(message)
                .flatMap(b -> Optional.ofNullable(b.getCallbackData()).flatMap(CallbackData::chat).stream())
                .distinct()
                .toList();
        return chats.size() == 1 ? Optional.of(chats.getFirst()) : Optional.empty();
    }

    /** Who wrote it, if that is a person who wrote as themselves. */
    static Optional<Long> whom(Message message) {
        return message.getSenderChat() != null
                ? Optional.empty()
                : Optional.ofNullable(message.getFrom())
                        .filter(user -> !user.getIsBot())
                        .map(User::getId);
    }

    private static Stream<InlineKeyboardButton> buttons(Message message) {
        return message.getReplyMarkup() == null || message.getReplyMarkup().getKeyboard() == null
                ? Stream.empty()
                : message.getReplyMarkup().getKeyboard().stream().flatMap(List::stream);
    }

    private static Optional<String> command(InlineKeyboardButton button) {
        if (button.getCallbackData() != null) {
            return CallbackData.command(button.getCallbackData());
        }
        return button.getUrl() == null ? Optional.empty() : DeepLink.command(button.getUrl());
    }

    private static Optional<String> story(String command) {
        Matcher matcher = STORY.matcher(command);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> link(Message message) {
        Optional<String> inText = link(message.getEntities(), message.getText());
        return inText.isPresent() ? inText : link(message.getCaptionEntities(), message.getCaption());
    }

    private static Optional<String> link(@Nullable List<MessageEntity> entities, @Nullable String text) {
        return (entities == null ? List.<MessageEntity>of() : entities)
                .stream()
                        .flatMap(e -> link(e, text).stream())
                        .filter(l -> l.startsWith("http"))
                        .findFirst();
    }

    private static Optional<String> link(MessageEntity entity, @Nullable String text) {
        return switch (String.valueOf(entity.getType())) {
            case "text_link" -> Optional.ofNullable(entity.getUrl());
            case "url" -> {
                int end = entity.getOffset() + entity.getLength();
                yield text == null || entity.getOffset() < 0 || end > text.length()
                        ? Optional.empty()
                        : Optional.of(text.substring(entity.getOffset(), end));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<String> words(Message message) {
        return Optional.ofNullable(message.getText() != null ? message.getText() : message.getCaption())
                .map(t -> t.replaceAll("[\\s\\p{Cntrl}/:\"]+", " ").strip())
                .filter(t -> !t.isEmpty())
                .map(t -> t.substring(0, Math.min(t.length(), WORDS)));
    }
}
