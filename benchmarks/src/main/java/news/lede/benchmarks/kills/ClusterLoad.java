package news.lede.benchmarks.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import news.lede.benchmarks.local.InventedStory;
import news.lede.benchmarks.local.LocalBot;
import news.lede.benchmarks.local.LocalFeed;
import news.lede.benchmarks.local.ProcessorTime;
import news.lede.benchmarks.local.Subscribers;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Room;
import news.lede.store.PostgresStore;
import news.lede.store.Store;
import news.lede.subscription.Budget;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.TelegramServer;

/**
 * Three processes of the bot on one PostgreSQL that tell stories and answer people, while again and again one of them, or the server, is struck. At the end each story must stand everywhere: on Discord once,
 * on Telegram a second time at most for attempts whose answer was lost; and the source was asked by one process at a time, never before its floor.
 */
public final class ClusterLoad implements AutoCloseable {
    private static final int PROCESSES = 3;
    private static final List<String> LEASES = List.of("telegram", "news", "discord");
    /** Connections that Discord advises; what is told stands on the first, people ask on all. */
    private static final int SHARDS = Integer.getInteger("shards", 1);

    private static final Duration FLOOR = Duration.ofSeconds(1);
    private static final Duration BETWEEN_STRIKES = Duration.ofSeconds(20);
    private static final Duration DEAD_FOR = Duration.ofSeconds(3);
    private static final Duration PAUSED_FOR = Duration.ofSeconds(60);
    private static final Duration DOWN_FOR = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Alerts whose answer was lost are sent again after half a minute. */
    private static final Duration UNTIL_SENT_AGAIN = Duration.ofSeconds(40);

    private static final int REQUESTS = 1_000;
    private static final Duration UNTIL_READ = Duration.ofSeconds(5);

    /** What befalls the processes. */
    enum Strike {
        /** One of them is killed, and started again a moment later. */
        KILL,
        /** One of them is paused for a minute. */
        PAUSE,
        /** The server is stopped for half a minute. */
        RESTART,
        /** The server is killed and its standby takes over; later the former comes back uncalled. */
        PROMOTE,
        NOTHING
    }

    private final Random random;
    private final Path folder = Files.createTempDirectory("lede-cluster");
    private final Optional<PostgresServer> server;
    private final Optional<PostgresPair> pair;
    private final String database;
    private final DiscordServer discord = DiscordServer.start();
    private final TelegramServer telegram = TelegramServer.start(InstantSource.system());
    private final LocalFeed feed = new LocalFeed();
    private final List<Room> rooms;
    private final List<Chat> chats;
    private final Attempts attempts;
    private final Store store;
    private final Takeovers takeovers;
    private final List<LocalBot> bots = new ArrayList<>();
    private final List<InventedStory> told = new ArrayList<>();
    private final Strikes felt = new Strikes();
    private int strikes;
    private int writtenToTheFormer;

    private ClusterLoad(Strike strike, int conversations, long seed) throws IOException, InterruptedException {
        this.random = new Random(seed);
        discord.shards(SHARDS, 1);
        this.pair = strike == Strike.PROMOTE ? Optional.of(new PostgresPair(folder)) : Optional.empty();
        this.server = pair.isPresent() ? Optional.empty() : Optional.of(new PostgresServer(folder));
        this.database = pair.map(PostgresPair::url)
                .or(() -> server.map(PostgresServer::url))
                .orElseThrow();
        this.rooms = discord.addChannels(conversations);
        this.chats = Stream.generate(() -> telegram.privateChat(telegram.person("Reader", "en")))
                .limit(conversations)
                .toList();
        telegram.budgets().enforce();
        telegram.remember(REQUESTS);
        this.attempts = new Attempts(telegram);
        this.store = PostgresStore.open(database, "", "", Store.Mode.BESIDE);
        this.takeovers = new Takeovers(store);
        Subscribers.read(store, feed);
        Subscribers.add(store, chats, rooms, OptionalInt.of(Budget.MOST));
    }

