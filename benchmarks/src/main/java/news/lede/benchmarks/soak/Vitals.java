package news.lede.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds of its machine, as Linux tells it.
 *
 * @param residentKb memory that is in use, files that are mapped included
 * @param anonymousKb of it what is the process's own and cannot be read again from a file
 * @param files open files, sockets and pipes
 */
record Vitals(long residentKb, long anonymousKb, long threads, long files) {
    static Vitals of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Path memory = process.resolve("smaps_rollup");
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return new Vitals(
                    number(memory, "Rss:"),
                    number(memory, "Anonymous:"),
                    number(process.resolve("status"), "Threads:"),
                    files.count());
        }
    }

    private static long number(Path file, String name) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(name)) {
                return Long.parseLong(
                        line.substring(name.length()).replace("kB", "").strip());
            }
        }
        throw new IOException(file + " has no " + name);
    }
}
