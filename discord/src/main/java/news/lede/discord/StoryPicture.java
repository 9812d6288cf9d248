package news.lede.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.MessageEmbed;
import news.lede.answer.StoryItem;
import news.lede.article.Pictures;

/** Takes the picture of a story from what its asker may see, with its headline for those who cannot see it. */
final class StoryPicture {
    private static final int WORDS = 300;
    private static final String BLANK = "…";

    private StoryPicture() {}

    /** None that Discord would not take: of a message that is refused nobody has anything. */
    static Optional<Page.Picture> of(StoryItem item) {
        String words = MarkdownWriter.unmarked(item.view().title(), WORDS);
        return item.view()
                .picture()
                .filter(Pictures::isShown)
                .map(picture -> picture.toASCIIString())
                .filter(address -> address.length() <= MessageEmbed.URL_MAX_LENGTH)
                .map(address -> new Page.Picture(address, words.isEmpty() ? BLANK : words));
    }
}
