package news.lede.benchmarks.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** How much processor time processes have used, as Linux tells it. */
public final class ProcessorTime {
    /** A tick of Linux, on all machines where Java runs. */
    private static final Duration TICK = Duration.ofMillis(10);
    /** Where the numbers begin behind the name of the program: the time that a process used itself, for itself and within the system, then that of its children that ended. */
    private static final int USED = 11;

    private static final int USED_BY_ENDED = 13;

    private ProcessorTime() {}

    /** Of one process, so far; nothing when it has ended. */
    public static Duration of(long pid) {
        return used(pid, USED);
    }

    /** Of this process. */
    public static Duration own() {
        return of(ProcessHandle.current().pid());
    }

    /** Of all that this process began and that has ended. */
    public static Duration ofEnded() {
        return used(ProcessHandle.current().pid(), USED_BY_ENDED);
    }

    /** Of a PostgreSQL server, with the processes that it has, and had, for its clients. */
    public static Duration ofPostgres(Path data) throws IOException {
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(server).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> of(process.pid()))
                .reduce(used(server, USED_BY_ENDED), Duration::plus);
    }

    private static Duration used(long pid, int first) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] numbers = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return TICK.multipliedBy(Long.parseLong(numbers[first]) + Long.parseLong(numbers[first + 1]));
        } catch (IOException e) {
            // It has ended.
            return Duration.ZERO;
        }
    }
}
