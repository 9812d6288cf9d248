package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.RankingWords;
import news.lede.answer.Texts;
import news.lede.story.StoryRanking.Ranked;
import news.lede.story.StoryView;

/** {@code /why}: what puts a story where it stands in {@code /latest}. */
final class WhyCommand implements Handler {
    private final StoryReferences references;
    private final StoryCommand stories;
    private final Rankings rankings;

    WhyCommand(StoryReferences references, StoryCommand stories, Rankings rankings) {
        this.references = references;
        this.stories = stories;
        this.rankings = rankings;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.WHY;
    }

    @Override
    public Answer answer(Request request) {
        return references.find(request.arguments().required("story"), request.viewer())
                        instanceof StoryReferences.One(StoryView story)
                ? why(request, story)
                // Which story is meant, or why there is none, is told as /story tells it.
                : stories.answer(request);
    }

    private Answer why(Request request, StoryView story) {
        Texts texts = request.texts();
        RankingWords words = new RankingWords(texts, request.phrases());
        List<Ranked> all = rankings.latest(request);
        Optional<Ranked> ranked =
                all.stream().filter(r -> r.story().id().equals(story.id())).findFirst();
        List<String> lines = new ArrayList<>();
        lines.add(Display.plain(story.title()));
        lines.add("");
        ranked.ifPresentOrElse(
                r -> {
                    lines.addAll(words.place(r, all.size()));
                    lines.addAll(words.whole(r.story(), r.weight()));
                },
                () -> {
                    lines.add(texts.text("why.not-listed", all.size()));
                    lines.addAll(words.whole(story, rankings.weight(request, story)));
                });
        return new Answer.Notice(
                texts.text("title.why", story.id().toString()),
                String.join("\n", lines),
                List.of(
                        new Action(texts.text("action.open"), "/story " + story.id()),
                        new Action(texts.text("action.latest"), "/latest")));
    }
}
