package news.lede.benchmarks.soak;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.benchmarks.local.Asking;
import news.lede.benchmarks.local.InventedStory;
import news.lede.benchmarks.local.LocalBot;
import news.lede.benchmarks.local.ManyFeeds;
import news.lede.benchmarks.local.Subscribers;
import news.lede.community.Communities;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Person;
import news.lede.discord.server.Room;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.subscription.Budget;
import news.lede.subscription.Subject;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.TelegramServer;

/**
 * Keeps the bot busy at an even pace for a while and writes down what it needs: many feeds that hardly ever change, some that do and whose stories are told, people who ask on both platforms. Arguments, {@code name=value} in any order:
 * {@code minutes}, {@code sources}, {@code commands} and {@code alerts} a minute, {@code set=key=value} for the bot, and last the command that runs it, for example {@code ./lede}. Prints a row every minute, then how much each figure rose.
 */
public final class SoakLoad implements AutoCloseable {
    private static final int TOLD_SOURCES = 100;
    private static final int ASKING = 40;
    private static final int KNOWN = 40;
    /** Entries of each feed before the beginning. */
    private static final int BEFORE = 4;

    private static final Duration GAP_OF_THE_TOLD = Duration.ofMinutes(5);
    private static final Duration GAP_OF_THE_OTHERS = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What is asked of it. */
    private record Plan(
            int minutes, int sources, int commands, int alerts, List<String> settings, List<String> command) {
        static Plan of(String[] args) {
            Map<String, Integer> numbers =
                    new HashMap<>(Map.of("minutes", 60, "sources", 2_000, "commands", 50, "alerts", 20));
            List<String> settings = new ArrayList<>();
            int at = 0;
            for (; at < args.length && args[at].contains("="); at++) {
                String[] parts = args[at].split("=", 2);
                if (parts[0].equals("set")) {
                    settings.add(parts[1]);
                } else if (numbers.replace(parts[0], Integer.valueOf(parts[1])) == null) {
                    throw new IllegalArgumentException(args[at] + ": there are set and " + numbers.keySet());
                }
            }
            return new Plan(
                    requireNonNull(numbers.get("minutes")),
                    requireNonNull(numbers.get("sources")),
                    requireNonNull(numbers.get("commands")),
                    requireNonNull(numbers.get("alerts")),
                    settings,
                    Arrays.asList(args).subList(at, args.length));
        }
    }

    private final Plan plan;
    private final Random random = new Random(1);
    private final Path folder = Files.createTempDirectory("lede-soak");
    private final DiscordServer discord = DiscordServer.start();
    private final TelegramServer telegram = TelegramServer.start();
    private final ManyFeeds feeds;
    private final AtomicInteger stories = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final Set<Long> readers = ConcurrentHashMap.newKeySet();
    private final List<InventedStory> known;
    private final ScheduledExecutorService press = Executors.newSingleThreadScheduledExecutor();

    private SoakLoad(Plan plan) throws IOException {
        this.plan = plan;
        this.feeds = new ManyFeeds(plan.sources());
        this.known = IntStream.range(0, KNOWN).mapToObj(_ -> next()).toList();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try (SoakLoad load = new SoakLoad(Plan.of(args))) {
            load.run();
        }
        System.exit(0);
    }

    private synchronized InventedStory next() {
        return InventedStory.of(stories.getAndIncrement(), random);
    }

    private void run() throws IOException, InterruptedException {
        publishThePast();
        prepare(LocalBot.data(folder));
        telegram.watch(t -> {
            if (t.method().startsWith("send")
                    && t.status() == 200
                    && readers.contains(t.call().path("chat_id").asLong())) {
                told.incrementAndGet();
            }
        });
        discord.traffic().listen(e -> {
            if (e.direction().equals("<-") && e.what().startsWith("POST /channels/")) {
                told.incrementAndGet();
            }
        });
        List<String> settings = new ArrayList<>(
                List.of("fetch.allow-addresses=" + feeds.allowed(), "source.min-interval=1m", "web.port=0"));
        settings.addAll(plan.settings());
        try (LocalBot bot = new LocalBot(plan.command(), folder, discord, telegram, settings);
                Asking people = people()) {
            discord.awaitBot(PATIENCE);
            System.out.printf(
                    "%d sources, %d commands and %d alerts a minute%s; log: %s%n",
                    plan.sources(),
                    plan.commands(),
                    plan.alerts(),
                    plan.settings().isEmpty() ? "" : ", " + String.join(", ", plan.settings()),
                    bot.log());
            people.begin();
            write();
            watch(bot, people);
        } finally {
            press.shutdownNow();
        }
    }

    /** What was there before: it is told to nobody, and says how often each feed is worth asking. */
    private void publishThePast() {
        Instant now = Instant.now();
        for (int feed = 0; feed < feeds.count(); feed++) {
            Duration gap = feed < toldSources() ? GAP_OF_THE_TOLD : GAP_OF_THE_OTHERS;
            for (int ago = BEFORE; ago > 0; ago--) {
                feeds.publish(feed, next(), now.minus(gap.multipliedBy(ago)));
            }
        }
    }

