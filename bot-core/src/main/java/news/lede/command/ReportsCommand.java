package news.lede.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.story.StoryReports;
import news.lede.story.StoryReports.Kind;
import news.lede.story.StoryReports.Report;
import news.lede.story.StoryView;

/** {@code /reports}: what members say is wrong with stories, for moderators; a button says that they have seen to it. Who said it is not shown. */
final class ReportsCommand implements Handler {
    /** More than this many reports nobody reads at once; the others come up when these are settled. */
    private static final int MOST = 500;

    private static final int QUOTED = 3;
    private static final int QUOTE_CHARS = 200;
    private static final int LABEL_CHARS = 40;

    private final Newsroom newsroom;
    private final StoryLists lists;
    private final OneStory oneStory;

    ReportsCommand(Newsroom newsroom, StoryLists lists, OneStory oneStory) {
        this.newsroom = newsroom;
        this.lists = lists;
        this.oneStory = oneStory;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.REPORTS;
    }

    @Override
    public Answer answer(Request request) {
        return request.arguments()
                .text("settle")
                .map(story -> oneStory.answer(request, story, "/story", found -> settled(request, found)))
                .orElseGet(() -> open(request));
    }

    private Answer settled(Request request, StoryView story) {
        Texts texts = request.texts();
        int settled = newsroom.voices()
                .reports()
                .settle(
                        request.asker().workspace().id(),
                        story.articles().stream().map(Article::id).toList(),
                        request.now());
        if (settled > 0) {
            request.ledger()
                    .changed(
                            request.asker(),
                            "reports",
                            Display.brief(story.title(), LABEL_CHARS),
                            Map.of("open", Integer.toString(settled)),
                            Map.of("open", "0"));
        }
        return texts.notice(
                settled == 0 ? "reports.settled-before" : "reports.settled",
                List.of(new Action(texts.text("action.reports"), "/reports"), StoryActions.open(texts, story)),
                Display.plain(story.title()),
                settled);
    }

    private Answer open(Request request) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        StoryReports reports = newsroom.voices().reports();
        Map<StoryId, List<Report>> byStory = byStory(reports.open(workspace, MOST));
        Map<StoryId, StoryView> views = newsroom.views().byId(byStory.keySet(), request.viewer());
        Optional<String> only = request.arguments().text("story");
        List<StoryLists.Line> lines = byStory.entrySet().stream()
                .filter(entry -> only.isEmpty() || entry.getKey().toString().equals(only.get()))
                .flatMap(entry -> Optional.ofNullable(views.get(entry.getKey()))
                        .map(view -> new StoryLists.Line(
                                view,
                                reasons(entry.getValue(), texts),
                                entry.getValue().size()))
                        .stream())
                .toList();
        return lines.isEmpty()
                ? texts.notice("reports.none", List.of())
                : lists.page(
                        request,
                        texts.text("title.reports"),
                        lines,
                        Optional.of(texts.text("note.reports")),
                        (_, _) -> List.of(),
                        items -> items.stream()
                                .flatMap(item -> Stream.of(settle(texts, item), retract(texts, item)))
                                .toList());
    }

    /** In the order of their first report; several reports of one story stand together even where it merged since. */
    private Map<StoryId, List<Report>> byStory(List<Report> open) {
        Map<ArticleId, StoryId> stories =
                newsroom.stories().storiesOf(open.stream().map(Report::article).toList());
        Map<StoryId, List<Report>> byStory = new LinkedHashMap<>();
        for (Report report : open) {
            Optional.ofNullable(stories.get(report.article()))
                    .ifPresent(story -> byStory.computeIfAbsent(story, _ -> new ArrayList<>())
                            .add(report));
        }
        return byStory;
    }

    private static Action settle(Texts texts, StoryItem item) {
        return new Action(
                texts.text("action.settle", Display.brief(item.view().title(), LABEL_CHARS)),
                "/reports settle:" + item.view().id(),
                Action.Kind.CONFIRM);
    }

    private static Action retract(Texts texts, StoryItem item) {
        return new Action(
                texts.text("action.retract-of", Display.brief(item.view().title(), LABEL_CHARS)),
                "/retract " + item.view().id(),
                Action.Kind.CANCEL);
    }

    /** A line for each kind: how many said so, and some of their words. */
    private static List<String> reasons(List<Report> reports, Texts texts) {
        Map<Kind, List<Report>> byKind = new EnumMap<>(Kind.class);
        reports.forEach(report ->
                byKind.computeIfAbsent(report.kind(), _ -> new ArrayList<>()).add(report));
        List<String> reasons = new ArrayList<>();
        byKind.forEach((kind, its) -> {
            List<String> words = its.stream()
                    .map(Report::words)
                    .filter(said -> !said.isBlank())
                    .limit(QUOTED)
                    .map(said -> texts.text("quote", Display.brief(said, QUOTE_CHARS)))
                    .toList();
            String fault = texts.text("fault." + SpokenChoice.FAULT.typed(kind));
            String counted = its.size() == 1 ? fault : texts.text("reports.several", fault, its.size());
            reasons.add(words.isEmpty() ? counted : counted + " " + String.join(" ", words));
        });
        return reasons;
    }
}
