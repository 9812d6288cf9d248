package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Pick;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.command.CommandSpecs;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.SwitchInlineQueryChosenChat;

/**
 * Makes buttons of what a reader can do next. In private chats and groups they call back; in channels, whose readers we must not answer in public, they are
 * links into the private chat, but for what would act there instead of in the channel. A command that is too long for either is a button that copies it.
 */
final class Keyboards {
    private static final int MAX_LABEL = 40;
    private static final int MAX_COPIED = 256;
    private static final String PICKED = "✓ ";

    private final String botName;
    private final boolean inline;

    /** {@code inline}: the bot answers in any chat when its name is typed there, so that a story can be taken along. */
    Keyboards(String botName, boolean inline) {
        this.botName = botName;
        this.inline = inline;
    }

    Optional<InlineKeyboardMarkup> of(Answer answer, Venue.Kind kind, Texts texts) {
        ButtonRows rows = new ButtonRows();
        numbers(answer).forEach(action -> button(action, kind).ifPresent(rows::number));
        picks(answer).forEach(pick -> {
            rows.begin();
            pick.values().forEach(value -> button(action(value), kind).ifPresent(rows::pick));
        });
        answer.actions().stream()
                .limit(Action.MOST)
                .forEach(action -> button(action, kind).ifPresent(b -> rows.add(action.kind(), b)));
        if (inline && kind == Venue.Kind.PRIVATE && answer instanceof Answer.StoryCard card) {
            rows.add(Action.Kind.OTHER, share(card.story(), texts));
        }
        return rows.markup();
    }

    private static List<Pick> picks(Answer answer) {
        return answer instanceof Answer.Listing listing ? listing.picks() : List.of();
    }

    /** What is picked bears a tick. */
    private static Action action(Pick.Value value) {
        return new Action((value.picked() ? PICKED : "") + value.label(), value.command());
    }

    /** One button for each story of a list, bearing its number there. */
    private static List<Action> numbers(Answer answer) {
        List<StoryItem> stories = switch (answer) {
            case Answer.StoryList list -> list.stories();
            case Answer.Briefing briefing -> briefing.stories();
            case Answer.StoryCard _, Answer.Account _, Answer.Listing _, Answer.Notice _ -> List.of();
        };
        List<Action> numbers = new ArrayList<>();
        for (StoryItem story : stories) {
            numbers.add(new Action(Integer.toString(numbers.size() + 1), story.openCommand(), Action.Kind.OPEN));
        }
        return numbers;
    }

    private Optional<InlineKeyboardButton> button(Action action, Venue.Kind kind) {
        String label = Display.brief(action.label(), MAX_LABEL);
        if (label.isBlank() || action.kind() == Action.Kind.ASK) {
            return Optional.empty();
        }
        InlineKeyboardButton button = new InlineKeyboardButton(label);
        style(action.kind()).ifPresent(button::setStyle);
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

    /** What begins something is blue, what is waited for green, what ends something red; readers tell the rest by its words. */
    private static Optional<String> style(Action.Kind kind) {
        return switch (kind) {
            case FOLLOW -> Optional.of("primary");
            case CONFIRM -> Optional.of("success");
            case CANCEL -> Optional.of("danger");
            case OPEN, RELATED, SOURCES, TIMELINE, COMPARE, WHY, GOOD, BAD, REPORT, MORE, BACK, ASK, OTHER ->
                Optional.empty();
        };
    }

    /** Lets the reader pick a chat and puts the story behind our name there. */
    private static InlineKeyboardButton share(StoryItem story, Texts texts) {
        InlineKeyboardButton button = new InlineKeyboardButton(texts.text("action.share"));
        button.setSwitchInlineQueryChosenChat(SwitchInlineQueryChosenChat.builder()
                .requestId("#" + story.view().id())
                .allowUserChats(true)
                .allowBotChats(false)
                .allowGroupChats(true)
                .allowChannelChats(true)
                .build());
        return button;
    }
}
