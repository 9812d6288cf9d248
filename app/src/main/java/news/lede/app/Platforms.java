package news.lede.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import news.lede.alert.Doors;
import news.lede.alert.Messenger;
import news.lede.alert.Pacing;
import news.lede.app.watch.Watched;
import news.lede.command.NewsDesk;
import news.lede.community.Askers;
import news.lede.community.Place;
import news.lede.config.Settings;
import news.lede.discord.Commons;
import news.lede.discord.DiscordAdapter;
import news.lede.discord.DiscordSettings;
import news.lede.discord.DiscordStatus;
import news.lede.discord.Portion;
import news.lede.store.Store;
import news.lede.telegram.Memory;
import news.lede.telegram.Status;
import news.lede.telegram.TelegramAdapter;
import news.lede.telegram.Webhook;
import news.lede.web.health.Part;
import news.lede.web.health.Part.State;

/** The platforms whose token is set, each on its own: what goes wrong with one is no business of the other. */
final class Platforms implements AutoCloseable {
    /** As many questions as can usefully be answered at once; the rest wait in their conversations' queues. */
    private static final int ANSWERING = 8;
    /** Discord is heard at least every minute, a question for updates takes no longer either, and both are tried again within a minute while they are away. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    static final String DISCORD = "discord";
    static final String TELEGRAM = "telegram";

    private final Optional<DiscordAdapter> discord;
    private final Optional<TelegramAdapter> telegram;
    private final Runnable ended;

    /**
     * How much of the work on platforms is done.
     *
     * @param names of the platforms
     * @param address where something is brought to us
     * @param discord what of all that is done there
     * @param answering answers questions
     * @param ended is run when that is needed no longer
     */
    private record Extent(
            Collection<String> names,
            Optional<PublicAddress> address,
            DiscordAdapter.Share discord,
            Executor answering,
            Runnable ended) {}

    Platforms(Settings settings, NewsDesk desk, Askers askers, Doors doors, Store store, InstantSource clock) {
        this(
                whole(on(settings), PublicAddress.of(settings), settings, clock),
                settings,
                desk,
                askers,
                doors,
                store,
                clock);
    }

    private static Extent whole(
            Collection<String> names, Optional<PublicAddress> address, Settings settings, InstantSource clock) {
        ExecutorService answering = answering();
        return new Extent(
                names,
                address,
                new DiscordAdapter.Share(new Portion.Whole(settings.discord().shards()), new Commons(clock)),
                answering,
                answering::shutdown);
    }

    /** Threads that answer questions, as many as are useful in one process. */
    static ExecutorService answering() {
        return Executors.newFixedThreadPool(
                ANSWERING, Thread.ofPlatform().name("answer-", 0).daemon().factory());
    }

    private Platforms(
            Extent extent,
            Settings settings,
            NewsDesk desk,
            Askers askers,
            Doors doors,
            Store store,
            InstantSource clock) {
        Memory memory = new Memory(store.receivedUpdates(), store.platformFacts());
        DiscordAdapter.Outside outside =
                new DiscordAdapter.Outside(doors, store.platformFacts(), place -> isHandedOn(store, place));
        discord = settings.discord()
                .token()
                .reveal()
                .filter(_ -> extent.names().contains(DISCORD))
                .map(token -> new DiscordAdapter(
                        new DiscordSettings(
                                token,
                                written(settings.discord().apiBaseUrl()),
                                written(settings.discord().gatewayUrl())),
                        extent.discord(),
                        desk,
                        askers::of,
                        extent.answering(),
                        outside,
                        clock,
                        _ -> {}));
        telegram = settings.telegram()
                .token()
                .reveal()
                .filter(_ -> extent.names().contains(TELEGRAM))
                .map(token -> new TelegramAdapter(
                        token,
                        written(settings.telegram().apiBaseUrl()),
                        desk,
                        askers::of,
                        doors,
                        memory,
                        new TelegramAdapter.Manner(
                                settings.telegram().richMessages(),
                                extent.address().map(PublicAddress::telegram)),
                        clock));
        ended = extent.ended();
    }

    /** Every platform whose token is set, for {@code lede}. */
    static Platforms all(Settings settings, Lede lede) {
        return of(whole(on(settings), PublicAddress.of(settings), settings, lede.clock()), settings, lede);
    }

    /** Telegram, as one of several processes to which updates are brought when there is an address. */
    static Platforms telegram(Optional<PublicAddress> address, Settings settings, Lede lede) {
        Platforms one = of(whole(List.of(TELEGRAM), address, settings, lede.clock()), settings, lede);
        one.telegram.ifPresent(TelegramAdapter::besideOthers);
        return one;
    }

