package news.lede.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.Viewer;
import news.lede.story.StoryView;
import news.lede.summary.Statement;
import news.lede.summary.Summarizer;

/** {@code /summarize}: one article, by its link: one that we have, or what its page says now. */
final class SummarizeCommand implements Handler {
    private final Newsroom newsroom;
    private final AskedArticles asked;
    private final KnownLinks known;

    SummarizeCommand(Newsroom newsroom, AskedArticles asked, KnownLinks known) {
        this.newsroom = newsroom;
        this.asked = asked;
        this.known = known;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SUMMARIZE;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        String typed = request.arguments().required("link");
        Optional<String> link = Links.firstIn(typed);
        if (link.isEmpty()) {
            return texts.notice("link.wrong", List.of(), Display.brief(typed, CommandLine.ECHOED));
        }
        return switch (asked.find(request, URI.create(link.get()))) {
            case AskedArticles.Seen(Article article, Viewer viewer) ->
                card(request, article, viewer).orElseGet(() -> texts.notice("link.unknown", List.of()));
            case AskedArticles.Not(Answer.Notice notice) -> notice;
        };
    }

    /** The article as if it were all there is of its story. */
    private Optional<Answer> card(Request request, Article article, Viewer viewer) {
        return newsroom.stories()
                .storyOf(article.id())
                .flatMap(id -> newsroom.views().view(id, viewer))
                .map(story -> card(request, article, story, viewer));
    }

    private Answer card(Request request, Article article, StoryView story, Viewer viewer) {
        Texts texts = request.texts();
        StoryView alone =
                new StoryView(story.id(), story.revision(), story.language(), article.title(), List.of(article));
        List<Statement> summary = newsroom.summarizer().summarize(alone, Summarizer.Length.CARD);
        List<Action> actions = new ArrayList<>();
        if (story.articles().size() > 1) {
            actions.add(new Action(texts.text("action.whole-story"), "/story " + story.id(), Action.Kind.OPEN));
        }
        actions.add(new Action(texts.text("action.related"), "/related " + story.id(), Action.Kind.RELATED));
        return new Answer.StoryCard(
                article.title(),
                new StoryItem(alone, summary, List.of(), OptionalDouble.empty()),
                actions,
                footer(request, article, summary.isEmpty(), viewer));
    }

    /** Since when it is known, for whoever sends a link to learn whether it is news. */
    private Optional<String> footer(Request request, Article article, boolean unquoted, Viewer viewer) {
        Texts texts = request.texts();
        Moments moments =
                new Moments(texts, request.now(), request.asker().workspace().zone());
        String since = known.age(article, viewer, request.asker().conversation().id(), request.now())
                .map(age -> known.words(age, moments))
                .orElse("");
        return Stream.of(unquoted ? texts.text("note.no-quote") : "", since)
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + " " + other);
    }
}
