package news.lede.discord;

import java.util.Optional;
import news.lede.answer.StoryItem;

/** Finds the picture of a story. */
final class Pictures {
    private Pictures() {}

    static Optional<Page.Picture> of(StoryItem item) {
        return Optional.empty();
    }
}
