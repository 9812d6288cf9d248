package news.lede.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import net.dv8tion.jda.internal.utils.IOUtil;
import news.lede.alert.Doors;
import news.lede.alert.Limits;
import news.lede.alert.Messenger;
import news.lede.alert.Pacing;
import news.lede.command.NewsDesk;
import news.lede.community.AskedNames;
import news.lede.community.Asker;
import news.lede.community.Introduction;
import news.lede.community.PersonNames;
import news.lede.community.Place;
import news.lede.community.PlatformFacts;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot on Discord. {@link #start} returns at once; from then on it connects, comes back after breaks, and tells how things stand. A token that Discord refuses
 * ends it; everything else is tried again. {@link #stop} answers what was begun, then leaves. Thread-safe; used once.
 */
public final class DiscordAdapter implements AutoCloseable {
    /**
     * What the adapter needs of the house besides the desk.
     *
     * @param doors is told where we may write
     * @param facts remembers what Discord was told, so that menus go out only when they changed
     * @param handsOn whether messages to a place shall be handed on to those who follow its channel; may ask the store
     */
    public record Outside(Doors doors, PlatformFacts facts, Predicate<Place> handsOn) {}

    private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);
    /** 50 requests a second in all, five messages in five seconds to one channel, each a little less. */
    private static final Limits LIMITS = new Limits(
            List.of(new Limits.Rate(49, Duration.ofMillis(1010))),
            place -> new Limits.Quota(
                    place.thread().orElse(place.chat()), List.of(new Limits.Rate(5, Duration.ofMillis(5500)))));

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);
    private static final Duration TO_FINISH = Duration.ofSeconds(10);
    private static final Duration TO_LEAVE = Duration.ofSeconds(3);
    /** More than a busy server asks in the 15 minutes that an answer may take. */
    private static final int WAITING = 2000;

    private final DiscordSettings settings;
    private final NewsDesk desk;
    private final Outside outside;
    private final Consumer<DiscordStatus> watcher;
    private final ScheduledExecutorService timer = scheduler("discord-timer");
    private final ScheduledExecutorService connector = scheduler("discord-connector");
    private final ScheduledExecutorService publisher = scheduler("discord-publisher");
    private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();
    private final InteractionListener interactions;
    private final RefusalCount refusals;
    private final OkHttpClient http;
    private final Reach reach;
    private final InstantSource clock;
    private final Pacing pacing = new Pacing(LIMITS, System::nanoTime, Thread::sleep);
    private final DiscordMessenger messenger;
    private final AccessListener access;
    private final AtomicLong signs = new AtomicLong();
    private final PersonNames names;
    private DiscordStatus status = new DiscordStatus.Connecting();
    private @Nullable ShardManager shards;
    private boolean stopping;
    private volatile BooleanSupplier permit = () -> true;

    /**
     * @param askers finds who asks, on a thread of {@code pool}
     * @param pool answers questions; bounded by whoever made it, who also ends it after this is stopped
     * @param watcher is told of every change, in order; must be quick
     */
    public DiscordAdapter(
            DiscordSettings settings,
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Executor pool,
            Outside outside,
            InstantSource clock,
            Consumer<DiscordStatus> watcher) {
        this.settings = settings;
        this.desk = desk;
        this.outside = outside;
        this.watcher = watcher;
        this.interactions = new InteractionListener(desk, askers, new Lanes(pool, WAITING), timer, callbacks);
        this.clock = clock;
        this.refusals = new RefusalCount(clock);
        this.http = IOUtil.newHttpClientBuilder()
                .addInterceptor(new AnswerRetry())
                .addInterceptor(new RefusalGate(refusals))
                .build();
        this.reach = new Reach(http, settings);
        this.messenger = newMessenger();
        Requests requests = newRequests();
        this.names = new AskedNames("discord", new Members(requests, this::shards), callbacks, clock);
        this.access = new AccessListener(outside.doors(), new Channels(requests, this::shards), callbacks);
    }

    private Requests newRequests() {
        return new Requests(
                IOUtil.newHttpClientBuilder(),
                () -> permit.getAsBoolean(),
                reach.baseUrl(),
                settings.token(),
                refusals,
                clock);
    }

    final DiscordMessenger newMessenger() {
        Requests requests = newRequests();
        return new DiscordMessenger(
                requests,
                new Channels(requests, this::shards),
                this::shards,
                new CrossPosts(requests, publisher, clock),
                outside.handsOn(),
                clock);
    }

    private synchronized Optional<ShardManager> shards() {
        return Optional.ofNullable(shards);
    }

    /** What everything passes that this account tells unasked. Discord does not count answers to interactions with it. */
    public Pacing pacing() {
        return pacing;
    }

    /** What servers call their members; from the first connection on. */
    public PersonNames names() {
        return names;
    }

    /** Sends what is planned; from the first connection on. */
    public Messenger messenger() {
        return messenger;
    }

    private static ScheduledExecutorService scheduler(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** From now on nothing is told unasked while {@code permit} says no; it is asked right before anything leaves. Before the start. */
    public void onlyWhile(BooleanSupplier permit) {
        this.permit = permit;
    }

    /** Begins to connect. */
    public void start() {
        // JDA's default lets every text ping whomever it names.
        MessageRequest.setDefaultMentions(EnumSet.noneOf(MentionType.class));
        MessageRequest.setDefaultMentionRepliedUser(false);
        connector.execute(() -> connect(FIRST_RETRY));
    }

    /** How things stand now. */
    public synchronized DiscordStatus status() {
        return status;
    }

    /** A number that grows with every attempt to connect, and while connected with each heartbeat that Discord answers, about once in 40 seconds. */
    public long signs() {
        return signs.get();
    }

    /** Leaves whatever connection there is, to end by itself, and begins anew: for one that gives no sign any more. */
    public void reconnect() {
        Optional<ShardManager> left;
        synchronized (this) {
            if (stopping || status instanceof DiscordStatus.Refused) {
                return;
            }
            left = Optional.ofNullable(shards);
            shards = null;
        }
        become(new DiscordStatus.Unreachable("the connection gave no sign of life; connecting anew"));
        left.ifPresent(manager -> callbacks.execute(() -> {
            manager.getShards().forEach(JDA::shutdownNow);
            manager.shutdown();
        }));
        later(() -> connect(FIRST_RETRY), Duration.ZERO);
    }

    private void connect(Duration retry) {
        signs.incrementAndGet();
        DiscordStatus before = attempt();
        if (before instanceof DiscordStatus.Unreachable) {
            Duration next = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
            later(() -> connect(next), retry);
        }
        become(before);
    }

    /** Asks, then logs in. {@link DiscordStatus.Connecting} when JDA has taken over. */
    private DiscordStatus attempt() {
        DiscordStatus reachable = reach.ask();
        if (!(reachable instanceof DiscordStatus.Connecting)) {
            return reachable;
        }
        ShardManager manager = builder().build(false);
        try {
            manager.login();
        } catch (InvalidTokenException e) {
            manager.shutdown();
            return new DiscordStatus.Refused("Discord does not accept the token in discord.token.");
        } catch (RuntimeException | LinkageError e) {
            manager.shutdown();
            LOG.debug("login failed", e);
            return new DiscordStatus.Unreachable("login failed: " + e.getMessage());
        }
        synchronized (this) {
            shards = manager;
            if (stopping) {
                manager.shutdown();
            }
        }
        return reachable;
    }

    private DefaultShardManagerBuilder builder() {
        return DefaultShardManagerBuilder.createLight(settings.token(), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(reach.baseUrl()))
                .setHttpClient(http)
                .setSessionController(new Gateways(settings.gatewayUrl()))
                // The default is the JVM's common pool, one thread on two cores, where anybody's blocking work would
                // hold back our answers.
                .setCallbackPool(callbacks)
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay((int) LAST_RETRY.toSeconds())
                .setRequestTimeoutRetry(false)
                // A post in a forum may need a tag.
                .enableCache(CacheFlag.FORUM_TAGS)
                .addEventListeners(
                        interactions,
                        access,
                        new SessionListener(desk, outside.facts(), this::become, this::later),
                        new Heartbeats(signs::incrementAndGet));
    }

    /** Runs {@code work} after a while, unless this has been stopped by then. */
    private void later(Runnable work, Duration after) {
        try {
            connector.schedule(work, after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("not retried: stopped");
        }
    }

    private synchronized void become(DiscordStatus now) {
        if (status instanceof DiscordStatus.Stopped || status.equals(now) || connectedAlready(now)) {
            return;
        }
        status = now;
        switch (now) {
            case DiscordStatus.Connecting() -> LOG.info("discord connecting");
            case DiscordStatus.Connected(String bot) -> LOG.info("discord connected bot={}", bot);
            case DiscordStatus.Unreachable(String reason) ->
                LOG.warn("discord unreachable, trying again and again reason=\"{}\"", reason);
            case DiscordStatus.Refused(String reason) -> LOG.error("discord refused reason=\"{}\"", reason);
            case DiscordStatus.Stopped() -> LOG.info("discord stopped");
        }
        watcher.accept(now);
    }

    /** JDA's threads may be quicker than the one that logged in. And the same trouble in other words is no news. */
    private boolean connectedAlready(DiscordStatus now) {
        return (now instanceof DiscordStatus.Connecting && !(status instanceof DiscordStatus.Unreachable))
                || (now instanceof DiscordStatus.Unreachable && status instanceof DiscordStatus.Unreachable);
    }

    /** Takes no more questions, answers those that were begun, and disconnects. Does nothing the second time. */
    public void stop() {
        Optional<ShardManager> leaving;
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
            leaving = Optional.ofNullable(shards);
        }
        connector.shutdownNow();
        publisher.shutdownNow();
        try {
            if (!interactions.finish(TO_FINISH)) {
                LOG.warn("discord stopped with questions unanswered limit={}", TO_FINISH);
            }
            leaving.ifPresent(DiscordAdapter::leave);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leaving.ifPresent(s -> s.getShards().forEach(JDA::shutdownNow));
        }
        timer.shutdownNow();
        callbacks.shutdown();
        http.connectionPool().evictAll();
        messenger.close();
        become(new DiscordStatus.Stopped());
    }

    private static void leave(ShardManager manager) {
        List<JDA> all = manager.getShards();
        manager.shutdown();
        for (JDA shard : all) {
            try {
                if (!shard.awaitShutdown(TO_LEAVE)) {
                    shard.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                shard.shutdownNow();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Spaces logins as Discord wants, and knows the gateway where the settings name one. */
    private static final class Gateways extends ConcurrentSessionController {
        private final String url;

        Gateways(String url) {
            this.url = url;
        }

        @Override
        public ShardedGateway getShardedGateway(JDA api) {
            ShardedGateway asked = super.getShardedGateway(api);
            return url.isBlank() ? asked : new ShardedGateway(url, asked.getShardTotal(), asked.getConcurrency());
        }

        @Override
        public String getGateway() {
            return url.isBlank() ? super.getGateway() : url;
        }
    }
}