    /** A part of what is done on Discord. {@code answering} is ended by the caller. */
    static Platforms discord(DiscordAdapter.Share share, Executor answering, Settings settings, Lede lede) {
        return of(new Extent(List.of(DISCORD), Optional.empty(), share, answering, () -> {}), settings, lede);
    }

    private static Platforms of(Extent extent, Settings settings, Lede lede) {
        return new Platforms(
                extent, settings, lede.desk(), lede.askers(), lede.telling().doors(), lede.store(), lede.clock());
    }

    /** The platforms whose token is set. */
    static List<String> on(Settings settings) {
        List<String> on = new ArrayList<>();
        if (settings.discord().token().isSet()) {
            on.add(DISCORD);
        }
        if (settings.telegram().token().isSet()) {
            on.add(TELEGRAM);
        }
        return on;
    }

    /** Nothing leaves while {@code permit} says no. Before the start. */
    void onlyWhile(BooleanSupplier permit) {
        discord.ifPresent(d -> d.onlyWhile(permit));
        telegram.ifPresent(t -> t.onlyWhile(permit));
    }

    private static boolean isHandedOn(Store store, Place place) {
        return store.communities()
                .known(place)
                .map(conversation ->
                        store.subscriptions().channel(conversation.id()).handedOn())
                .orElse(false);
    }

    private static String written(Optional<URI> address) {
        return address.map(URI::toString).orElse("");
    }

    boolean none() {
        return discord.isEmpty() && telegram.isEmpty();
    }

    void start() {
        discord.ifPresent(DiscordAdapter::start);
        telegram.ifPresent(TelegramAdapter::start);
    }

    /** Who asks for names of persons may ask those of each platform that is on. */
    void introduce(PlatformNames names) {
        discord.ifPresent(d -> names.ask(DISCORD, d.names()));
        telegram.ifPresent(t -> names.ask(TELEGRAM, t.names()));
    }

    /** A way out to one platform, and the pace that everything keeps there. */
    record Outlet(Messenger messenger, Pacing pacing) {}

    /** What takes the updates that Telegram brings. */
    Optional<Webhook> telegramHook() {
        return telegram.map(TelegramAdapter::webhook);
    }

    /** One for each platform that is on. */
    List<Outlet> outlets() {
        List<Outlet> outlets = new ArrayList<>();
        discord.ifPresent(d -> outlets.add(new Outlet(d.messenger(), d.pacing())));
        telegram.ifPresent(t -> outlets.add(new Outlet(t.messenger(), t.pacing())));
        return outlets;
    }

    /** How each platform that is on is doing. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        discord.ifPresent(d -> parts.add(part(d.status())));
        telegram.ifPresent(t -> parts.add(part(t.status())));
        return parts;
    }

    /** What is to be looked at, so that neither connection stands still unnoticed. */
    List<Watched> watched() {
        List<Watched> watched = new ArrayList<>();
        discord.ifPresent(d -> d.connection()
                .ifPresent(name ->
                        watched.add(new Watched(name, LONGEST_SILENCE, () -> signs(d), () -> true, d::reconnect))));
        telegram.ifPresent(t -> watched.add(
                new Watched("telegram-updates", LONGEST_SILENCE, () -> signs(t), () -> true, t::listenAnew)));
        return watched;
    }

    /** One that was refused for good is silent, and no restart would change that. */
    private static long signs(DiscordAdapter discord) {
        return discord.status() instanceof DiscordStatus.Refused ? System.nanoTime() : discord.signs();
    }

    private static long signs(TelegramAdapter telegram) {
        return telegram.status().state() == Status.State.FAILED ? System.nanoTime() : telegram.signs();
    }

    private static Part part(DiscordStatus status) {
        return switch (status) {
            case DiscordStatus.Connected _ -> new Part(DISCORD, State.READY, "");
            case DiscordStatus.Connecting _ -> new Part(DISCORD, State.WAITING, "connecting");
            case DiscordStatus.Unreachable(String reason) -> new Part(DISCORD, State.WAITING, reason);
            case DiscordStatus.Refused(String reason) -> new Part(DISCORD, State.FAILED, reason);
            case DiscordStatus.Stopped _ -> new Part(DISCORD, State.FAILED, "stopped");
        };
    }

    private static Part part(Status status) {
        State state = switch (status.state()) {
            case READY -> State.READY;
            case STARTING, TROUBLED -> State.WAITING;
            case FAILED, STOPPED -> State.FAILED;
        };
        return new Part(TELEGRAM, state, status.detail());
    }

    /** Takes no more questions and answers those that were begun. */
    @Override
    public void close() {
        discord.ifPresent(DiscordAdapter::close);
        telegram.ifPresent(TelegramAdapter::close);
        ended.run();
    }
}
