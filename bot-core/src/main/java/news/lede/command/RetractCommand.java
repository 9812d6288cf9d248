package news.lede.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Retractions;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;

/** {@code /retract}: moderators take a story back everywhere in their workspace: messages that told it are changed, and it is neither told nor shown any more, until they give it back. */
final class RetractCommand implements Handler {
    private static final int MOST = 200;
    private static final int LABEL_CHARS = 40;

    private final Newsroom newsroom;
    private final StoryLists lists;
    private final OneStory oneStory;

    RetractCommand(Newsroom newsroom, StoryLists lists, OneStory oneStory) {
        this.newsroom = newsroom;
        this.lists = lists;
        this.oneStory = oneStory;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.RETRACT;
    }

    @Override
    public Answer answer(Request request) {
        Arguments arguments = request.arguments();
        Optional<String> restore = arguments.text("restore");
        if (restore.isPresent()) {
            return givenBack(request, restore.get());
        }
        return arguments
                .text("story")
                .map(story -> oneStory.answer(
                        request,
                        story,
                        "/retract",
                        found -> arguments.flag("confirm").orElse(false)
                                ? takenBack(request, found)
                                : confirm(request.texts(), found)))
                .orElseGet(() -> listed(request));
    }

    private static Answer confirm(Texts texts, StoryView story) {
        return texts.notice(
                "retract.confirm",
                List.of(
                        new Action(
                                texts.text("action.retract"),
                                "/retract " + story.id() + " confirm:yes",
                                Action.Kind.CONFIRM),
                        StoryActions.open(texts, story)),
                Display.plain(story.title()));
    }

    private Answer takenBack(Request request, StoryView story) {
        ArticleId titled = story.titled().id();
        int messages = request.changing(request.matters().retraction(), titled.toString(), () -> {
            newsroom.voices().reports().settle(workspace(request), ids(story), request.now());
            return retractions().takeBack(workspace(request), titled, story.id(), request.now());
        });
        Texts texts = request.texts();
        return texts.notice(
                messages < 0 ? "retract.before" : "retract.done",
                List.of(new Action(
                        texts.text("action.give-back"), "/retract restore:" + story.id(), Action.Kind.CANCEL)),
                Display.plain(story.title()),
                Math.max(0, messages));
    }

    /** Who may give it back sees it, though nobody else does. */
    private Answer givenBack(Request request, String typed) {
        Texts texts = request.texts();
        Optional<StoryView> found = Optional.of(typed)
                .filter(StoryReferences::isNumber)
                .map(number -> number.replaceAll("\\D", ""))
                .flatMap(number -> newsroom.views()
                        .view(
                                new StoryId(Long.parseLong(number)),
                                request.viewer().seeingAll()));
        Set<ArticleId> taken = new HashSet<>(request.viewer().takenBack());
        found.ifPresent(story -> taken.retainAll(ids(story)));
        if (found.isEmpty() || taken.isEmpty()) {
            return texts.notice(
                    "retract.unknown",
                    List.of(new Action(texts.text("action.retracted"), "/retract")),
                    Display.brief(typed, CommandLine.ECHOED));
        }
        StoryView story = found.get();
        int messages = 0;
        for (ArticleId article : taken) {
            messages = Math.max(
                    messages,
                    request.changing(
                            request.matters().retraction(),
                            article.toString(),
                            () -> retractions()
                                    .giveBack(workspace(request), List.of(article), story.id(), request.now())));
        }
        return texts.notice(
                "retract.given-back", List.of(StoryActions.open(texts, story)), Display.plain(story.title()), messages);
    }

    private Answer listed(Request request) {
        Texts texts = request.texts();
        Set<StoryId> stories = new LinkedHashSet<>();
        for (ArticleId article : retractions().latest(workspace(request), MOST)) {
            newsroom.stories().storyOf(article).ifPresent(stories::add);
        }
        List<StoryLists.Line> lines = new ArrayList<>();
        newsroom.views()
                .views(stories, request.viewer().seeingAll())
                .forEach(view -> lines.add(new StoryLists.Line(view, List.of(), 0)));
        return lines.isEmpty()
                ? texts.notice("retract.none", List.of())
                : lists.page(
                        request,
                        texts.text("title.retracted"),
                        lines,
                        Optional.of(texts.text("note.retracted")),
                        (_, _) -> List.of(),
                        items ->
                                items.stream().map(item -> restore(texts, item)).toList());
    }

    private static Action restore(Texts texts, StoryItem item) {
        return new Action(
                texts.text("action.give-back-of", Display.brief(item.view().title(), LABEL_CHARS)),
                "/retract restore:" + item.view().id(),
                Action.Kind.CONFIRM);
    }

    private static List<ArticleId> ids(StoryView story) {
        return story.articles().stream().map(Article::id).toList();
    }

    private Retractions retractions() {
        return newsroom.dispatch().retractions();
    }

    private static WorkspaceId workspace(Request request) {
        return request.asker().workspace().id();
    }
}
