package news.lede.telegram.server;

import java.util.Optional;

/**
 * A button under a message: it calls back with data, opens a link, copies a text, or takes {@code shares} into another chat behind the bot's name. {@code style} is its
 * colour, empty for the app's own.
 */
public record Button(
        String label,
        Optional<String> data,
        Optional<String> url,
        Optional<String> copies,
        Optional<String> shares,
        String style) {}
