package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryRanking;
import news.lede.story.StoryRanking.Interests;
import news.lede.story.StoryRanking.Purpose;
import news.lede.story.StoryRanking.Ranked;
import news.lede.story.StoryView;
import news.lede.story.StoryVotes.Tally;

/** Stories in the desk's own order, for whoever asks: one computation for the list that shows it and for the answer that explains it. */
final class Rankings {
    private final Newsroom newsroom;

    Rankings(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** The newest stories that a viewer may see, newest first. */
    List<StoryView> newest(Viewer viewer) {
        return newsroom.views().views(newsroom.stories().newest(viewer.sources(), Arguments.MAX_REACH), viewer);
    }

    /** What {@code /latest} shows of everything, whole. */
    List<Ranked> latest(Request request) {
        return latest(request, newest(request.viewer()));
    }

    /** Some stories as {@code /latest} orders them. */
    List<Ranked> latest(Request request, List<StoryView> stories) {
        return rank(request, stories, Purpose.LATEST);
    }

    /** Some stories as {@code /brief} orders them. */
    List<Ranked> briefing(Request request, List<StoryView> stories) {
        return rank(request, stories, Purpose.BRIEFING);
    }

    /** What a story weighs in {@code /latest} by itself. */
    StoryRanking.Weight weight(Request request, StoryView story) {
        return newsroom.ranking().weight(story, interests(request, List.of(story)), Purpose.LATEST, request.now());
    }

    private List<Ranked> rank(Request request, List<StoryView> stories, Purpose purpose) {
        return newsroom.ranking().rank(stories, interests(request, stories), purpose, request.now());
    }

    private Interests interests(Request request, List<StoryView> stories) {
        WorkspaceId workspace = request.asker().workspace().id();
        List<ArticleId> asked = new ArrayList<>();
        for (StoryView story : stories) {
            for (Article article : story.articles()) {
                asked.add(article.id());
            }
        }
        return new Cares(
                newsroom.ownTopics().of(workspace, TopicStories.language(request.texts())),
                newsroom.voices().votes().tallies(workspace, asked));
    }

    /** What the workspace defined, and what its members said of stories. */
    private record Cares(Interests topics, Map<ArticleId, Tally> tallies) implements Interests {
        @Override
        public List<String> of(StoryView story) {
            return topics.of(story);
        }

        @Override
        public Tally votes(StoryView story) {
            Tally sum = Tally.NONE;
            for (Article article : story.articles()) {
                Tally of = tallies.get(article.id());
                sum = of == null ? sum : sum.plus(of);
            }
            return sum;
        }
    }
}
