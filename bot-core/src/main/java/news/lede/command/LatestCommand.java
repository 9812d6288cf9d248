package news.lede.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking;
import news.lede.story.StoryView;

/** {@code /latest}: the newest stories in the order of {@link StoryRanking}, of everything, one topic, one source, or both. */
final class LatestCommand implements Handler {
    private final StoryLists lists;
    private final TopicStories topicStories;
    private final SourceFilter sourceFilter;
    private final Rankings rankings;

    LatestCommand(Newsroom newsroom, StoryLists lists, TopicStories topicStories, Rankings rankings) {
        this.lists = lists;
        this.topicStories = topicStories;
        this.sourceFilter = new SourceFilter(newsroom);
        this.rankings = rankings;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.LATEST;
    }

    @Override
    public Answer answer(Request request) {
        return lists.nothingYet(request).orElseGet(() -> bySource(request));
    }

    private Answer bySource(Request request) {
        SourceFilter.Only everything = new SourceFilter.Only("", request.viewer(), Set.of());
        Optional<String> source = request.arguments().text("source");
        if (source.isEmpty()) {
            return byTopic(request, everything);
        }
        return switch (sourceFilter.find(request, source.get(), rankings.newest(everything.viewer()))) {
            case SourceFilter.Only only -> byTopic(request, only);
            case SourceFilter.Unknown(Answer.Notice notice) -> notice;
        };
    }

    private Answer byTopic(Request request, SourceFilter.Only only) {
        Optional<String> topic = request.arguments().text("topic");
        if (topic.isEmpty()) {
            return list(request, only, "", rankings.newest(only.viewer()), Map.of(), Optional.empty());
        }
        return switch (topicStories.find(request, topic.get(), only.viewer(), Arguments.MAX_REACH)) {
            case TopicStories.None(Answer.Notice notice) -> notice;
            case TopicStories.Stories(String name, Optional<String> note, List<TopicStories.OnTopic> onTopic) -> {
                Map<StoryId, List<String>> reasons = new HashMap<>();
                onTopic.forEach(s -> reasons.put(s.story().id(), s.reasons(request.phrases(), note.isEmpty())));
                List<StoryView> stories =
                        onTopic.stream().map(TopicStories.OnTopic::story).toList();
                yield list(request, only, name, stories, reasons, note);
            }
        };
    }

    private Answer list(
            Request request,
            SourceFilter.Only only,
            String topic,
            List<StoryView> stories,
            Map<StoryId, List<String>> reasons,
            Optional<String> note) {
        Texts texts = request.texts();
        List<StoryView> kept = stories.stream().filter(only::keeps).toList();
        List<StoryLists.Line> lines = rankings.latest(request, kept).stream()
                .map(r -> new StoryLists.Line(
                        r.story(), reasons.getOrDefault(r.story().id(), List.of()), r.score()))
                .toList();
        if (lines.isEmpty()) {
            return texts.notice(
                    "source.quiet",
                    List.of(new Action(texts.text("action.latest"), "/latest")),
                    Display.plain(only.name()));
        }
        return lists.page(request, title(texts, topic, only.name()), lines, note);
    }

    private static String title(Texts texts, String topic, String source) {
        String what = topic.isEmpty() ? texts.text("title.latest") : texts.text("title.latest-topic", topic);
        return source.isEmpty() ? what : texts.text("title.from", what, Display.plain(source));
    }
}
