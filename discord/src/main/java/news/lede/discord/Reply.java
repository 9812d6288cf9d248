package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What came of one request to Discord. */
sealed interface Reply {
    record Done(JsonNode body) implements Reply {}

    /** {@code code} is Discord's own number for the error, 0 when there is none. */
    record Refused(int status, int code, String message) implements Reply {
        String detail() {
            return status + (code == 0 ? "" : " " + code) + " " + message;
        }
    }

    /** {@code account}: holds for every request of ours; else for this route alone. */
    record TooMany(Duration after, boolean account, String detail) implements Reply {}

    /** Nothing of the request left this machine. */
    record NotSent(String detail) implements Reply {}

    /** Sent, and no answer came that says whether it was done. */
    record Lost(String detail) implements Reply {}
}
