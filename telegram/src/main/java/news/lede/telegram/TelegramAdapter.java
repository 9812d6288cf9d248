package news.lede.telegram;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import news.lede.alert.Doors;
import news.lede.alert.Messenger;
import news.lede.alert.Pacing;
import news.lede.command.NewsDesk;
import news.lede.community.AskedNames;
import news.lede.community.Asker;
import news.lede.community.Introduction;
import news.lede.community.PersonNames;
import news.lede.okhttp.Written;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Answers people on Telegram from the desk. Started, it connects on threads of its own and keeps trying while the service is away; a wrong token is its one
 * final failure. Stopped, it answers what it has taken, tells the service so, and leaves no thread. Used once: start, then stop.
 */
public final class TelegramAdapter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramAdapter.class);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 10_000;
    /** The service waits for a minute until it brings an update again. */
    private static final Duration TO_KEEP = Duration.ofSeconds(25);

    private final Token token;
    private final TelegramUrl address;
    private final NewsDesk desk;
    private final Function<Introduction, Asker> askers;
    private final InstantSource clock;
    private final Pace pace;
    private final Health health = new Health();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("telegram-", 0).factory());
    private final OkHttpClient http;
    private final Calls calls;
    private final Powers powers;
    private final Courier courier;
    private final ConversationQueue queue = new ConversationQueue(threads, MOST_WAITING);
    private final TelegramMessenger messenger;
    private final Pacing pacing;
    private final PersonNames names;
    private final Doors doors;
    private final Memory memory;
    private final UpdateBook book;
    private final ServiceClock serviceClock;
    private final Signs signs = new Signs();
    private final Webhook webhook;
    private final Receiving receiving;
    private @Nullable Thread starting;
    private volatile @Nullable Reception reception;
    private volatile boolean stopping;
    private volatile boolean besideOthers;
    private volatile BooleanSupplier permit = () -> true;

    /**
     * @param token of the bot, never shown
     * @param apiBaseUrl empty for the real service, else {@code scheme://host:port}
     * @param doors is told where we may write
     * @param askers who asks, by what Telegram says of them; may block on the store, must be thread-safe
     * @param memory outlives this adapter
     * @throws IllegalArgumentException if the token is empty or the address cannot be used, saying what to write instead
     */
    public TelegramAdapter(
            String token,
            String apiBaseUrl,
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Doors doors,
            Memory memory,
            InstantSource clock) {
        this(token, apiBaseUrl, desk, askers, doors, memory, Manner.USUAL, clock);
    }

    /**
     * How it goes about it. {@code richMessages}: long answers may have headings, tables and parts that open, where the service takes them. {@code webhook}: where the service brings updates
     * to; whatever reaches us there is handed to {@link #webhook}.
     */
    public record Manner(boolean richMessages, Optional<URI> webhook) {
        static final Manner USUAL = new Manner(true, Optional.empty());
    }

    /** The same, in a manner of one's own. */
    public TelegramAdapter(
            String token,
            String apiBaseUrl,
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Doors doors,
            Memory memory,
            Manner manner,
            InstantSource clock) {
        this(
                token,
                apiBaseUrl,
                desk,
                askers,
                doors,
                memory,
                manner.richMessages() ? Set.of() : Set.of(Powers.Power.RICH),
                manner.webhook(),
                clock,
                Pace.USUAL);
    }

    TelegramAdapter(
            String token,
            String apiBaseUrl,
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Doors doors,
            Memory memory,
            InstantSource clock,
            Pace pace) {
        this(token, apiBaseUrl, desk, askers, doors, memory, Set.of(), Optional.empty(), clock, pace);
    }

    TelegramAdapter(
            String token,
            String apiBaseUrl,
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Doors doors,
            Memory memory,
            Set<Powers.Power> unwanted,
            Optional<URI> webhook,
            InstantSource clock,
            Pace pace) {
        this.token = new Token(token.strip());
        this.address = ApiAddress.parse(apiBaseUrl);
        this.desk = desk;
        this.askers = askers;
        this.doors = doors;
        this.memory = memory;
        this.clock = clock;
        this.pace = pace;
        this.serviceClock = new ServiceClock(clock);
        this.http = client(threads, serviceClock, signs, () -> permit.getAsBoolean());
        this.calls = new Calls(
                new OkHttpTelegramClient(http, token.strip(), address), this.token, clock, Thread::sleep, pace);
        this.pacing = new Pacing(pace.limits(), System::nanoTime, Thread::sleep);
        this.powers = new Powers(unwanted, clock);
        this.courier = new Courier(calls, powers);
        this.messenger = new TelegramMessenger(courier, clock);
        this.webhook = new Webhook(this.token, TO_KEEP, serviceClock::now);
        this.receiving = new Receiving(
                calls,
                new Receiving.Way(webhook, this.webhook),
                () -> new Poller(this.token, address, http, health, pace),
                health,
                pace);
        this.names = new AskedNames("telegram", new Members(calls), threads, clock);
        this.book = new UpdateBook(memory.received(), clock, threads, Thread::sleep, pace);
    }

    /** A number that grows with each attempt to hear of updates that ended, well or not: once in a minute or two. */
    public long signs() {
        return signs.count();
    }

    /** Leaves the present way of asking for updates, to end by itself, and begins anew: for one that gives no sign any more. */
    public synchronized void listenAnew() {
        Reception opened = reception;
        if (stopping || opened == null) {
            return;
        }
        threads.execute(() -> {
            try {
                receiving.pollAnew(opened);
            } catch (TelegramApiException | RuntimeException e) {
                LOG.warn("telegram polling not begun anew fault=\"{}\"", token.hiddenIn(String.valueOf(e)));
            }
        });
    }

    /** From now on nothing is asked of the service, and nothing told, while {@code permit} says no; it is asked right before anything leaves. Before the start. */
    public void onlyWhile(BooleanSupplier permit) {
        this.permit = permit;
    }

    /** There are other processes on our store, to which updates may be brought as well. Before the start. */
    public void besideOthers() {
        besideOthers = true;
    }

    /** Begins to connect and returns at once. */
    public synchronized void start() {
        if (starting != null) {
            throw new IllegalStateException("started before");
        }
        starting = Thread.ofVirtual().name("telegram-start").start(this::connect);
    }

    /** What members of chats call themselves; from the first connection on. */
    public PersonNames names() {
        return names;
    }

    /** Sends what is planned; from the first connection on. */
    public Messenger messenger() {
        return messenger;
    }

    /** What everything passes that this account writes: answers here, the rest by whoever sends it. */
    public Pacing pacing() {
        return pacing;
    }

    /** What takes the updates that are brought to us; from the first connection on. */
    public Webhook webhook() {
        return webhook;
    }

    public Status status() {
        return health.status();
    }

    /** Waits until people are answered, or it is certain that they will not be, or time is up; tells the last status. */
    public Status awaitReady(Duration patience) throws InterruptedException {
        return health.await(
                s -> s.isReady() || s.state() == Status.State.FAILED || s.state() == Status.State.STOPPED, patience);
    }

    /** Stops in order: no new updates, then answers to all that were taken, for at most ten seconds. */
    @Override
    public synchronized void close() {
        try {
            stopping = true;
            receiving.stop();
            if (starting != null) {
                starting.interrupt();
                starting.join(GRACE);
            }
            if (queue.awaitIdle(GRACE)) {
                book.awaitStruckOut(GRACE);
                confirm();
            } else {
                LOG.warn(
                        "telegram stopped with questions unanswered; they are answered after the next start if that is soon");
            }
            threads.shutdown();
            if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        http.connectionPool().evictAll();
        health.stopped();
    }

    private void connect() {
        try {
            Optional<User> bot = whoWeAre();
            if (bot.isEmpty()) {
                return;
            }
            Reception opened = reception(bot.get());
            reception = opened;
            opened.resume();
            String account = String.valueOf(bot.get().getId());
            receiving.start(opened, memory.facts(), account);
            if (besideOthers) {
                receiving.takeKept(opened);
            }
            publishMenus(account);
        } catch (InterruptedException e) {
            // We are being stopped.
            Thread.currentThread().interrupt();
        } catch (TelegramApiException | RuntimeException | LinkageError e) {
            if (!stopping) {
                health.failed("start", "could not start: " + token.hiddenIn(String.valueOf(e.getMessage())));
            }
        }
    }

    private Reception reception(User bot) {
        String botName = String.valueOf(bot.getUserName());
        Keyboards keyboards = new Keyboards(botName, Boolean.TRUE.equals(bot.getSupportInlineQueries()));
        messenger.connected(keyboards);
        Postman postman = new Postman(calls, courier, keyboards, pacing);
        Moderators moderators = new Moderators(calls);
        Asking asking = new Asking(desk, askers, clock);
        Answering answering = new Answering(
                asking,
                moderators,
                new Places(calls, moderators),
                postman,
                new WorkSigns(calls, powers, threads, Thread::sleep),
                new SentFiles(calls, http, address, token));
        Lateness lateness = new Lateness(pace);
        Typed typed = new Typed(botName, desk.commands());
        Errands errands = new Errands(
                typed,
                new AccessUpdates(doors),
                answering,
                new Presses(botName, answering, postman, threads, Thread::sleep, pace.press()),
                new InlineAnswers(asking, calls, typed, new InlineResults(keyboards)),
                lateness);
        return new Reception(errands, book, lateness, queue, threads, clock, serviceClock::now, pace);
    }

    /** Commands work without menus, so nothing here stops us. */
    private void publishMenus(String account) throws InterruptedException {
        try {
            new Menus(calls, desk.commands(), memory.facts(), account).publish();
        } catch (RuntimeException e) {
            LOG.error("telegram menus not set", e);
        }
    }

    /** Our name is needed to know which commands are meant for us; none when the token is wrong. Asks until the service is there. */
    private Optional<User> whoWeAre() throws InterruptedException {
        for (int failures = 1; ; failures++) {
            switch (calls.callOnce(new GetMe())) {
                case Calls.Result.Done<User>(User me) -> {
                    return Optional.of(me);
                }
                case Calls.Result.Failed<User>(Failure.BadToken(String reason)) -> {
                    health.failed(
                            "token",
                            "Telegram refuses the token (" + reason
                                    + "); get the right one from @BotFather, set telegram.token, start again");
                    return Optional.empty();
                }
                case Calls.Result.Failed<User>(Failure.Flood flood) -> {
                    health.troubled("flood", "Telegram asks us to wait before we start (429)");
                    Thread.sleep(flood.after());
                }
                case Calls.Result.Failed<User>(Failure failure) -> {
                    health.troubled(
                            "unreachable",
                            "cannot reach the Telegram service at " + address.getHost() + ":" + address.getPort() + " ("
                                    + failure.reason() + "); check the network and telegram.api-base-url");
                    Thread.sleep(pace.pauseAfter(failures));
                }
            }
        }
    }

    /** What was answered and not confirmed would come again after the next start. */
    private void confirm() throws InterruptedException {
        Reception opened = reception;
        if (opened != null && opened.lastTaken() > 0 && receiving.isPolling()) {
            GetUpdates confirmation = new LenientGetUpdates();
            confirmation.setOffset(Math.toIntExact(opened.lastTaken() + 1));
            confirmation.setLimit(1);
            confirmation.setTimeout(0);
            calls.callOnce(confirmation);
            receiving.confirmed();
        }
    }

    private static OkHttpClient client(
            ExecutorService threads, ServiceClock serviceClock, Signs signs, BooleanSupplier permit) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(64);
        dispatcher.setMaxRequestsPerHost(64);
        return Written.watching(
                        new OkHttpClient.Builder()
                                .addInterceptor(signs)
                                .addInterceptor(serviceClock)
                                .addInterceptor(Readable::answer),
                        permit)
                .dispatcher(dispatcher)
                .connectTimeout(10, TimeUnit.SECONDS)
                .readTimeout(15, TimeUnit.SECONDS)
                .writeTimeout(10, TimeUnit.SECONDS)
                // OkHttp would send a message again by itself after a lost answer; when to risk a repeat is for us to
                // say.
                .retryOnConnectionFailure(false)
                .build();
    }
}
