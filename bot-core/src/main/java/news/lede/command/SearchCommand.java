package news.lede.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.community.Viewer;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.text.Language;

/** {@code /search}: stories with an article that has all the words, best first. */
final class SearchCommand implements Handler {
    /** A story has several articles, so more articles than stories are looked up. */
    private static final int ARTICLES_FOR_EACH_STORY = 5;

    private final Newsroom newsroom;
    private final StoryLists lists;

    SearchCommand(Newsroom newsroom, StoryLists lists) {
        this.newsroom = newsroom;
        this.lists = lists;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SEARCH;
    }

    @Override
    public Answer answer(Request request) {
        return lists.nothingYet(request).orElseGet(() -> search(request));
    }

    private Answer search(Request request) {
        String words = Piece.straight(request.arguments().required("words"));
        String shown = Display.brief(words, CommandLine.ECHOED);
        List<StoryLists.Line> found = stories(articles(words, request), request.viewer());
        if (found.isEmpty()) {
            return nothing(request.texts(), words, shown);
        }
        return lists.page(request, request.texts().text("title.search", shown), found, Optional.empty());
    }

    /** The best score of each article found. Words are looked up as words of every language that the visible news is in. */
    private Map<ArticleId, Float> articles(String words, Request request) {
        Viewer viewer = request.viewer();
        Map<ArticleId, Float> best = new HashMap<>();
        for (Language language : languages(viewer)) {
            ArticleIndex.Query query = new ArticleIndex.Query(
                    words,
                    true,
                    language,
                    viewer.sources(),
                    Optional.empty(),
                    StoryLists.reach(request) * ARTICLES_FOR_EACH_STORY);
            newsroom.index().get().search(query).forEach(hit -> best.merge(hit.article(), hit.score(), Math::max));
        }
        return best;
    }

    private List<Language> languages(Viewer viewer) {
        return newsroom.views().views(newsroom.stories().newest(viewer.sources(), Arguments.MAX_REACH), viewer).stream()
                .map(StoryView::language)
                .distinct()
                .toList();
    }

    private List<StoryLists.Line> stories(Map<ArticleId, Float> articles, Viewer viewer) {
        Map<StoryId, Double> best = new HashMap<>();
        Map<ArticleId, StoryId> storyOf = newsroom.stories().storiesOf(articles.keySet());
        articles.forEach((article, score) -> {
            StoryId story = storyOf.get(article);
            if (story != null) {
                best.merge(story, score.doubleValue(), Math::max);
            }
        });
        List<StoryLists.Line> found = new ArrayList<>();
        newsroom.views()
                .byId(best.keySet(), viewer)
                .forEach((id, view) -> found.add(new StoryLists.Line(view, List.of(), best.getOrDefault(id, 0.0))));
        found.sort(Comparator.comparingDouble(StoryLists.Line::score)
                .thenComparing(f -> f.story().published())
                .thenComparing(f -> f.story().id())
                .reversed());
        return found;
    }

    /** Somebody who forgot the slash meant a command. */
    private static Answer nothing(Texts texts, String words, String shown) {
        List<Action> actions = new ArrayList<>();
        String first = words.strip().split("\\s+", 2)[0];
        boolean command = CommandSpecs.ALL.stream().anyMatch(s -> s.name().equalsIgnoreCase(first));
        if (command) {
            actions.add(new Action("/" + shown, "/" + shown));
        }
        actions.add(new Action(texts.text("action.latest"), "/latest"));
        return texts.notice("search.none", actions, shown);
    }
}
