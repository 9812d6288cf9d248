package news.lede.telegram.server;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A message of the bot as it stands in a chat. {@code replyTo} is the message it answers; {@code preview} the address whose preview readers see below it.
 */
public record BotMessage(
        long chat,
        OptionalInt thread,
        long id,
        FormattedText body,
        List<List<Button>> keyboard,
        Optional<String> preview,
        OptionalLong replyTo) {
    public BotMessage {
        keyboard = List.copyOf(keyboard);
    }

    public String text() {
        return body.text();
    }

    public List<Button> buttons() {
        return keyboard.stream().flatMap(List::stream).toList();
    }

    /** The button whose label contains the words. */
    public Button button(String words) {
        return buttons().stream()
                .filter(b -> b.label().contains(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button \"" + words + "\" among " + buttons()));
    }
}
