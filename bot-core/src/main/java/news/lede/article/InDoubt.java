package news.lede.article;

/** A change was handed to the store, whose answer did not come, and which could not be asked since: it may have been kept or not. Whoever gets this looks what is there before trying again. */
public final class InDoubt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InDoubt(String message, Throwable cause) {
        super(message, cause);
    }
}
