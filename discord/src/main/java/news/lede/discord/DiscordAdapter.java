package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
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
import net.dv8tion.jda.api.sharding.ShardManager;
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

    /** What is done by this adapter, and what it has in common with others of this process. */
    public record Share(Portion portion, Commons commons) {}

    private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);
    /** 50 requests a second in all, five messages in five seconds to one channel, each a little less. */
    private static final Limits LIMITS = new Limits(
            List.of(new Limits.Rate(49, Duration.ofMillis(1010))),
            place -> new Limits.Quota(
                    place.thread().orElse(place.chat()), List.of(new Limits.Rate(5, Duration.ofMillis(5500)))));

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);
    private static final Duration TO_FINISH = Duration.ofSeconds(10);
    /** How many shards Discord advises changes with the number of servers. */
    private static final Duration BETWEEN_ADVICE = Duration.ofHours(1);
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
    private final Share share;
    private final Servers servers;
    private final OkHttpClient http;
    private final Reach reach;
    private final Login login;
    private final Requests requests;
    private final InstantSource clock;
    private final Pacing pacing = new Pacing(LIMITS, System::nanoTime, Thread::sleep);
    private final DiscordMessenger messenger;
    private final AccessListener access;
    private final AtomicLong signs = new AtomicLong();
    private final PersonNames names;
    private DiscordStatus status = new DiscordStatus.Connecting();
    private @Nullable ShardManager shards;
    private volatile @Nullable String self;
    private boolean stopping;
    private volatile BooleanSupplier permit = () -> true;

    /** One that does all there is to do. */
    public DiscordAdapter(
            DiscordSettings settings,
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Executor pool,
            Outside outside,
            InstantSource clock,
            Consumer<DiscordStatus> watcher) {
        this(
                settings,
                new Share(new Portion.Whole(0), new Commons(clock)),
                desk,
                askers,
                pool,
                outside,
                clock,
                watcher);
    }

    /**
     * @param askers finds who asks, on a thread of {@code pool}
     * @param pool answers questions; bounded by whoever made it, who also ends it after this is stopped
     * @param watcher is told of every change, in order; must be quick
     */
    public DiscordAdapter(
            DiscordSettings settings,
            Share share,
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Executor pool,
            Outside outside,
            InstantSource clock,
            Consumer<DiscordStatus> watcher) {
        this.share = share;
        this.servers = share.commons().servers();
        this.settings = settings;
        this.desk = desk;
        this.outside = outside;
        this.watcher = watcher;
        this.interactions = new InteractionListener(
                desk, askers, new Lanes(pool, WAITING), timer, callbacks, () -> permit.getAsBoolean());
        this.clock = clock;
        this.http = IOUtil.newHttpClientBuilder()
                .addInterceptor(new AnswerRetry())
                .addInterceptor(new RefusalGate(share.commons().refusals()))
                .build();
        this.reach = new Reach(http, settings);
        this.login = new Login(
                settings,
                reach.baseUrl(),
                http,
                share.portion(),
                () -> permit.getAsBoolean(),
                signs::incrementAndGet,
                callbacks);
        this.messenger = newMessenger();
        this.requests = newRequests();
        this.names = new AskedNames("discord", new Members(requests, servers), callbacks, clock);
        this.access = new AccessListener(outside.doors(), new Channels(requests, servers, clock), callbacks);
    }

    private Requests newRequests() {
        return new Requests(
                IOUtil.newHttpClientBuilder(),
                () -> permit.getAsBoolean(),
                reach.baseUrl(),
                settings.token(),
                share.commons().refusals(),
                clock);
    }

    final DiscordMessenger newMessenger() {
        Requests own = newRequests();
        return new DiscordMessenger(
                own,
                new Channels(own, servers, clock),
                this::self,
                new CrossPosts(own, publisher, clock),
                outside.handsOn(),
                clock);
    }

    private Optional<String> self() {
        return Optional.ofNullable(self).or(servers::self);
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

    /** What to call the connection whose {@link #signs} these are; empty where none is needed. */
    public Optional<String> connection() {
        return switch (share.portion()) {
            case Portion.Whole _ -> Optional.of("discord-gateway");
            case Portion.Shard shard -> Optional.of("discord-gateway-" + shard.number());
            case Portion.Telling _ -> Optional.empty();
        };
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
        left.ifPresent(servers::remove);
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

    /** Asks, then begins with what is ours. {@link DiscordStatus.Connecting} when JDA has taken over. */
    private DiscordStatus attempt() {
        Reach.Found found = reach.ask();
        if (!found.isReachable()) {
            return found.status();
        }
        return share.portion() instanceof Portion.Telling telling ? known(telling, found.shards()) : loggedIn();
    }

    /** Who we are is all that telling needs. */
    private DiscordStatus known(Portion.Telling telling, int advised) {
        if (!(requests.get("users/@me", "users/@me") instanceof Reply.Done(JsonNode user)) || !user.hasNonNull("id")) {
            return new DiscordStatus.Unreachable("Discord does not say who we are");
        }
        try {
            telling.advised().accept(advised);
        } catch (RuntimeException e) {
            LOG.warn("how many shards Discord advises is not noted yet shards={} error={}", advised, e.toString());
            return new DiscordStatus.Unreachable("the store does not take what Discord advises");
        }
        self = user.path("id").asText();
        later(() -> connect(FIRST_RETRY), BETWEEN_ADVICE);
        return new DiscordStatus.Connected(user.path("username").asText());
    }

    private DiscordStatus loggedIn() {
        ShardManager manager = login.prepared(
                LAST_RETRY,
                interactions,
                access,
                new SessionListener(desk, outside.facts(), this::become, this::later),
                new Heartbeats(signs::incrementAndGet));
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
            if (stopping) {
                login.close();
                manager.shutdown();
            } else {
                shards = manager;
                servers.add(manager);
            }
        }
        return new DiscordStatus.Connecting();
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
            login.close();
            leaving.ifPresent(Login::leave);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leaving.ifPresent(s -> s.getShards().forEach(JDA::shutdownNow));
        }
        leaving.ifPresent(servers::remove);
        timer.shutdownNow();
        callbacks.shutdown();
        http.connectionPool().evictAll();
        requests.close();
        messenger.close();
        become(new DiscordStatus.Stopped());
    }

    @Override
    public void close() {
        stop();
    }
}
