package news.lede.app;

import java.io.PrintStream;

/** One line of progress that is drawn over, on standard error, and only for a person who sits there. */
final class ProgressLine implements AutoCloseable {
    private static final int WIDTH = 30;
    /** Back to the first column, then clear to the end of the line. */
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean shown;
    private boolean drawn;
    private int percent = -1;

    ProgressLine(Streams streams) {
        this.err = streams.err();
        this.shown = streams.terminal();
    }

    /** {@code done} of {@code of}; drawn only when it would look different. */
    void show(String doing, int done, int of) {
        if (!shown || of < 2) {
            return;
        }
        int full = (int) ((long) WIDTH * done / of);
        int percentNow = (int) (100L * done / of);
        if (drawn && percentNow == percent) {
            return;
        }
        percent = percentNow;
        err.print(CLEAR + doing + " [" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + of);
        err.flush();
        drawn = true;
    }

    /** Says something that stays, above the line. */
    void say(String line) {
        clear();
        err.println("lede: " + line);
    }

    void clear() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