    /**
     * Arguments: what befalls them (kill, pause, restart, promote, nothing), seconds, conversations of each platform, seconds between two stories, questions a second on Discord and on Telegram, seed, and the command
     * that runs the bot. Exits with 1 if a promise was broken.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean kept;
        Strike strike = Strike.valueOf(args[0].toUpperCase(java.util.Locale.ROOT));
        try (ClusterLoad load = new ClusterLoad(strike, Integer.parseInt(args[2]), Long.parseLong(args[6]))) {
            kept = load.run(
                    strike,
                    Duration.ofSeconds(Long.parseLong(args[1])),
                    Duration.ofMillis((long) (1000 * Double.parseDouble(args[3]))),
                    Double.parseDouble(args[4]),
                    Double.parseDouble(args[5]),
                    List.of(args).subList(7, args.length));
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean run(
            Strike strike,
            Duration time,
            Duration betweenStories,
            double onDiscord,
            double onTelegram,
            List<String> command)
            throws IOException, InterruptedException {
        for (int i = 0; i < PROCESSES; i++) {
            Path own = Files.createDirectories(folder.resolve("process-" + i));
            bots.add(new LocalBot(
                    command,
                    own,
                    discord,
                    telegram,
                    List.of(
                            "store.url=" + database,
                            "fetch.allow-addresses=" + feed.allowed(),
                            "source.min-interval=" + FLOOR.toSeconds() + "s",
                            "web.port=-1")));
        }
        begin();
        Used before = used();
        long began = System.nanoTime();
        try (Questions discordPeople = new Questions("discord", new DiscordPeople(discord, SHARDS), felt);
                Questions telegramPeople = new Questions("telegram", new TelegramPeople(telegram), felt)) {
            discordPeople.begin(onDiscord);
            telegramPeople.begin(onTelegram);
            long end = System.nanoTime() + time.toNanos();
            Thread publishing = Thread.ofVirtual().start(() -> publish(end, betweenStories));
            while (System.nanoTime() < end) {
                Thread.sleep(strike == Strike.KILL ? BETWEEN_STRIKES.minus(DEAD_FOR) : BETWEEN_STRIKES);
                strike(strike);
            }
            publishing.join();
            System.out.println(used().since(before, Duration.ofNanos(System.nanoTime() - began)));
            discordPeople.stop();
            telegramPeople.stop();
            discordPeople.end();
            telegramPeople.end();
            await(() -> Reckoning.isComplete(stories(), rooms, chats));
            Thread.sleep(UNTIL_SENT_AGAIN);
            System.out.printf("%n%s%n%s%n%s%n%n", Questions.head(), discordPeople.row(), telegramPeople.row());
        }
        takeovers.lines().forEach(System.out::println);
        return tell(time);
    }

    /** Processor time, by who used it. */
    private record Used(Duration driver, Duration server, Duration bots) {
        String since(Used before, Duration time) {
            // A server that was stopped meanwhile counts from nothing again.
            boolean sameServer = server.compareTo(before.server) >= 0;
            return "processor time in %.0f s: driver %.1f s, PostgreSQL %.1f s%s, bots %.1f s"
                    .formatted(
                            time.toMillis() / 1e3,
                            driver.minus(before.driver).toMillis() / 1e3,
                            (sameServer ? server.minus(before.server) : server).toMillis() / 1e3,
                            sameServer ? "" : " since it was started again",
                            bots.minus(before.bots).toMillis() / 1e3);
        }
    }

    private Used used() throws IOException {
        return new Used(
                ProcessorTime.own(),
                ProcessorTime.ofPostgres(folder.resolve("postgres")),
                bots.stream().map(bot -> ProcessorTime.of(bot.pid())).reduce(ProcessorTime.ofEnded(), Duration::plus));
    }

