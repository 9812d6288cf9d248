package news.lede.telegram;

import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.story.StoryView;
import news.lede.telegram.AnswerRenderer.Manner;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/** Draws answers as what can be chosen and sent in any chat: each story of a list by itself, all else as one. Its buttons are links into the private chat with us. Pure. */
final class InlineResults {
    /** The service takes no more. */
    static final int MOST = 50;

    private static final int TITLE = 200;
    private static final int DESCRIPTION = 300;

    private final Keyboards keyboards;

    InlineResults(Keyboards keyboards) {
        this.keyboards = keyboards;
    }

    /** What to choose from; nothing where there is but a notice, which nobody means to send. */
    List<InlineQueryResultArticle> of(Answer answer, Phrases phrases) {
        return switch (answer) {
            case Answer.StoryList list -> each(list.stories(), phrases);
            case Answer.Briefing briefing -> each(briefing.stories(), phrases);
            case Answer.Notice _ -> List.of();
            case Answer.StoryCard _, Answer.Account _, Answer.Listing _ -> List.of(one(answer, phrases));
        };
    }

    /** The whole answer as one message. */
    InlineQueryResultArticle one(Answer answer, Phrases phrases) {
        return switch (answer) {
            case Answer.StoryCard card -> story(card, phrases);
            case Answer.Notice notice -> article("1", answer, notice.title(), notice.text(), phrases, Optional.empty());
            case Answer.Account account ->
                article("1", answer, account.title(), phrases.byline(account.story()), phrases, Optional.empty());
            case Answer.StoryList _, Answer.Briefing _, Answer.Listing _ ->
                article("1", answer, answer.title(), "", phrases, Optional.empty());
        };
    }

    private List<InlineQueryResultArticle> each(List<StoryItem> stories, Phrases phrases) {
        return stories.stream()
                .limit(MOST)
                .map(item ->
                        story(new Answer.StoryCard(item.view().title(), item, List.of(), Optional.empty()), phrases))
                .toList();
    }

    /** Named by the state it is drawn from, so that an app does not take what it has for what is. */
    private InlineQueryResultArticle story(Answer.StoryCard card, Phrases phrases) {
        StoryView story = card.story().view();
        String told = card.story().summary().stream()
                .findFirst()
                .map(statement -> statement.text() + " · ")
                .orElse("");
        return article(
                story.id() + "." + story.revision(),
                card,
                story.title(),
                told + phrases.byline(story),
                phrases,
                StoryLines.usable(story.picture()));
    }

    private InlineQueryResultArticle article(
            String id, Answer answer, String title, String description, Phrases phrases, Optional<String> picture) {
        OnePage page = OnePage.of(answer, phrases, Manner.ASKED);
        String shown = Display.brief(title, TITLE);
        return InlineQueryResultArticle.builder()
                .id(id)
                .title(shown.isBlank() ? "…" : shown)
                .description(description.isBlank() ? null : Display.brief(description, DESCRIPTION))
                .thumbnailUrl(picture.orElse(null))
                .inputMessageContent(InputTextMessageContent.builder()
                        .messageText(page.html())
                        .parseMode(ParseMode.HTML)
                        .linkPreviewOptions(Preview.options(page.preview()))
                        .build())
                .replyMarkup(keyboards
                        .of(page.answer(), Venue.Kind.CHANNEL, phrases.texts())
                        .orElse(null))
                .build();
    }
}
