package news.lede.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.story.StoryView;
import news.lede.summary.Summarizer;

/** {@code /story}: one story, its summary and every source. */
final class StoryCommand implements Handler {
    private final Newsroom newsroom;
    private final OneStory oneStory;

    StoryCommand(Newsroom newsroom, OneStory oneStory) {
        this.newsroom = newsroom;
        this.oneStory = oneStory;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.STORY;
    }

    @Override
    public Answer answer(Request request) {
        return oneStory.answer(request, spec(), story -> card(request.texts(), story));
    }

    private Answer card(Texts texts, StoryView story) {
        StoryItem item = new StoryItem(
                story,
                newsroom.summarizer().summarize(story, Summarizer.Length.FULL),
                List.of(),
                OptionalDouble.empty());
        return new Answer.StoryCard(
                story.title(),
                item,
                List.of(
                        new Action(texts.text("action.related"), item.relatedCommand()),
                        new Action(texts.text("action.timeline"), "/timeline " + story.id()),
                        new Action(texts.text("action.why"), "/why " + story.id())),
                item.summary().isEmpty() ? Optional.of(texts.text("note.no-quote")) : Optional.empty());
    }
}
