package news.lede.benchmarks.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import news.lede.discord.server.DiscordServer;
import news.lede.telegram.server.TelegramServer;

/** The bot as it is run, in a process of its own, with local platforms and a local feed. Not thread-safe. */
public final class LocalBot implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final List<String> command;
    private final Path folder;
    private Process process;

    /**
     * Starts it.
     *
     * @param bot the command that runs it, for example {@code ./lede}
     * @param folder its data lie in {@code data} there, what it says in {@code log}
     */
    public LocalBot(List<String> bot, Path folder, DiscordServer discord, TelegramServer telegram, LocalFeed feed)
            throws IOException {
        this(
                bot,
                folder,
                discord,
                telegram,
                List.of("fetch.allow-addresses=" + feed.allowed(), "source.min-interval=1s", "web.port=-1"));
    }

    /** The same with other settings than those for a single feed. */
    public LocalBot(
            List<String> bot, Path folder, DiscordServer discord, TelegramServer telegram, List<String> settings)
            throws IOException {
        this.folder = folder;
        this.command = new ArrayList<>(bot);
        command.addAll(List.of("run", "--data", data(folder).toString()));
        List<String> all = new ArrayList<>(List.of(
                "discord.token=" + discord.token(),
                "discord.api-base-url=" + discord.restUrl(),
                "discord.gateway-url=" + discord.gatewayUrl(),
                "telegram.token=" + TelegramServer.TOKEN,
                "telegram.api-base-url=" + telegram.baseUrl()));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("--set", setting)));
        this.process = launch();
    }

    /** Where its data are, in {@code folder}. */
    public static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** What it said. */
    public Path log() {
        return folder.resolve("log");
    }

    /** The process that runs now. */
    public long pid() {
        return process.pid();
    }

    /** Pauses it by SIGSTOP, which it does not notice. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Has it go on after {@link #pause}. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -" + name + " ended with " + code);
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Starts it again after {@link #kill} or {@link #close}. */
    public void start() throws IOException {
        process = launch();
    }

    /** Ends it by SIGKILL; dead when this returns. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Waits for something to become so; false when it took longer. */
    public boolean await(BooleanSupplier condition, Duration patience) throws InterruptedException {
        return await(condition, patience, BETWEEN_LOOKS);
    }

    /** The same, for what costs something to look at. */
    public boolean await(BooleanSupplier condition, Duration patience, Duration betweenLooks)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the bot ended by itself; see " + log());
            }
            Thread.sleep(betweenLooks);
        }
        return true;
    }

    /** Asks it to stop, and waits for that unless interrupted. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
