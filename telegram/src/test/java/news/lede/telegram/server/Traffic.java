package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** One request and what was answered: {@code status} 0 when the connection was cut. {@code violation} is empty when the request kept the rules. */
public record Traffic(
        Instant at, Duration took, String method, JsonNode call, int status, String answer, String violation) {
    private static final int SHOWN = 400;

    /** One line for people who watch. */
    public String line() {
        return "%s  %-20s %3s %5d ms  %s%s"
                .formatted(
                        at,
                        method,
                        status == 0 ? "cut" : String.valueOf(status),
                        took.toMillis(),
                        shortened(call.toString()),
                        violation.isEmpty() ? "" : "  VIOLATION " + violation);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
