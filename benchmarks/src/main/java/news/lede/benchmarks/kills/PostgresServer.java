package news.lede.benchmarks.kills;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server from the system's packages, as durable as it is delivered, in a folder of its own. Not thread-safe. */
public final class PostgresServer implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    /** Says whether a commit waits for the standby; read by {@code postgresql.conf}. */
    private static final String REPLICATION = "replication.conf";

    private final Path programs;
    private final Path data;
    private final int port;

    /** Makes a server below {@code folder}, and starts it. */
    public PostgresServer(Path folder) throws IOException, InterruptedException {
        this(folder, "postgres");
        program("initdb", "-D", data.toString(), "-A", "trust", "-U", "lede", "--locale=C.UTF-8", "-E", "UTF8");
        Files.writeString(
                data.resolve("postgresql.conf"),
                "include_if_exists = '" + REPLICATION + "'\n",
                StandardOpenOption.APPEND);
        start();
        program("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "lede", "lede");
    }

    private PostgresServer(Path folder, String name) throws IOException, InterruptedException {
        this.programs = programs();
        this.data = folder.resolve(name);
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        makeFolder();
        if (isRoot()) {
            run(List.of("chmod", "a+x", folder.toString()));
        }
    }

    /** Makes a standby of {@code primary} below {@code folder}, and starts it; it follows when this returns. */
    static PostgresServer standbyOf(PostgresServer primary, Path folder) throws IOException, InterruptedException {
        PostgresServer standby = new PostgresServer(folder, "standby");
        standby.follow(primary);
        return standby;
    }

    /** The server refuses to run as root, and in a folder that others may read. */
    private void makeFolder() throws IOException, InterruptedException {
        Files.createDirectories(data);
        if (isRoot()) {
            run(List.of("chown", "postgres", data.toString()));
        }
        run(List.of("chmod", "700", data.toString()));
    }

    /** Becomes a standby of {@code primary}, whatever it was before; must not run. */
    void follow(PostgresServer primary) throws IOException, InterruptedException {
        run(List.of("rm", "-rf", data.toString()));
        makeFolder();
        program(
                "pg_basebackup",
                "-D",
                data.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(primary.port),
                "-U",
                "lede",
                "-R",
                "-X",
                "stream",
                "-c",
                "fast");
        // Its own, for when it is the first.
        Files.deleteIfExists(data.resolve(REPLICATION));
        start();
    }

    /** Whether each commit waits until a standby has it. */
    void waitForStandby(boolean wait) throws IOException, InterruptedException {
        Files.writeString(data.resolve(REPLICATION), "synchronous_standby_names = '" + (wait ? "*" : "") + "'\n");
        program("pg_ctl", "-D", data.toString(), "reload");
    }

    /** Starts it so that no commit waits for a standby. */
    void startAlone() throws IOException, InterruptedException {
        Files.deleteIfExists(data.resolve(REPLICATION));
        start();
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    public String url() {
        return url(host());
    }

    static String url(String hosts) {
        return "jdbc:postgresql://" + hosts + "/lede?user=lede";
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
                "-p " + port + " -h 127.0.0.1 -k '' -c max_connections=90",
                "start");
    }

    /** Ends it as an operator would, without waiting for its clients. */
    void stop() throws IOException, InterruptedException {
        program("pg_ctl", "-w", "-D", data.toString(), "-m", "fast", "stop");
    }

    /** Ends all of its processes by SIGKILL, as a machine does whose power fails. */
    void kill() throws IOException {
        long first = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow(() -> new IOException("it does not run"));
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
    }

    /** From now on this standby takes changes. */
    void promote() throws IOException, InterruptedException {
        program("pg_ctl", "-w", "-D", data.toString(), "promote");
    }

    /** The answer to a query of one row and one column. */
    String ask(String sql) throws IOException, InterruptedException {
        List<String> command = command(
                "psql", "-At", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "lede", "-d", "lede", "-c", sql);
        Process asked = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (asked.waitFor() != 0) {
            throw new IOException("psql failed: " + sql);
        }
        return answer;
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
        run(command(name, arguments));
    }

    private List<String> command(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
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
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            return;
        }
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
