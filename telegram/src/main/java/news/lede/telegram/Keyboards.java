package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.command.CommandSpecs;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Makes buttons of what a reader can do next. In private chats and groups they call back; in channels, whose readers we must not answer in public, they are
 * links into the private chat, but for what would act there instead of in the channel. A command that is too long for either is a button that copies it.
 */
final class Keyboards {
    private static final int MAX_LABEL = 40;
    private static final int MAX_COPIED = 256;
    private static final int MAX_ROWS = 12;
    private static final int ROW_WIDTH = 32;
    private static final int MAX_IN_ROW = 5;

    private final String botName;

    Keyboards(String botName) {
        this.botName = botName;
    }

    Optional<InlineKeyboardMarkup> of(Answer answer, Venue.Kind kind) {
        List<Action> numbers = switch (answer) {
            case Answer.StoryList list -> numbers(list.stories());
            case Answer.Briefing briefing -> numbers(briefing.stories());
            case Answer.StoryCard _, Answer.Account _, Answer.Listing _, Answer.Notice _ -> List.of();
        };
        List<InlineKeyboardRow> rows = Stream.concat(
                        rows(numbers, kind).stream(), rows(answer.actions(), kind).stream())
                .limit(MAX_ROWS)
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(rows));
    }

    /** One button for each story of a list, bearing its number there. */
    private static List<Action> numbers(List<StoryItem> stories) {
        List<Action> numbers = new ArrayList<>();
        for (StoryItem story : stories) {
            numbers.add(new Action(Integer.toString(numbers.size() + 1), story.openCommand()));
        }
        return numbers;
    }

    private List<InlineKeyboardRow> rows(List<Action> actions, Venue.Kind kind) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        int width = 0;
        for (Action action : actions) {
            Optional<InlineKeyboardButton> button = button(action, kind);
            if (button.isEmpty()) {
                continue;
            }
            int length = button.get().getText().length();
            if (rows.isEmpty() || rows.getLast().size() == MAX_IN_ROW || width + length > ROW_WIDTH) {
                rows.add(new InlineKeyboardRow());
                width = 0;
            }
            rows.getLast().add(button.get());
            width += length;
        }
        return rows;
    }

    private Optional<InlineKeyboardButton> button(Action action, Venue.Kind kind) {
        String label = Display.brief(action.label(), MAX_LABEL);
        if (label.isBlank()) {
            return Optional.empty();
        }
        InlineKeyboardButton button = new InlineKeyboardButton(label);
        Optional<String> link = DeepLink.of(botName, action.command());
        Optional<String> data = CallbackData.of(action.command());
        boolean inPlace = CommandSpecs.actsInPlace(action.command());
        switch (kind) {
            case PRIVATE -> {
                if (data.isPresent()) {
                    button.setCallbackData(data.get());
                    return Optional.of(button);
                }
            }
            case GROUP -> {
                // A press there is answered by such a link, unless it acts there, so the command has to fit both.
                if (data.isPresent() && (inPlace || link.isPresent())) {
                    button.setCallbackData(data.get());
                    return Optional.of(button);
                }
            }
            case CHANNEL -> {
                if (link.isPresent() && !inPlace) {
                    button.setUrl(link.get());
                    return Optional.of(button);
                }
            }
        }
        if (action.command().length() > MAX_COPIED) {
            return Optional.empty();
        }
        button.setCopyText(CopyTextButton.builder().text(action.command()).build());
        return Optional.of(button);
    }
}
