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
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.discord.server.DiscordServer;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Wish;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.TelegramServer;

/**
 * How long it takes from an entry in a local feed to the message in a Telegram chat and in a Discord channel, when nothing waits. Arguments: entries, and the command that runs the bot, for example {@code ./lede}.
 */
public final class SoonLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private final Random random = new Random(1);
    private final DiscordServer discord = DiscordServer.start();
    private final TelegramServer telegram = TelegramServer.start();
    private final LocalFeed feed = new LocalFeed();
    private final Chat chat = telegram.privateChat(telegram.person("Reader", "en"));
    private final Path folder = Files.createTempDirectory("lede-soon");

    private SoonLoad() throws IOException {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int entries = Integer.parseInt(args[0]);
        SoonLoad load = new SoonLoad();
        load.subscribe();
        Process bot = load.start(List.of(args).subList(1, args.length));
        try {
            load.measure(entries, bot);
        } finally {
            bot.destroy();
            bot.waitFor();
            load.feed.close();
            load.discord.close();
            load.telegram.close();
        }
        System.exit(0);
    }

    private void subscribe() throws IOException {
        try (Store store = SqliteStore.open(folder.resolve("data"), SqliteStore.Mode.ALONE)) {
            Source source = store.sources()
                    .addIfAbsent(SourceKind.FEED, "http://127.0.0.1:" + feed.port() + "/feed.xml", "Harbour Courier");
            store.sources().addToPack(Communities.DEFAULT_PACK, source.id());
            subscribe(store, "telegram", Long.toString(chat.id()), Long.toString(chat.id()));
            subscribe(
                    store,
                    "discord",
                    "guild:" + DiscordServer.GUILD,
                    discord.channels().getFirst());
        }
    }

    private static void subscribe(Store store, String platform, String key, String place) {
        Workspace workspace = store.communities().workspace(platform, key, "Readers");
        Conversation conversation =
                store.communities().conversation(workspace.id(), new Place(platform, place, Optional.empty()));
        store.subscriptions()
                .subscribe(
                        conversation,
                        new Wish(new Subject.Everything(), "", Set.of(), 1),
                        new Cadence.Instantly(),
                        Optional.empty(),
                        new PersonKey(platform, "1"),
                        Instant.now());
        store.subscriptions()
                .save(new Channel(
                        conversation.id(),
                        OptionalInt.of(100),
                        Optional.empty(),
                        Channel.Silence.NONE,
                        Optional.empty(),
                        Channel.Style.CARD,
                        Optional.empty()));
    }

    private Process start(List<String> bot) throws IOException {
        List<String> command = new ArrayList<>(bot);
        command.addAll(List.of("run", "--data", folder.resolve("data").toString()));
        for (String setting : List.of(
                "discord.token=" + discord.token(),
                "discord.api-base-url=" + discord.restUrl(),
                "discord.gateway-url=" + discord.gatewayUrl(),
                "telegram.token=" + TelegramServer.TOKEN,
                "telegram.api-base-url=" + telegram.baseUrl(),
                "fetch.allow-addresses=127.0.0.1:" + feed.port(),
                "source.min-interval=1s",
                "web.port=-1")) {
            command.addAll(List.of("--set", setting));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void measure(int entries, Process bot) throws InterruptedException {
        discord.awaitBot(PATIENCE);
        publish(0);
        await(() -> arrived(0).isPresent(), bot);
        List<Duration> sinceShown = new ArrayList<>();
        List<Duration> sincePolled = new ArrayList<>();
        int lost = 0;
        for (int number = 1; number <= entries; number++) {
            Thread.sleep(BETWEEN.plusMillis(random.nextInt(1000)));
            Instant shown = Instant.now();
            publish(number);
            int waited = number;
            await(() -> arrived(waited).isPresent(), bot);
            Optional<Instant> there = arrived(number);
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
        System.out.println("log: " + folder.resolve("log"));
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
    private Optional<Instant> arrived(int number) {
        String sign = sign(number);
        boolean onTelegram = chat.written().stream().anyMatch(m -> m.text().contains(sign));
        boolean onDiscord = discord.room(discord.channels().getFirst()).messages().stream()
                .anyMatch(m -> String.join(" ", m.texts()).contains(sign));
        return onTelegram && onDiscord ? Optional.of(Instant.now()) : Optional.empty();
    }

    private void publish(int number) {
        String place = name();
        String title = name() + " opens a " + word() + " in " + place + " " + sign(number);
        String text = IntStream.range(0, 6)
                .mapToObj(_ -> IntStream.range(0, 14).mapToObj(_ -> word()).collect(Collectors.joining(" ")) + ".")
                .map(sentence -> Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))
                .collect(Collectors.joining(" "));
        feed.publish(number, title, text);
    }

    private static String sign(int number) {
        return "Zq" + Integer.toString(46_656 + number, 36) + "x";
    }

    private String name() {
        String word = word();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String word() {
        String consonants = "bdfgklmnprstv";
        String vowels = "aeiou";
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(_ -> "" + consonants.charAt(random.nextInt(13)) + vowels.charAt(random.nextInt(5)))
                .collect(Collectors.joining());
    }

    private static void await(BooleanSupplier condition, Process bot) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            if (!bot.isAlive()) {
                throw new IllegalStateException("the bot ended by itself");
            }
            Thread.sleep(5);
        }
    }
}
