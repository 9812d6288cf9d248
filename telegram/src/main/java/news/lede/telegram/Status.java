package news.lede.telegram;

/** How the adapter is doing; {@code detail} says in English what is wrong and what to do, for operators, empty when nothing is. */
public record Status(State state, String detail) {
    /** The states an adapter goes through; only a wrong token and a stop are final. */
    public enum State {
        STARTING,
        READY,
        /** Cannot hear or speak at present and keeps trying. */
        TROUBLED,
        /** Cannot work until somebody mends it. */
        FAILED,
        STOPPED
    }

    /** Whether people are answered. */
    public boolean isReady() {
        return state == State.READY;
    }
}
