package news.lede.topic;

import java.util.List;

/** Turns short texts into vectors whose inner product says how alike their meaning is. */
public interface Embedder {
    /** Whether there is one: without, topics are matched by words alone. */
    boolean enabled();

    /** Names model and text preparation; vectors of different names must not be compared. */
    String model();

    /**
     * One vector of unit length for each text, in order; only the beginning of a long text counts. Thread-safe. The first call loads the model (seconds).
     *
     * @throws IllegalStateException if not {@link #enabled}
     */
    List<float[]> embed(List<String> texts);
}
