package news.lede.benchmarks.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import news.lede.benchmarks.local.InventedStory;
import news.lede.benchmarks.local.LocalBot;
import news.lede.benchmarks.local.LocalFeed;
import news.lede.benchmarks.local.Subscribers;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Faults;
import news.lede.discord.server.Room;
import news.lede.subscription.Budget;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.TelegramServer;

/**
 * Kills the bot while it tells a story to many conversations, in the midst of it, and starts it again, some of the times when the servers' clock has gone on by ten minutes; meanwhile some answers are lost. At the
 * end of each round the story must stand everywhere: on Discord once, on Telegram a second time at most for attempts whose answer was lost.
 */
public final class KillLoad implements AutoCloseable {
    private static final String HEADER =
            "round  kills  jumps  arrived  lost  doubled Discord  doubled Telegram  unanswered  killed first  longest, ms"
                    + "  needless  refused 429  seconds";

    /** Alerts whose answer was lost are sent again after half a minute. */
    private static final Duration UNTIL_SENT_AGAIN = Duration.ofSeconds(40);

    private static final Duration UNTIL_READ = Duration.ofSeconds(5);
    private static final Duration JUMP = Duration.ofMinutes(10);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(6);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final double LOST = 0.01;
    private static final int KILLS_A_ROUND = 5;
    /** What a conversation that chose no budget accepts in a day. */
    private static final int MOST_ROUNDS = Budget.DEFAULT.aDay();

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Random random;
    private final Path folder = Files.createTempDirectory("lede-kills");
    private final DiscordServer discord;
    private final TelegramServer telegram;
    private final LocalFeed feed = new LocalFeed();
    private final List<Room> rooms;
    private final List<Chat> chats;
    private final Tally tally;
    private int kills;
    private int jumps;

    /** @param conversations how many of each platform */
    public KillLoad(int conversations, long seed) throws IOException {
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        this.random = new Random(seed);
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
        Path data = LocalBot.data(folder);
        int half = conversations / 2;
        Subscribers.read(data, feed);
        Subscribers.add(data, chats.subList(0, half), rooms.subList(0, half), OptionalInt.empty());
        Subscribers.add(
                data,
                chats.subList(half, conversations),
                rooms.subList(half, conversations),
                OptionalInt.of(Budget.MOST));
    }

    /** Arguments: conversations of each platform, kills, seed, and the command that runs the bot, for example {@code ./lede}. Exits with 1 if a promise was broken. */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean kept;
        try (KillLoad load = new KillLoad(Integer.parseInt(args[0]), Long.parseLong(args[2]))) {
            kept = load.run(Integer.parseInt(args[1]), List.of(args).subList(3, args.length));
        }
        System.exit(kept ? 0 : 1);
    }

    /** Kills {@code wanted} times and prints a table; whether every promise was kept. */
    public boolean run(int wanted, List<String> command) throws IOException, InterruptedException {
        System.out.println(HEADER);
        boolean kept = true;
        try (LocalBot bot = new LocalBot(command, folder, discord, telegram, feed)) {
            begin(bot);
            for (int round = 1; kills < wanted && round <= MOST_ROUNDS; round++) {
                kept &= round(round, wanted, bot);
            }
            System.out.println(kept ? "kept" : "BROKEN; what the bot said: " + bot.log());
        }
        return kept;
    }

    /** What a source carries when it is read first is no news. */
    private void begin(LocalBot bot) throws InterruptedException {
        feed.publish(InventedStory.of(0, random));
        bot.await(() -> feed.polled(0).isPresent(), LONGEST_ROUND);
        Thread.sleep(UNTIL_READ);
    }

    private boolean round(int round, int wanted, LocalBot bot) throws IOException, InterruptedException {
        Instant began = Instant.now();
        InventedStory story = InventedStory.of(round, random);
        tally.begin(story.sign());
        feed.publish(story);
        bot.await(() -> feed.polled(round).isPresent(), LONGEST_ROUND);
        // The first may strike while the story is taken in, or planned for all; only what is under way can be broken.
        Thread.sleep(random.nextInt(2500));
        for (int i = 0; i < KILLS_A_ROUND && kills < wanted && !tally.isComplete(); i++) {
            kill(bot);
            int before = tally.arrived();
            bot.await(() -> tally.arrived() > before || tally.isComplete(), LONGEST_ROUND, LOOK);
            Thread.sleep(random.nextInt(2500));
        }
        bot.await(tally::isComplete, LONGEST_ROUND, LOOK);
        // What arrives twice does so within the time after which lost answers are tried again.
        Thread.sleep(UNTIL_SENT_AGAIN);
        Tally.Round outcome = tally.round();
        System.out.printf(
                "%5d %6d %6d %8d %5d %16d %17d %11d %13d %12d %9d %12s %8d%n",
                round,
                kills,
                jumps,
                outcome.arrived(),
                outcome.lost(),
                outcome.doubledOnDiscord(),
                outcome.doubledOnTelegram(),
                outcome.unanswered(),
                outcome.killed(),
                outcome.longest().toMillis(),
                outcome.needless(),
                tally.refused(),
                Duration.between(began, Instant.now()).toSeconds());
        return outcome.kept();
    }

    private void kill(LocalBot bot) throws IOException, InterruptedException {
        tally.killed();
        bot.kill();
        kills++;
        if (random.nextInt(3) == 0) {
            ahead.updateAndGet(JUMP::plus);
            jumps++;
        }
        bot.start();
    }

    @Override
    public void close() throws IOException {
        feed.close();
        discord.close();
        telegram.close();
    }
}
