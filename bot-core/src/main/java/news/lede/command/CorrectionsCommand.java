package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.RevisionWords;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.story.Change;
import news.lede.story.Revision;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.story.Timeline.Step;
import news.lede.summary.Quotes;

/** {@code /corrections}: what publishers corrected, retitled or took down lately among the articles the asker sees, newest first. */
final class CorrectionsCommand implements Handler {
    private static final Duration REACH = Duration.ofDays(30);
    /** One story may be corrected again and again. */
    private static final int REASONS_OF_A_STORY = 3;

    private final Newsroom newsroom;
    private final StoryLists lists;
    private final SourceFilter sourceFilter;

    CorrectionsCommand(Newsroom newsroom, StoryLists lists) {
        this.newsroom = newsroom;
        this.lists = lists;
        this.sourceFilter = new SourceFilter(newsroom);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.CORRECTIONS;
    }

    @Override
    public Answer answer(Request request) {
        return lists.nothingYet(request).orElseGet(() -> bySource(request));
    }

    private Answer bySource(Request request) {
        Optional<String> source = request.arguments().text("source");
        if (source.isEmpty()) {
            return list(request, new SourceFilter.Only("", request.viewer(), Set.of()));
        }
        List<StoryView> recent = newsroom.views()
                .views(newsroom.stories().newest(request.viewer().sources(), Arguments.MAX_REACH), request.viewer());
        return switch (sourceFilter.find(request, source.get(), recent)) {
            case SourceFilter.Only only -> list(request, only);
            case SourceFilter.Unknown(Answer.Notice notice) -> notice;
        };
    }

    private Answer list(Request request, SourceFilter.Only only) {
        Texts texts = request.texts();
        Instant since = request.now().minus(REACH);
        Map<StoryView, List<Step>> found = found(request, only, since);
        if (found.isEmpty()) {
            return texts.notice(
                    "corrections.none", List.of(new Action(texts.text("action.latest"), "/latest")), REACH.toDays());
        }
        List<StoryLists.Line> lines = found.entrySet().stream()
                .map(story -> new StoryLists.Line(
                        story.getKey(),
                        List.of(),
                        -Duration.between(story.getValue().getFirst().when(), request.now())
                                        .toMinutes()
                                / 60.0))
                .toList();
        String title = only.name().isEmpty()
                ? texts.text("title.corrections")
                : texts.text("title.from", texts.text("title.corrections"), Display.plain(only.name()));
        Phrases phrases = request.phrases();
        return lists.page(request, title, lines, Optional.empty(), (story, allowance) -> {
            RevisionWords words = new RevisionWords(texts, new Quotes(newsroom.articles(), allowance));
            return found.getOrDefault(story, List.of()).stream()
                    .map(step ->
                            texts.text("corrections.line", phrases.age(step.when(), false), words.withPublisher(step)))
                    .toList();
        });
    }

    /** Stories with what was corrected in them, the newest correction first, in both. */
    private Map<StoryView, List<Step>> found(Request request, SourceFilter.Only only, Instant since) {
        List<Revision> revisions = newsroom.stories().corrections(only.viewer().sources(), since, Arguments.MAX_REACH);
        Map<StoryId, StoryView> views = new LinkedHashMap<>();
        newsroom.views()
                .views(revisions.stream().map(Revision::story).distinct().toList(), request.viewer())
                .forEach(view -> views.put(view.id(), view));
        Map<StoryView, List<Step>> found = new LinkedHashMap<>();
        for (Revision revision : revisions) {
            Optional<StoryView> view = Optional.ofNullable(views.get(revision.story()))
                    .or(() -> newsroom.views().view(revision.story(), request.viewer()));
            view.flatMap(story -> step(story, revision, only)).ifPresent(step -> {
                List<Step> steps = found.computeIfAbsent(view.get(), _ -> new ArrayList<>());
                if (steps.size() < REASONS_OF_A_STORY) {
                    steps.add(step);
                }
            });
        }
        return found;
    }

    private static Optional<Step> step(StoryView story, Revision revision, SourceFilter.Only only) {
        return story.articles().stream()
                .filter(article ->
                        revision.article().filter(article.id()::equals).isPresent())
                .filter(article -> named(article, only))
                .findFirst()
                .map(article -> new Step(
                        revision.at(),
                        revision.at(),
                        false,
                        revision.material(),
                        article,
                        revision.changes().stream().filter(Change::correcting).toList()));
    }

    private static boolean named(Article article, SourceFilter.Only only) {
        return only.publishers().isEmpty()
                || article.publisher().filter(only.publishers()::contains).isPresent();
    }
}
