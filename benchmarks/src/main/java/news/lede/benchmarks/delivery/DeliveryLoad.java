package news.lede.benchmarks.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.benchmarks.local.Asking;
import news.lede.benchmarks.local.InventedStory;
import news.lede.benchmarks.local.LocalBot;
import news.lede.benchmarks.local.LocalFeed;
import news.lede.benchmarks.local.Subscribers;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Person;
import news.lede.discord.server.Room;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.TelegramServer;

/**
 * Has the bot tell one story to many conversations of a local platform that keeps its limits, while others ask it two questions a second. Arguments: Telegram chats, Discord channels, and the command that runs the
 * bot, for example {@code ./lede}; a platform with none is left out. Prints a table.
 */
public final class DeliveryLoad implements AutoCloseable {
    private static final int KNOWN = 15;
    private static final int ASKING = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration UNTIL_READ = Duration.ofSeconds(8);

    private final Random random = new Random(1);
    private final List<String> command;
    private final Path folder = Files.createTempDirectory("lede-delivery");
    private final DiscordServer discord = DiscordServer.start();
    private final TelegramServer telegram = TelegramServer.start();
    private final LocalFeed feed = new LocalFeed();
    private final List<InventedStory> known =
            IntStream.range(0, KNOWN).mapToObj(i -> InventedStory.of(i, random)).toList();

    private DeliveryLoad(List<String> command) throws IOException {
        this.command = command;
        telegram.budgets().enforce();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int chats = Integer.parseInt(args[0]);
        int channels = Integer.parseInt(args[1]);
        List<String> command = List.of(args).subList(2, args.length);
        System.out.printf(
                "%-9s %8s %9s %8s %9s %12s %6s %8s %11s %9s %9s %12s %6s %8s%n",
                "platform",
                "told",
                "seconds",
                "a second",
                "share, %",
                "answers 429",
                "asked",
                "answered",
                "p50, ms",
                "p95, ms",
                "p99, ms",
                "longest, ms",
                "twice",
                "not told");
        if (chats > 0) {
            try (DeliveryLoad load = new DeliveryLoad(command)) {
                load.onTelegram(chats);
            }
        }
        if (channels > 0) {
            try (DeliveryLoad load = new DeliveryLoad(command)) {
                load.onDiscord(channels);
            }
        }
        System.exit(0);
    }

    private void onTelegram(int count) throws IOException, InterruptedException {
        List<Chat> chats = chats(count);
        Set<Long> told = chats.stream().map(Chat::id).collect(Collectors.toSet());
        List<Chat> asking = chats(ASKING);
        Map<Long, news.lede.telegram.server.Person> who = new HashMap<>();
        asking.forEach(chat -> who.put(chat.id(), new news.lede.telegram.server.Person(chat.id(), "Reader", "en")));
        try (LocalBot bot = began(chats, List.of())) {
            Pulse pulse = new Pulse();
            InventedStory story = InventedStory.of(KNOWN, random);
            telegram.watch(t -> {
                if (t.method().startsWith("send") && !t.method().equals("sendChatAction") && t.status() == 200) {
                    pulse.beat(told.contains(t.call().path("chat_id").asLong())
                            && t.call().path("text").asText().contains(story.sign()));
                }
            });
            Asking people = asking((person, typed, words, patience) -> {
                Chat chat = asking.get(person % asking.size());
                chat.say(requireNonNull(who.get(chat.id())), "/" + typed + (takesWords(typed) ? " " + words : ""))
                        .answer(patience);
            });
            tell(story, count, bot, pulse, people);
            long twice = chats.stream()
                    .filter(c -> c.written().stream()
                                    .filter(m -> m.text().contains(story.sign()))
                                    .count()
                            > 1)
                    .count();
            print("Telegram", count, pulse, 30, telegram.budgets().refused(), people, twice);
        }
    }

    private List<Chat> chats(int count) {
        return Stream.generate(() -> telegram.privateChat(telegram.person("Reader", "en")))
                .limit(count)
                .toList();
    }

    private void onDiscord(int count) throws IOException, InterruptedException {
        List<Room> rooms = discord.addChannels(count);
        List<Person> asking = IntStream.range(0, ASKING)
                .mapToObj(i -> Person.member(Integer.toString(400 + i), "reader" + i))
                .toList();
        try (LocalBot bot = began(List.of(), rooms)) {
            Pulse pulse = new Pulse();
            InventedStory story = InventedStory.of(KNOWN, random);
            Asking people = asking((person, typed, words, patience) -> discord.inServer()
                    .as(asking.get(person % asking.size()))
                    .command(typed, options(typed, words))
                    .awaitMessage(patience));
            discord.traffic().listen(e -> {
                if (e.direction().equals("<-") && e.what().startsWith("POST /channels/")) {
                    pulse.beat(e.body().contains(story.sign()));
                }
            });
            tell(story, count, bot, pulse, people);
            long twice = rooms.stream().filter(r -> r.messages().size() > 1).count();
            print("Discord", count, pulse, 50, discord.budgets().refused(), people, twice);
        }
    }

    private static boolean takesWords(String typed) {
        return typed.equals("search") || typed.equals("topic") || typed.equals("why");
    }

    private static Map<String, String> options(String typed, String words) {
        return switch (typed) {
            case "search" -> Map.of("words", words);
            case "topic" -> Map.of("topic", words);
            default -> Map.of();
        };
    }

    private Asking asking(Asking.Way way) {
        return new Asking(way, BETWEEN_QUESTIONS, known, random);
    }

    /** The bot, which has read some news before anybody subscribed. */
    private LocalBot began(List<Chat> chats, List<Room> rooms) throws IOException, InterruptedException {
        Path data = LocalBot.data(folder);
        Subscribers.read(data, feed);
        known.forEach(feed::publish);
        LocalBot bot = new LocalBot(command, folder, discord, telegram, feed);
        bot.await(() -> feed.polled(KNOWN - 1).isPresent(), PATIENCE);
        Thread.sleep(UNTIL_READ);
        bot.close();
        Subscribers.add(data, chats, rooms, OptionalInt.empty());
        bot.start();
        discord.awaitSessions(2, PATIENCE);
        return bot;
    }

    private void tell(InventedStory story, int count, LocalBot bot, Pulse pulse, Asking people)
            throws InterruptedException {
        people.begin();
        Thread.sleep(UNTIL_READ);
        feed.publish(story);
        bot.await(() -> pulse.telling() >= count, PATIENCE, LOOK);
        people.close();
    }

    private static void print(
            String platform, int count, Pulse pulse, int limit, int refused, Asking people, long twice) {
        System.out.printf(
                "%-9s %8d %9.1f %8.2f %9.1f %12d %6d %8d %11d %9d %9d %12d %6d %8d%n",
                platform,
                pulse.telling(),
                pulse.span().toMillis() / 1000.0,
                pulse.aSecond(),
                100 * pulse.aSecond() / limit,
                refused,
                people.answered() + people.unanswered(),
                people.answered(),
                people.percentile(50),
                people.percentile(95),
                people.percentile(99),
                people.percentile(100),
                twice,
                Math.max(0, count - pulse.telling()));
    }

    @Override
    public void close() throws IOException {
        feed.close();
        discord.close();
        telegram.close();
    }
}
