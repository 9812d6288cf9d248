package news.lede.story;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.article.Articles;
import news.lede.community.Viewer;

/** Restricts stories to what somebody may see. Cached by story, revision and visible articles. Thread-safe. */
public final class StoryViews {
    public StoryViews(Stories stories, Articles articles) {
        throw new UnsupportedOperationException();
    }

    /** The story as {@code viewer} sees it; empty when it does not exist or nothing of it is visible: the two must look alike. */
    public Optional<StoryView> view(StoryId story, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** Those that are visible, in the order given, each story once (a merged one under its survivor). */
    public List<StoryView> views(Collection<StoryId> stories, Viewer viewer) {
        throw new UnsupportedOperationException();
    }
}
