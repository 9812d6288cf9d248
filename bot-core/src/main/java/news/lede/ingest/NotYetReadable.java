package news.lede.ingest;

/** Of an entry nothing is known but its address, and its page cannot be read now: it waits. */
final class NotYetReadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotYetReadable(String why) {
        // Nobody looks for where it was thrown.
        super(why, null, false, false);
    }
}
