package news.lede.web.health;

/** A part of the running program. {@code detail} is empty unless something is wrong, and then says what, without secrets. */
public record Part(String name, State state, String detail) {
    /** How a part is doing. */
    public enum State {
        /** Does its work. */
        READY,
        /** On the way, or in trouble and trying again. */
        WAITING,
        /** Will not work until somebody mends it; the other parts go on. */
        FAILED
    }
}
