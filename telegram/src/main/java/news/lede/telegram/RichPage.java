package news.lede.telegram;

import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;

/** A rich message as it goes out. {@code rightToLeft}: what it tells is written so. */
record RichPage(String html, boolean rightToLeft) {
    /** Characters the service takes, with some room for how it counts them. */
    private static final int MAX_LENGTH = 30_000;
    /** Blocks it takes are 500; a phone has enough of fewer. */
    private static final int MAX_BLOCKS = 400;

    /** Empty when it would be beyond a limit: then plain messages say it. */
    static Optional<RichPage> of(List<Rich> blocks, boolean rightToLeft) {
        if (blocks.stream().mapToInt(Rich::length).sum() > MAX_LENGTH
                || blocks.stream().mapToInt(Rich::blocks).sum() > MAX_BLOCKS) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder();
        blocks.forEach(block -> block.write(html));
        return html.isEmpty() ? Optional.empty() : Optional.of(new RichPage(html.toString(), rightToLeft));
    }

    /** News text makes no mentions, commands or tags in it: none are looked for. */
    InputRichMessage message() {
        InputRichMessage message = new InputRichMessage();
        message.setHtml(html);
        message.setIsRtl(rightToLeft ? Boolean.TRUE : null);
        message.setSkipEntityDetection(true);
        return message;
    }
}
