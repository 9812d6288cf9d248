package news.lede.community;

/** Whether we may write to somebody in private. */
public sealed interface PrivateChat {
    /** {@code asker}: who asks, as they would ask there. */
    record Open(Asker asker) implements PrivateChat {}

    /** The platform lets us write there only once they have written to us. */
    record Unopened() implements PrivateChat {}

    /** The platform does not say who it is, or has no such chat. */
    record None() implements PrivateChat {}
}
