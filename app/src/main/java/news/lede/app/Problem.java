package news.lede.app;

import java.util.List;

/** A reason to stop that a person can do something about. Its lines are shown as they are; there is nothing to trace. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final transient List<String> lines;

    Problem(int exitCode, List<String> lines) {
        super(String.join("\n", lines), null, false, false);
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    int exitCode() {
        return exitCode;
    }

    List<String> lines() {
        return lines;
    }
}
