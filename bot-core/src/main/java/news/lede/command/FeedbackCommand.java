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
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicVotes;

/** {@code /feedback}: a member says whether a story fits a topic. What they say last counts, once, in their workspace. */
final class FeedbackCommand implements Handler {
    private final Newsroom newsroom;
    private final StoryReferences references;

    FeedbackCommand(Newsroom newsroom, StoryReferences references) {
        this.newsroom = newsroom;
        this.references = references;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.FEEDBACK;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        String typed = request.arguments().required("topic");
        Optional<Topic> topic =
                newsroom.topics().get().named(typed, request.asker().workspace().id());
        if (topic.isEmpty()) {
            return unknown(request, typed);
        }
        String story = request.arguments().required("story");
        if (references.find(story, request.viewer()) instanceof StoryReferences.One(StoryView view)) {
            return voted(
                    request, topic.get(), view, request.arguments().flag("fits").orElse(true));
        }
        return texts.notice(
                "feedback.story",
                List.of(new Action(
                        topic.get().name(TopicStories.language(texts)),
                        "/topic " + topic.get().id())),
                Display.brief(story, CommandLine.ECHOED));
    }

    private Answer unknown(Request request, String typed) {
        Texts texts = request.texts();
        List<String> known = newsroom
                .topics()
                .get()
                .of(request.asker().workspace().id())
                .stream()
                .flatMap(TopicCatalog::callings)
                .toList();
        String shown = Display.brief(typed, CommandLine.ECHOED);
        Action topics = new Action(texts.text("action.topics"), "/topics");
        return Nearest.of(typed, known)
                .map(near -> texts.notice("topic.near", List.of(topics), shown, Display.plain(near)))
                .orElseGet(() -> texts.notice("feedback.topic", List.of(topics), shown));
    }

    private Answer voted(Request request, Topic topic, StoryView view, boolean fits) {
        Asker asker = request.asker();
        TopicVotes votes = newsroom.tuning().votes();
        List<ArticleId> articles = view.articles().stream().map(Article::id).toList();
        // The story may have had another title when they spoke of it before.
        votes.takeBack(asker.workspace().id(), topic.id(), articles, asker.person());
        votes.vote(asker.workspace().id(), topic.id(), view.titled().id(), asker.person(), fits, request.now());
        Texts texts = request.texts();
        Language language = TopicStories.language(texts);
        String change = "/feedback " + view.id() + " topic:" + topic.id() + " fits:" + (fits ? "no" : "yes");
        return texts.notice(
                fits ? "feedback.yes" : "feedback.no",
                List.of(new Action(texts.text("action.feedback-change"), change)),
                Display.plain(view.title()),
                Display.plain(topic.name(language)));
    }
}
