package news.lede.command;

import java.util.List;
import news.lede.community.Viewer;
import news.lede.story.StoryRanking;
import news.lede.story.StoryRanking.Interests;
import news.lede.story.StoryRanking.Purpose;
import news.lede.story.StoryRanking.Ranked;
import news.lede.story.StoryView;

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
        return newsroom.ranking().weight(story, interests(request), Purpose.LATEST, request.now());
    }

    private List<Ranked> rank(Request request, List<StoryView> stories, Purpose purpose) {
        return newsroom.ranking().rank(stories, interests(request), purpose, request.now());
    }

    private Interests interests(Request request) {
        return newsroom.ownTopics().of(request.asker().workspace().id(), TopicStories.language(request.texts()));
    }
}
