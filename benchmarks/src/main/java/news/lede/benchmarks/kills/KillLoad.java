package news.lede.benchmarks.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Faults;
import news.lede.discord.server.Room;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.TelegramServer;

/**
 * Kills a process that sends to many conversations, in the midst of it, and starts it again, some of the times when the servers' clock has gone on by ten minutes; meanwhile some answers are lost. At the end of each round
 * everything must have arrived: on Discord once, on Telegram a second time at most for attempts whose answer was lost. Arguments: conversations of each platform, kills, seed. Exits with 1 if a promise was broken.
 */
public final class KillLoad {
    /** Alerts whose answer was lost are sent again after half a minute. */
    private static final Duration UNTIL_SENT_AGAIN = Duration.ofSeconds(40);

    private static final Duration JUMP = Duration.ofMinutes(10);
    private static final double LOST = 0.01;
    private static final int KILLS_A_ROUND = 5;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());
    private final Random random;
    private final Path folder;
    private final DiscordServer discord;
    private final TelegramServer telegram;
    private final List<Room> rooms;
    private final List<Chat> chats;
    private final Tally tally;
    private int kills;
    private int jumps;

    private KillLoad(int conversations, long seed) throws IOException {
        this.random = new Random(seed);
        this.folder = Files.createTempDirectory("lede-kills");
        this.discord = DiscordServer.start(0, 0, "local.discord.token", clock);
        this.telegram = TelegramServer.start(clock);
        this.rooms = discord.addChannels(conversations);
        this.chats = Stream.generate(() -> telegram.privateChat(telegram.person("Reader", "en")))
                .limit(conversations)
                .toList();
        telegram.budgets().enforce();
        discord.faults().sometimes(LOST, seed, "POST /channels", new Faults.Fault.CutAfter());
        discord.faults().sometimes(LOST, seed + 1, "POST /channels", new Faults.Fault.Cut());
        discord.faults().sometimes(LOST, seed + 2, "POST /channels", new Faults.Fault.Status(502));
        telegram.faults().sometimes(LOST, seed + 3, "sendMessage", new Fault.DropAfter());
        telegram.faults().sometimes(LOST, seed + 4, "sendMessage", new Fault.DropBefore());
        this.tally = new Tally(discord, telegram, rooms, chats);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int conversations = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        int kills = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        KillLoad load = new KillLoad(conversations, seed);
        boolean kept = load.run(kills);
        System.exit(kept ? 0 : 1);
    }

    private boolean run(int wanted) throws IOException, InterruptedException {
        System.out.println(
                "round  kills  jumps  arrived  lost  doubled Discord  doubled Telegram  of those by lost answers  refused 429  seconds");
        boolean kept = true;
        for (int round = 1; kills < wanted; round++) {
            Instant began = Instant.now();
            Process victim = start(round);
            for (int i = 0; i < KILLS_A_ROUND && kills < wanted; i++) {
                int before = tally.arrived(round);
                // Only what is under way can be broken.
                awaitMore(round, before, victim);
                Thread.sleep(random.nextInt(2500));
                if (tally.arrived(round) == 2 * rooms.size()) {
                    break;
                }
                kill(victim);
                kills++;
                if (random.nextInt(3) == 0) {
                    ahead.updateAndGet(JUMP::plus);
                    jumps++;
                }
                victim = start(round);
            }
            awaitAll(round, victim);
            // What arrives twice does so within the time after which lost answers are tried again.
            Thread.sleep(UNTIL_SENT_AGAIN);
            kill(victim);
            Tally.Round outcome = tally.of(round);
            kept &= outcome.kept();
            System.out.printf(
                    "%5d %6d %6d %8d %5d %16d %17d %25d %12s %8d%n",
                    round,
                    kills,
                    jumps,
                    outcome.arrived(),
                    outcome.lost(),
                    outcome.doubledOnDiscord(),
                    outcome.doubledOnTelegram(),
                    outcome.excused(),
                    tally.refused(),
                    Duration.between(began, Instant.now()).toSeconds());
        }
        discord.close();
        telegram.close();
        delete();
        System.out.println(kept ? "kept" : "BROKEN");
        return kept;
    }

    private Process start(int round) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.resolve("data").toString(),
                discord.restUrl(),
                discord.token(),
                telegram.baseUrl(),
                TelegramServer.TOKEN,
                chats.stream().map(c -> Long.toString(c.id())).collect(Collectors.joining(",")),
                rooms.stream().map(Room::id).collect(Collectors.joining(",")));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors").toFile()))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        process.getOutputStream().write((round + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return process;
    }

    private void kill(Process victim) throws InterruptedException {
        tally.killed(clock.instant());
        victim.destroyForcibly();
        victim.waitFor();
    }

    private void awaitMore(int round, int before, Process victim) throws InterruptedException {
        await(() -> tally.arrived(round) > before || tally.arrived(round) == 2 * rooms.size(), victim);
    }

    private void awaitAll(int round, Process victim) throws InterruptedException {
        await(() -> tally.arrived(round) == 2 * rooms.size(), victim);
    }

    private interface Condition {
        boolean isMet();
    }

    private void await(Condition condition, Process victim) throws InterruptedException {
        long end = System.nanoTime() + Victim.LONGEST_ROUND.toNanos();
        while (!condition.isMet() && System.nanoTime() < end) {
            if (victim.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the process ended by itself; see " + folder.resolve("errors"));
            }
        }
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : new ArrayList<>(all.toList()).reversed()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