    /** What a source carries when it is read first is no news. */
    private void begin() throws InterruptedException {
        feed.publish(InventedStory.of(0, random));
        await(() -> feed.polled(0).isPresent());
        discord.awaitSessions(1, LONGEST);
        discord.awaitBot(LONGEST);
        Thread.sleep(UNTIL_READ);
        System.out.println("began " + Instant.now() + " in " + folder);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(LOOK);
        }
    }

    private void publish(long end, Duration between) {
        try {
            while (System.nanoTime() < end) {
                synchronized (told) {
                    InventedStory story = InventedStory.of(told.size() + 1, random);
                    told.add(story);
                    feed.publish(story);
                }
                Thread.sleep(between);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(Strike strike) throws IOException, InterruptedException {
        switch (strike) {
            case KILL -> {
                LocalBot victim = victim();
                struck(victim);
                victim.kill();
                Thread.sleep(DEAD_FOR);
                victim.start();
            }
            case PAUSE -> {
                LocalBot victim = victim();
                struck(victim);
                victim.pause();
                Thread.sleep(PAUSED_FOR);
                victim.goOn();
                System.out.println("goes on " + victim.pid());
            }
            case RESTART -> {
                attempts.killed();
                felt.now(LEASES);
                server.orElseThrow().stop();
                Thread.sleep(DOWN_FOR);
                server.orElseThrow().start();
                strikes++;
            }
            case PROMOTE -> {
                attempts.killed();
                felt.now(LEASES);
                System.out.println("kills the server");
                writtenToTheFormer += pair.orElseThrow().promote() ? 0 : 1;
                strikes++;
            }
            case NOTHING -> {}
        }
    }

    private void struck(LocalBot victim) {
        System.out.println("strikes " + victim.pid() + " which has " + takeovers.of(victim.pid()));
        felt.now(takeovers.of(victim.pid()));
        strikes++;
        attempts.killed();
        takeovers.struck(victim.pid());
    }

    /** Mostly whoever has something to lose, each of the leases in turn. */
    private LocalBot victim() {
        Optional<Long> holder = takeovers.holder(LEASES.get(strikes % LEASES.size()));
        return bots.stream()
                .filter(bot -> holder.isPresent() && bot.pid() == holder.get())
                .findFirst()
                .orElseGet(() -> bots.get(random.nextInt(bots.size())));
    }

    private List<InventedStory> stories() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    private boolean tell(Duration time) {
        Reckoning reckoning = Reckoning.of(stories(), rooms, chats, attempts);
        Duration shortest = shortestGap();
        System.out.printf(
                "%n| strikes | stories | planned | a second | lost | doubled on Discord | on Telegram | unanswered"
                        + " | killed first | needless | refused 429 | least time between two polls |%n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|---|%n"
                        + "| %d | %d | %d | %.1f | %d | %d | %d | %d | %d | %d | %d + %d | %d ms |%n",
                strikes,
                stories().size(),
                reckoning.planned(),
                reckoning.planned() / (time.toMillis() / 1e3),
                reckoning.lost(),
                reckoning.doubledOnDiscord(),
                reckoning.doubledOnTelegram(),
                reckoning.unanswered(),
                reckoning.killedFirst(),
                reckoning.needless(),
                discord.budgets().refused(),
                telegram.budgets().refused(),
                shortest.toMillis());
        if (pair.isPresent()) {
            System.out.println("former servers that were written to after they came back: " + writtenToTheFormer);
        }
        boolean kept = writtenToTheFormer == 0 && reckoning.isKept() && shortest.compareTo(FLOOR) >= 0;
        System.out.println(kept ? "kept" : "BROKEN; what the processes said: " + folder);
        return kept;
    }

    private Duration shortestGap() {
        List<Instant> asked = feed.asked();
        Duration shortest = LONGEST;
        for (int i = 1; i < asked.size(); i++) {
            Duration gap = Duration.between(asked.get(i - 1), asked.get(i));
            shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
        }
        return shortest;
    }

    @Override
    public void close() throws IOException {
        bots.forEach(LocalBot::close);
        takeovers.close();
        store.close();
        feed.close();
        discord.close();
        telegram.close();
        if (pair.isPresent()) {
            pair.get().close();
        }
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
