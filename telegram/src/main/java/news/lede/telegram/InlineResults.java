package news.lede.telegram;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
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

    List<InlineQueryResultArticle> of(Answer answer, Phrases phrases) {
        return switch (answer) {
            case Answer.StoryList list -> each(list.stories(), phrases);
            case Answer.Briefing briefing -> each(briefing.stories(), phrases);
            case Answer.StoryCard _, Answer.Account _, Answer.Listing _, Answer.Notice _ ->
                List.of(one(answer, phrases));
        };
    }

    /** The whole answer as one message. */
    InlineQueryResultArticle one(Answer answer, Phrases phrases) {
        String description = answer instanceof Answer.Notice notice ? notice.text() : "";
        return article("1", answer, answer.title(), description, phrases);
    }

    private List<InlineQueryResultArticle> each(List<StoryItem> stories, Phrases phrases) {
        return IntStream.range(0, Math.min(stories.size(), MOST))
                .mapToObj(i -> story(Integer.toString(i + 1), stories.get(i), phrases))
                .toList();
    }

    private InlineQueryResultArticle story(String id, StoryItem item, Phrases phrases) {
        String title = item.view().title();
        Answer card = new Answer.StoryCard(title, item, List.of(), Optional.empty());
        return article(id, card, title, phrases.byline(item.view()), phrases);
    }

    private InlineQueryResultArticle article(
            String id, Answer answer, String title, String description, Phrases phrases) {
        OnePage page = OnePage.of(answer, phrases, AnswerRenderer.Manner.ASKED);
        String shown = Display.brief(title, TITLE);
        return InlineQueryResultArticle.builder()
                .id(id)
                .title(shown.isBlank() ? "…" : shown)
                .description(description.isBlank() ? null : Display.brief(description, DESCRIPTION))
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