    /** Stories of the sources that are told, and as many of the others, which nobody is told of. */
    private void write() {
        long between = TimeUnit.MINUTES.toMillis(1) / Math.max(1, plan.alerts());
        var _ = press.scheduleAtFixedRate(
                () -> {
                    InventedStory story = next();
                    feeds.publish(story.number() % toldSources(), story, Instant.now());
                    feeds.publish(random.nextInt(feeds.count()), next(), Instant.now());
                },
                between,
                between,
                TimeUnit.MILLISECONDS);
    }

    private int toldSources() {
        return Math.min(TOLD_SOURCES, feeds.count());
    }

    private void watch(LocalBot bot, Asking people) throws IOException, InterruptedException {
        System.out.printf(
                "%6s %12s %13s %8s %6s %8s %8s %6s %9s %11s %8s %8s%n",
                "minute",
                "resident, MB",
                "anonymous, MB",
                "threads",
                "files",
                "polls",
                "written",
                "told",
                "answered",
                "unanswered",
                "p50, ms",
                "p99, ms");
        List<Vitals> all = new ArrayList<>();
        int written = stories.get();
        for (int minute = 1; minute <= plan.minutes(); minute++) {
            bot.await(() -> false, Duration.ofMinutes(1), Duration.ofSeconds(1));
            Vitals now = Vitals.of(bot.pid());
            all.add(now);
            Asking.Spell spell = people.sinceLast();
            System.out.printf(
                    "%6d %12d %13d %8d %6d %8d %8d %6d %9d %11d %8d %8d%n",
                    minute,
                    now.residentKb() / 1000,
                    now.anonymousKb() / 1000,
                    now.threads(),
                    now.files(),
                    feeds.asked(),
                    stories.get() - written,
                    told.getAndSet(0),
                    spell.answered(),
                    spell.unanswered(),
                    spell.p50(),
                    spell.p99());
            written = stories.get();
        }
        rose("resident, MB", all, v -> v.residentKb() / 1000);
        rose("anonymous, MB", all, v -> v.anonymousKb() / 1000);
        rose("threads", all, Vitals::threads);
        rose("files", all, Vitals::files);
    }

    private static void rose(String what, List<Vitals> all, ToLongFunction<Vitals> figure) {
        List<Long> series = all.stream().mapToLong(figure).boxed().toList();
        Trend trend = Trend.of(series);
        System.out.printf(
                "%-14s second quarter %6d, last quarter %6d (%+.1f %%), most %6d%n",
                what,
                trend.early(),
                trend.late(),
                trend.percent(),
                series.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** Half of the readers of the sources that are told are Telegram chats, half are Discord channels; each reads one of them. */
    private void prepare(Path data) {
        List<Room> rooms = discord.addChannels(toldSources() / 2);
        try (Store store = SqliteStore.open(data, Store.Mode.ALONE)) {
            store.transactor().inTransaction(() -> {
                for (int i = 0; i < feeds.count(); i++) {
                    Source source = store.sources().addIfAbsent(SourceKind.FEED, feeds.address(i), "Paper " + i);
                    store.sources().addToPack(Communities.DEFAULT_PACK, source.id());
                    if (i < toldSources()) {
                        subscribe(store, i, new Subject.OfSource(source.id()), rooms);
                    }
                }
                return feeds.count();
            });
        }
    }

    private void subscribe(Store store, int number, Subject subject, List<Room> rooms) {
        OptionalInt budget = OptionalInt.of(Budget.MOST);
        if (number < rooms.size()) {
            String server = "guild:" + DiscordServer.GUILD + "-" + number / Subscribers.TOGETHER;
            Subscribers.add(store, "discord", server, rooms.get(number).id(), subject, budget);
        } else {
            Chat chat = telegram.privateChat(telegram.person("Reader", "en"));
            readers.add(chat.id());
            String id = Long.toString(chat.id());
            Subscribers.add(store, "telegram", id, id, subject, budget);
        }
    }

    /** Every second question is asked on Telegram. */
    private Asking people() {
        Map<Chat, news.lede.telegram.server.Person> chats = new HashMap<>();
        Stream.generate(() -> telegram.person("Reader", "en"))
                .limit(ASKING)
                .forEach(person -> chats.put(telegram.privateChat(person), person));
        List<Map.Entry<Chat, news.lede.telegram.server.Person>> onTelegram = List.copyOf(chats.entrySet());
        List<Person> onDiscord = IntStream.range(0, ASKING)
                .mapToObj(i -> Person.member(Integer.toString(400 + i), "reader" + i))
                .toList();
        Asking.Way way = (number, typed, words, patience) -> {
            String needed = typed.equals("search") || typed.equals("topic") || typed.equals("why") ? words : "";
            if (number % 2 == 0) {
                var who = onTelegram.get(number / 2 % ASKING);
                who.getKey()
                        .say(who.getValue(), ("/" + typed + " " + needed).strip())
                        .answer(patience);
            } else {
                discord.inServer()
                        .as(onDiscord.get(number / 2 % ASKING))
                        .command(typed, options(typed, needed))
                        .awaitMessage(patience);
            }
        };
        return new Asking(way, Duration.ofMinutes(1).dividedBy(Math.max(1, plan.commands())), known, new Random(2));
    }

    private static Map<String, String> options(String typed, String words) {
        return switch (typed) {
            case "search" -> Map.of("words", words);
            case "topic" -> Map.of("topic", words);
            default -> Map.of();
        };
    }

    @Override
    public void close() throws IOException {
        press.shutdownNow();
        feeds.close();
        discord.close();
        telegram.close();
    }
}
