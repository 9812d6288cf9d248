package news.lede.command;

import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;

/** {@code /topic}: stories on a defined topic or on any words, best first, with the words that were found. */
final class TopicCommand implements Handler {
    private final StoryLists lists;
    private final TopicStories topicStories;

    TopicCommand(StoryLists lists, TopicStories topicStories) {
        this.lists = lists;
        this.topicStories = topicStories;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.TOPIC;
    }

    @Override
    public Answer answer(Request request) {
        return lists.nothingYet(request).orElseGet(() -> onTopic(request));
    }

    private Answer onTopic(Request request) {
        String typed = request.arguments().required("topic");
        Optional<String> topic = topicStories.named(request, typed).map(t -> t.id().value());
        return switch (topicStories.find(request, typed, request.viewer(), StoryLists.reach(request))) {
            case TopicStories.None(Answer.Notice notice) -> notice;
            case TopicStories.Stories(String name, Optional<String> note, List<TopicStories.OnTopic> stories) ->
                lists.page(
                        request,
                        request.texts().text("title.topic", name),
                        stories.stream()
                                .map(s -> new StoryLists.Line(
                                        s.story(),
                                        s.reasons(request.phrases(), note.isEmpty()),
                                        s.hit().score(),
                                        topic))
                                .toList(),
                        note);
        };
    }
}
