package news.lede.command;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.story.StoryView;

/** Answers with one story that somebody names, or says which it could be. */
final class OneStory {
    /** More possible stories than this are told by asking for more words. */
    private static final int LISTED = 10;

    private static final int LABEL_CHARS = 80;

    private final StoryReferences references;

    OneStory(StoryReferences references) {
        this.references = references;
    }

    /** What {@code tell} says of the story that the option {@code story} of a request names; a notice when it names none, or several. */
    Answer answer(Request request, CommandSpec command, Function<StoryView, Answer> tell) {
        return answer(request, "/" + command.name(), tell);
    }

    /** The same, where {@code call} before the number of a story is what to type for that one. */
    Answer answer(Request request, String call, Function<StoryView, Answer> tell) {
        return answer(request, request.arguments().required("story"), call, tell);
    }

    Answer answer(Request request, String meant, String call, Function<StoryView, Answer> tell) {
        Texts texts = request.texts();
        return switch (references.find(meant, request.viewer())) {
            case StoryReferences.One(StoryView story) -> tell.apply(story);
            case StoryReferences.Several(List<StoryView> stories) -> which(texts, call, stories);
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

    static Answer unknownNumber(Texts texts, String number) {
        return texts.notice("story.unknown", List.of(new Action(texts.text("action.latest"), "/latest")), number);
    }

    private static Answer which(Texts texts, String call, List<StoryView> stories) {
        List<StoryView> listed = stories.stream().limit(LISTED).toList();
        String lines = listed.stream()
                .map(s -> "#" + s.id() + " " + Display.plain(s.title()))
                .collect(Collectors.joining("\n"));
        return texts.notice(
                "story.several",
                listed.stream()
                        .map(s -> new Action(
                                Display.brief(s.title(), LABEL_CHARS), call + " " + s.id(), Action.Kind.OPEN))
                        .toList(),
                lines,
                call.substring(1));
    }
}
