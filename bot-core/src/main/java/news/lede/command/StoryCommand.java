package news.lede.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.story.StoryView;
import news.lede.summary.Summarizer;

/** {@code /story}: one story, its summary and every source. */
final class StoryCommand implements Handler {
    /** More possible stories than this are told by asking for more words. */
    private static final int LISTED = 10;

    private static final int LABEL_CHARS = 80;

    private final Newsroom newsroom;
    private final StoryReferences references;

    StoryCommand(Newsroom newsroom, StoryReferences references) {
        this.newsroom = newsroom;
        this.references = references;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.STORY;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        return switch (references.find(request.arguments().required("story"), request.viewer())) {
            case StoryReferences.One(StoryView story) -> card(texts, story);
            case StoryReferences.Several(List<StoryView> stories) -> which(texts, stories);
            case StoryReferences.UnknownNumber(String number) -> unknownNumber(texts, number);
            case StoryReferences.UnknownLink _ -> texts.notice("link.unknown", List.of());
            case StoryReferences.Words(String words) ->
                texts.notice(
                        "story.no-title",
                        List.of(new Action(
                                texts.text("action.search"), "/search " + Display.brief(words, CommandLine.ECHOED))),
                        Display.brief(words, CommandLine.ECHOED));
        };
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
                        new Action(texts.text("action.why"), "/why " + story.id())),
                item.summary().isEmpty() ? Optional.of(texts.text("note.no-quote")) : Optional.empty());
    }

    static Answer unknownNumber(Texts texts, String number) {
        return texts.notice("story.unknown", List.of(new Action(texts.text("action.latest"), "/latest")), number);
    }

    private static Answer which(Texts texts, List<StoryView> stories) {
        List<StoryView> listed = stories.stream().limit(LISTED).toList();
        String lines = listed.stream()
                .map(s -> "#" + s.id() + " " + Display.plain(s.title()))
                .collect(Collectors.joining("\n"));
        return texts.notice(
                "story.several",
                listed.stream()
                        .map(s -> new Action(Display.brief(s.title(), LABEL_CHARS), "/story " + s.id()))
                        .toList(),
                lines);
    }
}
