package news.lede.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking;
import news.lede.story.StoryRanking.Ranked;
import news.lede.story.StoryView;

/** {@code /latest}: the newest stories in the order of {@link StoryRanking}, of everything, one topic, one source, or both. */
final class LatestCommand implements Handler {
    private final Newsroom newsroom;
    private final StoryLists lists;
    private final TopicStories topicStories;
    private final SourceFilter sourceFilter;

    LatestCommand(Newsroom newsroom, StoryLists lists, TopicStories topicStories) {
        this.newsroom = newsroom;
        this.lists = lists;
        this.topicStories = topicStories;
        this.sourceFilter = new SourceFilter(newsroom);
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
        return switch (sourceFilter.find(request, source.get(), newest(everything))) {
            case SourceFilter.Only only -> byTopic(request, only);
            case SourceFilter.Unknown(Answer.Notice notice) -> notice;
        };
    }

    private Answer byTopic(Request request, SourceFilter.Only only) {
        Optional<String> topic = request.arguments().text("topic");
        if (topic.isEmpty()) {
            return list(request, only, "", newest(only), Map.of());
        }
        return switch (topicStories.find(request, topic.get(), only.viewer(), Arguments.MAX_REACH)) {
            case TopicStories.None(Answer.Notice notice) -> notice;
            case TopicStories.Stories onTopic -> {
                Map<StoryId, List<String>> words = new HashMap<>();
                onTopic.stories().forEach(s -> words.put(s.story().id(), s.hit().words()));
                List<StoryView> stories = onTopic.stories().stream()
                        .map(TopicStories.OnTopic::story)
                        .toList();
                yield list(request, only, onTopic.name(), stories, words);
            }
        };
    }

    private List<StoryView> newest(SourceFilter.Only only) {
        return newsroom.views()
                .views(newsroom.stories().newest(only.viewer().sources(), Arguments.MAX_REACH), only.viewer());
    }

    private Answer list(
            Request request,
            SourceFilter.Only only,
            String topic,
            List<StoryView> stories,
            Map<StoryId, List<String>> words) {
        Texts texts = request.texts();
        List<Ranked> ranked =
                StoryRanking.rank(stories.stream().filter(only::keeps).toList(), request.now());
        if (ranked.isEmpty()) {
            return texts.notice(
                    "source.quiet",
                    List.of(new Action(texts.text("action.latest"), "/latest")),
                    Display.plain(only.name()));
        }
        return lists.page(
                request, title(texts, topic, only.name()), ranked, r -> item(request, r, words), Optional.empty());
    }

    private StoryItem item(Request request, Ranked ranked, Map<StoryId, List<String>> words) {
        List<String> found = words.get(ranked.story().id());
        List<String> reasons =
                found == null ? List.of() : List.of(request.phrases().mentions(found));
        return lists.item(ranked.story(), reasons, ranked.weight());
    }

    private static String title(Texts texts, String topic, String source) {
        String what = topic.isEmpty() ? texts.text("title.latest") : texts.text("title.latest-topic", topic);
        return source.isEmpty() ? what : texts.text("title.from", what, Display.plain(source));
    }
}
