package news.lede.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.story.StoryView;
import news.lede.summary.Summarizer;
import news.lede.topic.StorySubjects;
import news.lede.topic.Topic;

/** {@code /story}: one story, its summary and every source; or what each sentence of that rests on. */
final class StoryCommand implements Handler {
    private final Newsroom newsroom;
    private final OneStory oneStory;
    private final StoryActions actions;
    private final EvidenceView evidence;

    StoryCommand(Newsroom newsroom, OneStory oneStory) {
        this.newsroom = newsroom;
        this.oneStory = oneStory;
        this.actions =
                new StoryActions(new StorySubjects(() -> newsroom.topics().get()));
        this.evidence = new EvidenceView(newsroom.summarizer(), actions);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.STORY;
    }

    @Override
    public Answer answer(Request request) {
        return oneStory.answer(
                request,
                spec(),
                story -> request.arguments().evidence() ? evidence.of(request, story) : card(request, story));
    }

    private Answer card(Request request, StoryView story) {
        Texts texts = request.texts();
        Optional<Topic> subject = actions.subject(request, story);
        StoryItem item = new StoryItem(
                story,
                newsroom.summarizer().summarize(story, Summarizer.Length.FULL),
                List.of(),
                OptionalDouble.empty());
        return new Answer.StoryCard(
                story.title(),
                item.on(subject.map(topic -> topic.id().value())),
                actions.of(request, item, from(request), subject),
                item.summary().isEmpty() ? Optional.of(texts.text("note.no-quote")) : Optional.empty());
    }

    private Optional<Topic> from(Request request) {
        return request.arguments()
                .text("topic")
                .flatMap(typed -> newsroom.topics()
                        .get()
                        .named(typed, request.asker().workspace().id()));
    }
}
