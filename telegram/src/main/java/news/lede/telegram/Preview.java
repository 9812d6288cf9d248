package news.lede.telegram;

import java.util.Optional;
import news.lede.story.StoryView;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;

/**
 * The page shown below a message; {@code large} with a picture across the message. A story's page is shown; lists and digests have none, since the first of many links says
 * nothing of the others.
 */
record Preview(String url, boolean large) {
    /** Large where the publisher gives the article a picture; without one the service would blow up a logo. */
    static Optional<Preview> of(StoryView story) {
        return StoryLines.page(story)
                .flatMap(article -> StoryLines.usable(article.url())
                        .map(url -> new Preview(url, article.image().isPresent())));
    }

    /** What to ask of the service; without a preview it would pick a link itself. */
    static LinkPreviewOptions options(Optional<Preview> preview) {
        LinkPreviewOptions options = new LinkPreviewOptions();
        if (preview.isEmpty()) {
            options.setIsDisabled(true);
        } else {
            options.setUrlField(preview.get().url());
            if (preview.get().large()) {
                options.setPreferLargeMedia(true);
            } else {
                options.setPreferSmallMedia(true);
            }
        }
        return options;
    }
}
