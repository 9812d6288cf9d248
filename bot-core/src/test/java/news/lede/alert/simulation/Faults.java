package news.lede.alert.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What goes wrong, drawn from one seed; and a record of everything that happened. */
final class Faults {
    private static final int KEPT = 4_000;

    private final SimTime time;
    private final Random random;
    private final List<Note> trace = new ArrayList<>();
    private boolean calm;
    private int stepsToDeath = Integer.MAX_VALUE;

    /** Put into words when somebody wants to read it. */
    private record Note(Instant at, String what, List<Object> values) {}

    Faults(SimTime time, Random random) {
        this.time = time;
        this.random = random;
    }

    /** True once in {@code times} on average, never when all is calm. */
    boolean once(int times) {
        return !calm && random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Nothing goes wrong any more. */
    void calm() {
        calm = true;
        stepsToDeath = Integer.MAX_VALUE;
    }

    boolean isCalm() {
        return calm;
    }

    /** The process dies after so many more steps. */
    void dieAfter(int steps) {
        stepsToDeath = steps;
    }

    void live() {
        stepsToDeath = Integer.MAX_VALUE;
    }

    /** A step of the process, which may be its last. */
    void step(String where) {
        if (--stepsToDeath <= 0 && !calm) {
            stepsToDeath = Integer.MAX_VALUE;
            note("DEATH at %s", where);
            throw new Death(where);
        }
    }

    void note(String what, Object... values) {
        if (trace.size() < KEPT) {
            trace.add(new Note(time.truly(), what, List.of(values)));
        }
    }

    String trace() {
        return trace.stream()
                .map(note -> note.at + " " + String.format(note.what, note.values.toArray()))
                .collect(Collectors.joining("\n"));
    }
}
