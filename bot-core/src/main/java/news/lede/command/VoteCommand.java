package news.lede.command;

import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.Asker;
import news.lede.story.StoryView;
import news.lede.story.StoryVotes;

/** {@code /vote}: a member wants more or less of what a story is like. Once for each story, in their workspace; the same again takes it back. */
final class VoteCommand implements Handler {
    private final Newsroom newsroom;
    private final OneStory oneStory;

    VoteCommand(Newsroom newsroom, OneStory oneStory) {
        this.newsroom = newsroom;
        this.oneStory = oneStory;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.VOTE;
    }

    @Override
    public Answer answer(Request request) {
        boolean good = SpokenChoice.OPINION
                .of(request.arguments().required("opinion"))
                .filter(SpokenChoice.Opinion.GOOD::equals)
                .isPresent();
        return oneStory.answer(request, "/vote " + (good ? "good" : "bad"), story -> voted(request, story, good));
    }

    private Answer voted(Request request, StoryView story, boolean good) {
        Asker asker = request.asker();
        StoryVotes votes = newsroom.voices().votes();
        // The story may have had another title when they spoke of it before.
        List<ArticleId> articles = story.articles().stream().map(Article::id).toList();
        Optional<Boolean> before = votes.of(asker.workspace().id(), articles, asker.person());
        boolean takenBack = before.filter(said -> said == good).isPresent();
        if (takenBack) {
            votes.takeBack(asker.workspace().id(), articles, asker.person());
        } else {
            votes.vote(asker.workspace().id(), story.titled().id(), articles, asker.person(), good, request.now());
        }
        Texts texts = request.texts();
        String same = "/vote " + (good ? "good " : "bad ") + story.id();
        return texts.notice(
                takenBack ? "vote.back" : good ? "vote.good" : "vote.bad",
                takenBack
                        ? List.of(StoryActions.open(texts, story))
                        : List.of(
                                new Action(texts.text("action.take-back"), same, Action.Kind.CANCEL),
                                StoryActions.open(texts, story)),
                Display.plain(story.title()));
    }
}
