package news.lede.command;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.Viewer;
import news.lede.story.Related;
import news.lede.story.StoryView;

/** {@code /related}: other stories around a story, a link or some words, each with what it shares. */
final class RelatedCommand implements Handler {
    private static final int TITLE_CHARS = 120;

    private final Newsroom newsroom;
    private final StoryLists lists;
    private final StoryReferences references;
    private final AskedArticles asked;

    RelatedCommand(Newsroom newsroom, StoryLists lists, StoryReferences references, AskedArticles asked) {
        this.newsroom = newsroom;
        this.lists = lists;
        this.references = references;
        this.asked = asked;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.RELATED;
    }

    @Override
    public Answer answer(Request request) {
        Optional<String> reference = request.arguments().text("story");
        if (reference.isEmpty()) {
            return request.texts().notice("related.what", List.of(latest(request.texts())));
        }
        return around(request, reference.get());
    }

    private Answer around(Request request, String reference) {
        Texts texts = request.texts();
        return switch (references.find(reference, request.viewer())) {
            case StoryReferences.One(StoryView story) -> toStory(request, story, request.viewer());
            case StoryReferences.Several _, StoryReferences.Words _ ->
                lists.nothingYet(request).orElseGet(() -> toWords(request, reference));
            case StoryReferences.UnknownNumber(String number) ->
                lists.nothingYet(request).orElseGet(() -> OneStory.unknownNumber(texts, number));
            case StoryReferences.UnknownLink(URI link) -> toLink(request, link);
        };
    }

    /** What the page tells is compared like a story. */
    private Answer toLink(Request request, URI link) {
        return switch (asked.find(request, link)) {
            case AskedArticles.Not(Answer.Notice notice) -> notice;
            case AskedArticles.Seen(Article article, Viewer viewer) ->
                newsroom.stories()
                        .storyOf(article.id())
                        .flatMap(id -> newsroom.views().view(id, viewer))
                        .map(story -> toStory(request, story, viewer))
                        .orElseGet(() -> request.texts().notice("link.unknown", List.of()));
        };
    }

    private Answer toStory(Request request, StoryView story, Viewer viewer) {
        Texts texts = request.texts();
        List<Related> related = newsroom.related().get().to(story, viewer, StoryLists.reach(request));
        String title = Display.brief(story.title(), TITLE_CHARS);
        if (related.isEmpty()) {
            Action open = new Action(texts.text("action.open"), "/story " + story.id(), Action.Kind.OPEN);
            return texts.notice("related.none", List.of(open, latest(texts)), title);
        }
        return list(request, title, related, request.phrases()::shared);
    }

    private Answer toWords(Request request, String words) {
        Texts texts = request.texts();
        List<Related> related = newsroom.related().get().to(words, request.viewer(), StoryLists.reach(request));
        String shown = Display.brief(words, CommandLine.ECHOED);
        if (related.isEmpty()) {
            return texts.notice("related.no-words", List.of(latest(texts)), shown);
        }
        Phrases phrases = request.phrases();
        return list(request, shown, related, phrases::found);
    }

    private Answer list(Request request, String title, List<Related> related, Function<Related.Reason, String> reason) {
        List<StoryLists.Line> lines = related.stream()
                .map(r -> new StoryLists.Line(
                        r.story(), r.reasons().stream().map(reason).toList(), r.score()))
                .toList();
        return lists.page(request, request.texts().text("title.related", title), lines, Optional.empty());
    }

    private static Action latest(Texts texts) {
        return new Action(texts.text("action.latest"), "/latest");
    }
}
