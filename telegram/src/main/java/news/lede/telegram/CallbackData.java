package news.lede.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a button carries: the command itself behind the version of this form, so that it works after a restart and from any instance. 64 bytes are the
 * service's limit; what is longer stands in its {@link ShortForm}, and what does not fit even so needs another kind of button.
 */
final class CallbackData {
    static final int MAX_BYTES = 64;
    private static final String VERSION = "1:";

    private CallbackData() {}

    static Optional<String> of(String command) {
        return fitting(VERSION + command).or(() -> fitting(VERSION + ShortForm.of(command)));
    }

    private static Optional<String> fitting(String data) {
        return data.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES ? Optional.of(data) : Optional.empty();
    }

    /** The command in it; empty for what we never wrote or no longer understand. */
    static Optional<String> command(String data) {
        return data.startsWith(VERSION) ? written(data.substring(VERSION.length())) : Optional.empty();
    }

    private static Optional<String> written(String command) {
        return command.startsWith("/") ? Optional.of(command) : ShortForm.command(command);
    }
}
