package news.lede.telegram;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.command.CommandSpecs;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButtonRequestChat;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/** Lets somebody in private pick the channel or group that a setting is about, in place of writing its name. What is picked is asked for like what is named: picking proves nothing. */
final class ChatPicker {
    /** What can be asked of a chat that is picked, by the number of the request: its place here, from 1. */
    private static final List<String> COMMANDS = Stream.of(CommandSpecs.CHANNEL, CommandSpecs.SETUP)
            .map(spec -> "/" + spec.name())
            .toList();

    private ChatPicker() {}

    /** The keys for a command that may be about another chat; empty for the others, and where the command says more. */
    static Optional<ReplyKeyboardMarkup> of(String command, Texts texts) {
        int at = COMMANDS.indexOf(command.strip());
        if (at < 0) {
            return Optional.empty();
        }
        String request = Integer.toString(at + 1);
        return Optional.of(ReplyKeyboardMarkup.builder()
                .keyboardRow(new KeyboardRow(
                        key(texts.text("pick.channel"), request, true), key(texts.text("pick.group"), request, false)))
                .resizeKeyboard(true)
                .oneTimeKeyboard(true)
                .build());
    }

    /** Only chats that we are in can be picked: of others nobody could tell who administrates them. */
    private static KeyboardButton key(String label, String request, boolean channel) {
        return KeyboardButton.builder()
                .text(label)
                .requestChat(KeyboardButtonRequestChat.builder()
                        .requestId(request)
                        .chatIsChannel(channel)
                        .botIsMember(true)
                        .build())
                .build();
    }

    /** What was asked for with this request; empty for numbers of nobody's. */
    static Optional<String> command(String request) {
        return COMMANDS.stream()
                .filter(command ->
                        Integer.toString(COMMANDS.indexOf(command) + 1).equals(request))
                .findFirst();
    }
}
