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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.benchmarks.kills.Attempts.Loss;
import news.lede.benchmarks.local.InventedStory;
import news.lede.benchmarks.local.LocalBot;
import news.lede.benchmarks.local.LocalFeed;
import news.lede.benchmarks.local.Subscribers;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Room;
import news.lede.store.PostgresStore;
import news.lede.store.Store;
import news.lede.subscription.Budget;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.TelegramServer;

/**
 * Three processes of the bot on one PostgreSQL that tell stories and answer people, while again and again one of them, or the server, is struck. At the end each story must stand everywhere: on Discord once,
 * on Telegram a second time at most for attempts whose answer was lost; and the source was asked by one process at a time, never before its floor.
 */
public final class ClusterLoad implements AutoCloseable {
    private static final int PROCESSES = 3;
    private static final int ASKING = 40;
    private static final Duration FLOOR = Duration.ofSeconds(1);
    private static final Duration BETWEEN_STRIKES = Duration.ofSeconds(20);
    private static final Duration DEAD_FOR = Duration.ofSeconds(3);
    private static final Duration PAUSED_FOR = Duration.ofSeconds(60);
    private static final Duration DOWN_FOR = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(200);
    /** Alerts whose answer was lost are sent again after half a minute. */
    private static final Duration UNTIL_SENT_AGAIN = Duration.ofSeconds(40);

    private static final Duration UNTIL_READ = Duration.ofSeconds(5);

    /** What befalls the processes. */
    enum Strike {
        /** One of them is killed, and started again a moment later. */
        KILL,
        /** One of them is paused for a minute. */
        PAUSE,
        /** The server is stopped for half a minute. */
        RESTART,
        NOTHING
    }

    private final Random random;
    private final Path folder = Files.createTempDirectory("lede-cluster");
    private final PostgresServer postgres = new PostgresServer(folder);
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
    private int strikes;

    private ClusterLoad(int conversations, long seed) throws IOException, InterruptedException {
        this.random = new Random(seed);
        this.rooms = discord.addChannels(conversations);
        this.chats = Stream.generate(() -> telegram.privateChat(telegram.person("Reader", "en")))
                .limit(conversations)
                .toList();
        telegram.budgets().enforce();
        this.attempts = new Attempts(telegram);
        this.store = PostgresStore.open(postgres.url(), "", "", Store.Mode.BESIDE);
        this.takeovers = new Takeovers(store);
        Subscribers.read(store, feed);
        Subscribers.add(store, chats, rooms, OptionalInt.of(Budget.MOST));
    }

