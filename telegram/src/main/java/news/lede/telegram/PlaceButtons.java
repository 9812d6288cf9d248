package news.lede.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Turns the buttons of an answer into such as act in another chat. One whose command is too long for that copies it, to be sent in reply. */
final class PlaceButtons {
    private PlaceButtons() {}

    static InlineKeyboardMarkup in(long chat, InlineKeyboardMarkup markup) {
        List<InlineKeyboardRow> rows = markup.getKeyboard().stream()
                .map(row -> new InlineKeyboardRow(
                        row.stream().map(button -> in(chat, button)).toList()))
                .toList();
        return new InlineKeyboardMarkup(rows);
    }

    private static InlineKeyboardButton in(long chat, InlineKeyboardButton button) {
        return button.getCallbackData() == null
                ? button
                : CallbackData.command(button.getCallbackData())
                        .map(command -> acting(chat, button.getText(), command))
                        .orElse(button);
    }

    private static InlineKeyboardButton acting(long chat, String label, String command) {
        InlineKeyboardButton acting = new InlineKeyboardButton(label);
        CallbackData.of(chat, command)
                .ifPresentOrElse(
                        acting::setCallbackData,
                        () -> acting.setCopyText(
                                CopyTextButton.builder().text(command).build()));
        return acting;
    }
}
