package news.lede.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import news.lede.community.Viewer;
import news.lede.story.StoryView;

/** A viewer's newest stories, remembered for half a minute: completion asks at every key pressed. Thread-safe. */
final class RecentStories {
    private static final int REMEMBERED = 200;
    private static final int VIEWERS = 500;
    private static final Duration FOR = Duration.ofSeconds(30);

    private final Newsroom newsroom;
    private final Cache<Viewer, List<StoryView>> stories;

    RecentStories(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.stories = Caffeine.newBuilder()
                .maximumSize(VIEWERS)
                .expireAfterWrite(FOR)
                .ticker(() -> Duration.ofMillis(newsroom.clock().millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    /** Newest first. */
    List<StoryView> of(Viewer viewer) {
        return stories.get(viewer, this::load);
    }

    private List<StoryView> load(Viewer viewer) {
        return newsroom.views().views(newsroom.stories().newest(viewer.sources(), REMEMBERED), viewer);
    }
}
