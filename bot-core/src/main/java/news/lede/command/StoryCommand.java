package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.story.StoryView;
import news.lede.summary.Summarizer;

/** {@code /story}: one story, its summary and every source. */
final class StoryCommand implements Handler {
    /** Of a topic on a button. */
    private static final int TOPIC_CHARS = 30;

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
        return oneStory.answer(request, spec(), story -> card(request, story));
    }

    private Answer card(Request request, StoryView story) {
        Texts texts = request.texts();
        StoryItem item = new StoryItem(
                story,
                newsroom.summarizer().summarize(story, Summarizer.Length.FULL),
                List.of(),
                OptionalDouble.empty());
        return new Answer.StoryCard(
                story.title(),
                item,
                actions(request, item),
                item.summary().isEmpty() ? Optional.of(texts.text("note.no-quote")) : Optional.empty());
    }

    /** Whoever came from a topic can say whether the story belongs there. */
    private List<Action> actions(Request request, StoryItem item) {
        Texts texts = request.texts();
        String number = item.view().id().toString();
        List<Action> actions = new ArrayList<>();
        actions.add(new Action(texts.text("action.related"), item.relatedCommand()));
        actions.add(new Action(texts.text("action.timeline"), "/timeline " + number));
        actions.add(new Action(texts.text("action.why"), "/why " + number));
        request.arguments()
                .text("topic")
                .flatMap(typed -> newsroom.topics()
                        .get()
                        .named(typed, request.asker().workspace().id()))
                .ifPresent(topic -> {
                    String name = Display.brief(topic.name(TopicStories.language(texts)), TOPIC_CHARS);
                    String call = "/feedback " + number + " topic:" + topic.id() + " fits:";
                    actions.add(new Action(texts.text("action.fits", name), call + "yes"));
                    actions.add(new Action(texts.text("action.fits-not", name), call + "no"));
                });
        return actions;
    }
}
