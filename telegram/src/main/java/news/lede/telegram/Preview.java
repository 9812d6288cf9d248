package news.lede.telegram;

import java.util.Optional;
import news.lede.story.StoryView;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;

/** The page shown below a message. A story's page is; lists and digests have none, since the first of many links says nothing of the others. */
record Preview(String url) {
    static Optional<Preview> of(StoryView story) {
        return StoryLines.address(story).map(Preview::new);
    }

    /** What to ask of the service; without a preview it would pick a link itself. */
    static LinkPreviewOptions options(Optional<Preview> preview) {
        LinkPreviewOptions options = new LinkPreviewOptions();
        if (preview.isEmpty()) {
            options.setIsDisabled(true);
        } else {
            options.setUrlField(preview.get().url());
            options.setPreferSmallMedia(true);
        }
        return options;
    }
}
