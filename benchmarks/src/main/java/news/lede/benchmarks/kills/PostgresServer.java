package news.lede.benchmarks.kills;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server from the system's packages, as durable as it is delivered, in a folder of its own. Not thread-safe. */
final class PostgresServer implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;

    /** Makes a server below {@code folder}, and starts it. */
    PostgresServer(Path folder) throws IOException, InterruptedException {
        this.programs = programs();
        this.data = folder.resolve("postgres");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        Files.createDirectories(data);
        if (isRoot()) {
            // The server refuses to run as root.
            run(List.of("chown", "postgres", data.toString()));
            run(List.of("chmod", "a+x", folder.toString()));
        }
        program("initdb", "-D", data.toString(), "-A", "trust", "-U", "lede", "--locale=C.UTF-8", "-E", "UTF8");
        start();
        program("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "lede", "lede");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/lede?user=lede";
    }

    void start() throws IOException, InterruptedException {
        program(
                "pg_ctl",
                "-w",
                "-D",
                data.toString(),
                "-l",
                data.resolve("log").toString(),
                "-o",
                "-p " + port + " -h 127.0.0.1 -k '' -c max_connections=60",
                "start");
    }

    /** Ends it as an operator would, without waiting for its clients. */
    void stop() throws IOException, InterruptedException {
        program("pg_ctl", "-w", "-D", data.toString(), "-m", "fast", "stop");
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException("no PostgreSQL below " + VERSIONS));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
