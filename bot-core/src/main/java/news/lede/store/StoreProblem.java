package news.lede.store;

import java.nio.file.Path;

/**
 * The store cannot do what it was asked. The message is for the operator: what happened, to what, what to do next. Whatever
 * the kind, nothing is half-written.
 */
public final class StoreProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** A file stands where the data folder should be, or on the way to it. */
        NOT_A_FOLDER,
        UNWRITABLE,
        /** Another process has the data folder to itself. */
        LOCKED,
        /** Another process wrote for longer than we wait. */
        BUSY,
        /** Written by a newer version of Lede. */
        NEWER,
        /** Not a database, not ours, or broken. */
        DAMAGED,
        DISK_FULL,
        /** The machine failed to read or write. */
        FAILED
    }

    private final Kind kind;
    private final String where;

    StoreProblem(Kind kind, Path path, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.where = path.toString();
    }

    StoreProblem(Kind kind, String where, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.where = where;
    }

    StoreProblem(Kind kind, Path path, String message) {
        super(message);
        this.kind = kind;
        this.where = path.toString();
    }

    public Kind kind() {
        return kind;
    }

    /** The file, folder or database that the message speaks of. */
    public String where() {
        return where;
    }
}