    /**
     * Arguments: what befalls them (kill, pause, restart, nothing), seconds, conversations of each platform, seconds between two stories, questions a second on Discord and on Telegram, seed, and the command
     * that runs the bot. Exits with 1 if a promise was broken.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean kept;
        try (ClusterLoad load = new ClusterLoad(Integer.parseInt(args[2]), Long.parseLong(args[6]))) {
            kept = load.run(
                    Strike.valueOf(args[0].toUpperCase(java.util.Locale.ROOT)),
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
                            "store.url=" + postgres.url(),
                            "fetch.allow-addresses=" + feed.allowed(),
                            "source.min-interval=" + FLOOR.toSeconds() + "s",
                            "web.port=-1")));
        }
        begin();
        try (Questions discordPeople = askingOnDiscord();
                Questions telegramPeople = askingOnTelegram()) {
            discordPeople.begin(onDiscord);
            telegramPeople.begin(onTelegram);
            long end = System.nanoTime() + time.toNanos();
            Thread publishing = Thread.ofVirtual().start(() -> publish(end, betweenStories));
            while (System.nanoTime() < end) {
                Thread.sleep(BETWEEN_STRIKES);
                strike(strike);
            }
            publishing.join();
            discordPeople.close();
            telegramPeople.close();
            await(this::isComplete);
            Thread.sleep(UNTIL_SENT_AGAIN);
            System.out.println(discordPeople.line());
            System.out.println(telegramPeople.line());
        }
        takeovers.lines().forEach(System.out::println);
        return tell();
    }

    /** What a source carries when it is read first is no news. */
    private void begin() throws InterruptedException {
        feed.publish(InventedStory.of(0, random));
        await(() -> feed.polled(0).isPresent());
        discord.awaitSessions(1, LONGEST);
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
                postgres.stop();
                Thread.sleep(DOWN_FOR);
                postgres.start();
                strikes++;
            }
            case NOTHING -> {}
        }
    }

    private void struck(LocalBot victim) {
        System.out.println("strikes " + victim.pid() + " which has " + takeovers.of(victim.pid()));
        strikes++;
        attempts.killed();
        takeovers.struck(victim.pid());
    }

    /** Mostly whoever has something to lose, each of the leases in turn. */
    private LocalBot victim() {
        List<String> names = List.of("telegram", "news", "discord");
        Optional<Long> holder = takeovers.holder(names.get(strikes % names.size()));
        return bots.stream()
                .filter(bot -> holder.isPresent() && bot.pid() == holder.get())
                .findFirst()
                .orElseGet(() -> bots.get(random.nextInt(bots.size())));
    }

    private Questions askingOnDiscord() {
        List<news.lede.discord.server.Person> people = IntStream.range(0, ASKING)
                .mapToObj(i -> news.lede.discord.server.Person.member(Integer.toString(400 + i), "reader" + i))
                .toList();
        return new Questions(
                "discord",
                (person, typed, patience) -> discord.inServer()
                        .as(people.get(person % people.size()))
                        .command(typed, java.util.Map.of())
                        .awaitMessage(patience));
    }

    private Questions askingOnTelegram() {
        List<Person> people = Stream.generate(() -> telegram.person("Asker", "en"))
                .limit(ASKING)
                .toList();
        List<Chat> asking = people.stream().map(telegram::privateChat).toList();
        return new Questions(
                "telegram",
                (person, typed, patience) -> asking.get(person % ASKING)
                        .say(people.get(person % ASKING), "/" + typed)
                        .answer(patience));
    }

    private List<InventedStory> stories() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    private boolean isComplete() {
        return stories().stream()
                .allMatch(story -> rooms.stream().allMatch(room -> count(room, story) > 0)
                        && chats.stream().allMatch(chat -> count(chat, story) > 0));
    }

    private static long count(Room room, InventedStory story) {
        return room.messages().stream()
                .filter(m -> String.join("\n", m.texts()).contains(story.sign()))
                .count();
    }

    private static long count(Chat chat, InventedStory story) {
        return chat.written().stream()
                .filter(m -> m.text().contains(story.sign()))
                .count();
    }

    private boolean tell() {
        int lost = 0;
        int doubledOnDiscord = 0;
        int doubledOnTelegram = 0;
        int unanswered = 0;
        int killedFirst = 0;
        for (InventedStory story : stories()) {
            for (Room room : rooms) {
                long there = count(room, story);
                lost += there == 0 ? 1 : 0;
                doubledOnDiscord += there > 1 ? 1 : 0;
            }
            for (Chat chat : chats) {
                long there = count(chat, story);
                lost += there == 0 ? 1 : 0;
                if (there > 1) {
                    doubledOnTelegram++;
                    List<Loss> losses = attempts.losses(chat.id(), story.sign());
                    long kill =
                            losses.stream().mapToLong(Tally::untilKilled).max().orElse(Long.MAX_VALUE);
                    unanswered += kill < 0 ? 1 : 0;
                    killedFirst += kill >= 0 && kill <= Tally.WRITTEN_DOWN ? 1 : 0;
                }
            }
        }
        int needless = doubledOnTelegram - unanswered - killedFirst;
        Duration shortest = shortestGap();
        System.out.printf(
                "strikes %d, stories %d, planned %d, lost %d, doubled on Discord %d, on Telegram %d (unanswered %d,"
                        + " killed first %d, needless %d), refused 429 %d+%d, least time between two polls %d ms%n",
                strikes,
                stories().size(),
                stories().size() * (rooms.size() + chats.size()),
                lost,
                doubledOnDiscord,
                doubledOnTelegram,
                unanswered,
                killedFirst,
                needless,
                discord.budgets().refused(),
                telegram.budgets().refused(),
                shortest.toMillis());
        boolean kept = lost == 0 && doubledOnDiscord == 0 && needless == 0 && shortest.compareTo(FLOOR) >= 0;
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
        try {
            for (LocalBot bot : bots) {
                bot.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        takeovers.close();
        store.close();
        feed.close();
        discord.close();
        telegram.close();
        postgres.close();
    }
}
