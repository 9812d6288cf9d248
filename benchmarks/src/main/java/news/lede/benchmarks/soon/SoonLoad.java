package news.lede.benchmarks.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import news.lede.benchmarks.local.InventedStory;
import news.lede.benchmarks.local.LocalBot;
import news.lede.benchmarks.local.LocalFeed;
import news.lede.benchmarks.local.Subscribers;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Room;
import news.lede.subscription.Budget;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.TelegramServer;

/**
 * How long it takes from an entry in a local feed to the message in a Telegram chat and in a Discord channel, when nothing waits. Arguments: entries, and the command that runs the bot, for example {@code ./lede}.
 */
public final class SoonLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private final Random random = new Random(1);
    private final DiscordServer discord = DiscordServer.start();
    private final TelegramServer telegram = TelegramServer.start();
    private final LocalFeed feed = new LocalFeed();
    private final Chat chat = telegram.privateChat(telegram.person("Reader", "en"));
    private final Room room = discord.room(discord.channels().getFirst());
    private final Path folder = Files.createTempDirectory("lede-soon");

    private SoonLoad() throws IOException {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int entries = Integer.parseInt(args[0]);
        SoonLoad load = new SoonLoad();
        load.subscribe();
        List<String> command = List.of(args).subList(1, args.length);
        try (LocalBot bot = new LocalBot(command, load.folder, load.discord, load.telegram, load.feed)) {
            load.measure(entries, bot);
        } finally {
            load.feed.close();
            load.discord.close();
            load.telegram.close();
        }
        System.exit(0);
    }

    private void subscribe() {
        Path data = LocalBot.data(folder);
        Subscribers.read(data, feed);
        Subscribers.add(data, List.of(chat), List.of(room), OptionalInt.of(Budget.MOST));
    }

    private void measure(int entries, LocalBot bot) throws InterruptedException {
        discord.awaitBot(PATIENCE);
        InventedStory first = InventedStory.of(0, random);
        feed.publish(first);
        bot.await(() -> arrived(first).isPresent(), PATIENCE);
        List<Duration> sinceShown = new ArrayList<>();
        List<Duration> sincePolled = new ArrayList<>();
        int lost = 0;
        for (int number = 1; number <= entries; number++) {
            Thread.sleep(BETWEEN.plusMillis(random.nextInt(1000)));
            Instant shown = Instant.now();
            InventedStory story = InventedStory.of(number, random);
            feed.publish(story);
            bot.await(() -> arrived(story).isPresent(), PATIENCE, LOOK);
            Optional<Instant> there = arrived(story);
            if (there.isEmpty()) {
                lost++;
                continue;
            }
            sinceShown.add(Duration.between(shown, there.get()));
            feed.polled(number).ifPresent(polled -> sincePolled.add(Duration.between(polled, there.get())));
        }
        System.out.println(
                "entries " + entries + ", not told on both platforms within " + PATIENCE.toSeconds() + " s: " + lost);
        print("from the feed's answer to the later of both messages", sincePolled);
        print("from its publication, with the second between polls", sinceShown);
        System.out.println("log: " + bot.log());
    }

    private static void print(String what, List<Duration> all) {
        List<Duration> sorted = all.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            System.out.printf(
                    "%-55s p50 %5d ms  p95 %5d ms  most %5d ms%n",
                    what,
                    sorted.get(sorted.size() / 2).toMillis(),
                    sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1).toMillis(),
                    sorted.getLast().toMillis());
        }
    }

    /** When the later of both messages was seen; looked at every few milliseconds. */
    private Optional<Instant> arrived(InventedStory story) {
        String sign = story.sign();
        boolean onTelegram = chat.written().stream().anyMatch(m -> m.text().contains(sign));
        boolean onDiscord = room.messages().stream()
                .anyMatch(m -> String.join(" ", m.texts()).contains(sign));
        return onTelegram && onDiscord ? Optional.of(Instant.now()) : Optional.empty();
    }
}
