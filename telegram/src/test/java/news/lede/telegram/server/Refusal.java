package news.lede.telegram.server;

import java.util.OptionalInt;

/** The service says no: {@code code} and {@code description} as in its answer. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final boolean violation;
    private final int retryAfter;

    private Refusal(int code, String description, boolean violation, int retryAfter) {
        super(description, null, false, false);
        this.code = code;
        this.violation = violation;
        this.retryAfter = retryAfter;
    }

    /** The request broke a rule: a fault of the bot. */
    static Refusal ofBadRequest(String description) {
        return new Refusal(400, "Bad Request: " + description, true, -1);
    }

    /** Nothing wrong with the request, only with the world: blocked, kicked, closed. */
    static Refusal ofState(int code, String description) {
        return new Refusal(code, description, false, -1);
    }

    static Refusal ofFlood(int seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, false, seconds);
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    boolean isViolation() {
        return violation;
    }

    OptionalInt retryAfter() {
        return retryAfter < 0 ? OptionalInt.empty() : OptionalInt.of(retryAfter);
    }
}
