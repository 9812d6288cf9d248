package news.lede.article;

/** A fake whose state can be put back, so that {@link InMemoryTransactor} can undo what failed. */
public interface Restorable {
    /** Remembers the present state; running the result brings it back. */
    Runnable snapshot();
}
