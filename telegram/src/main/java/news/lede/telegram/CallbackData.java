package news.lede.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a button carries: the command itself behind the version of this form, so that it works after a restart and from any instance. 64 bytes are the
 * service's limit; a longer command does not fit and needs another kind of button.
 */
final class CallbackData {
    static final int MAX_BYTES = 64;
    private static final String VERSION = "1:";

    private CallbackData() {}

    static Optional<String> of(String command) {
        String data = VERSION + command;
        return data.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES ? Optional.of(data) : Optional.empty();
    }

    /** The command in it; empty for what we never wrote or no longer understand. */
    static Optional<String> command(String data) {
        return data.startsWith(VERSION + "/") ? Optional.of(data.substring(VERSION.length())) : Optional.empty();
    }
}
