package news.lede.command;

import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.topic.Topic;

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
        Optional<Topic> named = topicStories.named(request, typed);
        Optional<String> topic = named.map(t -> t.id().value());
        List<Action> follow =
                named.stream().map(t -> StoryActions.follow(request.texts(), t)).toList();
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
                        note,
                        (_, _) -> List.of(),
                        _ -> follow);
        };
    }
}
