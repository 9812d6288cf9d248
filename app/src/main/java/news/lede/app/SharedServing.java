package news.lede.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.app.watch.Watched;
import news.lede.config.Settings;
import news.lede.discord.Commons;
import news.lede.discord.DiscordAdapter;
import news.lede.discord.Portion;
import news.lede.http.HttpFetcher;
import news.lede.lease.Duty;
import news.lede.lease.Leases;
import news.lede.lease.Tenure;
import news.lede.lease.Turns;
import news.lede.telegram.Anteroom;
import news.lede.telegram.Webhook;
import news.lede.web.health.Part;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot as one of several equal processes on one store. Taking in news with planning, and each platform's account, are duties that one of them has at a time; Discord's shards are shared evenly. All
 * keep their search index and what topics know up to date, and take over whatever its holder lets go of.
 */
final class SharedServing implements Serving {
    /** What news comes in by, and is planned. */
    static final String NEWS = "news";

    private static final Logger LOG = LoggerFactory.getLogger(SharedServing.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** What another process stored can be asked for here within this time. */
    private static final Duration BETWEEN_FOLLOWING = Duration.ofSeconds(2);

    /** More than the span that an account's pace is counted in: whoever had the account before may have used up all of it at the last moment. */
    private static final Duration QUIET = Duration.ofMillis(1_100);

    private final Settings settings;
    private final Lede lede;
    private final HttpFetcher fetcher;
    private final List<Duty> duties = new ArrayList<>();
    private final Optional<ShardDuties> shards;
    private final ShardCount shardCount;
    private final Turns logins;
    private final Commons commons;
    private final List<String> accounts;
    private final Ours ours;
    private final SharedCarrier carrier;
    private final Optional<Anteroom> anteroom;
    private volatile Inbound inbound = Inbound.NONE;
    private volatile @Nullable Supervision supervision;
    private final ExecutorService answering = Platforms.answering();
    private final Semaphore stop = new Semaphore(0);
    /** Released when there is something for whoever looks after shards. */
    private final Semaphore shardLooks = new Semaphore(0);

    private volatile boolean stopping;
    private final List<Thread> looking = new ArrayList<>();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("leases").daemon().factory());
    private final ScheduledExecutorService following = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("follow").daemon().factory());

    SharedServing(Settings settings, Lede lede, HttpFetcher fetcher) {
        this.settings = settings;
        this.lede = lede;
        this.fetcher = fetcher;
        this.accounts = Platforms.on(settings);
        // Nobody before or beside us is called so, in another container either.
        String holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        Leases leases = lede.store().leases();
        this.ours = new Ours(lede.names());
        this.carrier = new SharedCarrier(lede.store(), Serving.schedule(settings), lede.clock());
        this.anteroom = settings.telegram()
                .token()
                .reveal()
                .filter(_ -> PublicAddress.of(settings).isPresent())
                .map(token -> new Anteroom(token, lede.store().receivedUpdates(), lede.clock()));
        this.commons = new Commons(lede.clock());
        this.logins = new Turns(leases, "discord-login", holder, Portion.Shard.BETWEEN_LOGINS);
        this.shardCount =
                new ShardCount(lede.store().platformFacts(), settings.discord().shards());
        this.shards = accounts.contains(Platforms.DISCORD)
                ? Optional.of(new ShardDuties(
                        leases,
                        shardCount,
                        holder,
                        this::answerOn,
                        System::nanoTime,
                        Thread.ofVirtual().name("end-shard-", 0)::start))
                : Optional.empty();
        duties.add(new Duty(leases, NEWS, holder, this::takeInNews, System::nanoTime));
        for (String account : accounts) {
            duties.add(new Duty(leases, account, holder, tenure -> serve(account, tenure), System::nanoTime));
        }
        for (Duty duty : duties) {
            looking.add(Thread.ofPlatform().name("duty-" + duty.name()).daemon().unstarted(() -> lookOnAndOn(duty)));
        }
        shards.ifPresent(all ->
                looking.add(Thread.ofPlatform().name("duty-shards").daemon().unstarted(() -> lookOnAndOn(all))));
    }

    @Override
    public void start(Inbound from) {
        inbound = from;
        from.take(lede, carrier);
        anteroom.ifPresent(Anteroom::start);
        looking.forEach(Thread::start);
        long pause = Tenure.BETWEEN_RENEWALS.toMillis();
        Runnable renew = this::renew;
        var _ = renewing.scheduleWithFixedDelay(() -> guarded("renewing", renew), pause, pause, TimeUnit.MILLISECONDS);
        Runnable follow = this::follow;
        var _ = following.scheduleWithFixedDelay(
                () -> guarded("following", follow), 0, BETWEEN_FOLLOWING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private AutoCloseable takeInNews(Tenure tenure) {
        lede.ingest().storing().prepare();
        // Those who send look by themselves: they may be other processes.
        Telling planning = new Telling(lede, List.of(), () -> !tenure.isSure());
        PollLoop polling = new PollLoop(
                lede,
                new TenantFetcher(fetcher, tenure),
                Serving.schedule(settings),
                planning.news(),
                planning::announced);
        planning.start();
        polling.start();
        carrier.carryBy(polling.carrier(), tenure.lease());
        AutoCloseable hubs = inbound.ask(lede, new TenantPoster(fetcher, tenure), polling);
        Runnable unwatched = watched(
                Supervision.NEWS,
                Stream.concat(polling.watched().stream(), planning.watched().stream()),
                () -> polling.trouble().or(planning::trouble),
                tenure);
        return () -> {
            unwatched.run();
            carrier.carryNoMore();
            try (hubs) {
                polling.close();
            } finally {
                planning.close();
            }
        };
    }

    /** What begins anew does so under the lease. */
    private Runnable watched(String name, Stream<Watched> parts, Supplier<Optional<String>> trouble, Tenure tenure) {
        Leases leases = lede.store().leases();
        List<Watched> fenced = parts.map(part -> new Watched(
                        part.name(),
                        part.limit(),
                        part.signs(),
                        part.waits(),
                        () -> leases.under(tenure.lease(), part.restart())))
                .toList();
        return Optional.ofNullable(supervision)
                .map(all -> all.lookAfter(name, fenced, trouble))
                .orElse(() -> {});
    }

    private AutoCloseable serve(String account, Tenure tenure) {
        Platforms platform = account.equals(Platforms.DISCORD)
                ? discord(new Portion.Telling(this::advised), tenure)
                : Platforms.telegram(PublicAddress.of(settings), settings, lede);
        platform.onlyWhile(tenure::isSure);
        Senders senders = new Senders(lede, platform.outlets());
        Reporting reporting = new Reporting(lede, platform.outlets());
        platform.outlets().forEach(outlet -> outlet.pacing().restAll(QUIET));
        ours.begun(account, platform);
        platform.start();
        senders.start();
        reporting.start();
        Runnable unwatched = watched(
                Supervision.MESSAGES + "-" + account,
                Stream.concat(senders.watched().stream(), platform.watched().stream()),
                senders::trouble,
                tenure);
        return () -> {
            unwatched.run();
            reporting.close();
            senders.close();
            // Before it has stopped: that is no failure, and a process whose platforms have all failed ends.
            ours.ended(platform);
            platform.close();
        };
    }

    private void advised(int shards) {
        shardCount.advise(shards);
        shardLooks.release();
    }

    private AutoCloseable answerOn(ShardDuties.Shard shard, Tenure tenure) {
        Platforms platform = discord(new Portion.Shard(shard.number(), shard.of(), logins), tenure);
        platform.onlyWhile(tenure::isSure);
        ours.begun(Platforms.DISCORD, platform);
        platform.start();
        Runnable unwatched = watched("shard-" + shard.number(), platform.watched().stream(), Optional::empty, tenure);
        return () -> {
            unwatched.run();
            ours.ended(platform);
            platform.close();
        };
    }

    /** Threads that answer are all shards' together, and at each answer under the lease of its own. */
    private Platforms discord(Portion portion, Tenure tenure) {
        Executor under =
                question -> answering.execute(() -> lede.store().leases().under(tenure.lease(), question));
        return Platforms.discord(new DiscordAdapter.Share(portion, commons), under, settings, lede);
    }

    private void lookOnAndOn(Duty duty) {
        boolean stopped = false;
        // Made once: between two guarded turns nothing may need room.
        String what = "looking after " + duty.name();
        Runnable look = duty::look;
        while (!stopped) {
            guarded(what, look);
            try {
                // Whoever has less is quicker, so that work spreads.
                stopped = stop.tryAcquire(BETWEEN_LOOKS.toMillis() * (1 + held()), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }
        guarded("ending " + duty.name(), duty::end);
    }

    private void lookOnAndOn(ShardDuties all) {
        try {
            while (!stopping) {
                guarded("looking after shards", all::look);
                if (shardLooks.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    shardLooks.drainPermits();
                }
            }
            all.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int held() {
        int held = 0;
        for (int i = 0; i < duties.size(); i++) {
            held += duties.get(i).isHeld() ? 1 : 0;
        }
        return held;
    }

    private void renew() {
        guarded("renewing shards", () -> shards.ifPresent(ShardDuties::renew));
        for (Duty duty : duties) {
            guarded("renewing " + duty.name(), duty::renew);
        }
    }

    private void follow() {
        if (duties.stream().noneMatch(duty -> duty.name().equals(NEWS) && duty.isHeld())) {
            lede.ingest().storing().prepare();
            lede.preparation().follow(lede.ingest().storing()::reread);
        }
    }

    /** A failure ends one turn, never the loop: whoever renews no more, be it for want of memory, neither works nor is replaced. */
    static void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            said(what, e);
        }
    }

    /** Out of memory there may be no room even for saying so. */
    private static void said(String what, Throwable e) {
        try {
            LOG.warn(
                    "shared work failed, trying again what=\"{}\" reason=\"{}\"", what, String.valueOf(e.getMessage()));
            LOG.debug("shared work failed what=\"{}\"", what, e);
        } catch (VirtualMachineError again) {
            // The next turn may have the room to say what is wrong with it.
        }
    }

    @Override
    public Optional<PublicAddress> address() {
        return PublicAddress.of(settings);
    }

    /** What is brought comes to any of the processes. Whoever does not answer on Telegram at present keeps it for the one that does. */
    @Override
    public Optional<Webhook> telegramHook() {
        return ours.telegramHook().or(() -> anteroom.map(Anteroom::webhook));
    }

    @Override
    public List<Part> parts() {
        return accounts.stream().map(ours::part).toList();
    }

    /** Duties come and go with their leases, and so does what is looked after. */
    @Override
    public void lookedAfterBy(Supervision all, Housekeeping housekeeping) {
        supervision = all;
        all.lookAfter(housekeeping);
    }

    /** Leases are kept until what was done under them has ended. */
    @Override
    public void close() {
        following.shutdownNow();
        anteroom.ifPresent(Anteroom::close);
        stopping = true;
        shardLooks.release();
        stop.release(duties.size());
        try {
            for (Thread thread : looking) {
                if (thread.isAlive()) {
                    thread.join();
                }
            }
            following.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        renewing.shutdownNow();
        answering.shutdown();
    }
}
