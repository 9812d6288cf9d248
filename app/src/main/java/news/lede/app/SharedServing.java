package news.lede.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import news.lede.config.Settings;
import news.lede.fetch.Fetcher;
import news.lede.lease.Duty;
import news.lede.lease.Tenure;
import news.lede.telegram.Webhook;
import news.lede.web.health.Part;
import news.lede.web.health.Part.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot as one of several equal processes on one store. Taking in news with planning, and each platform's account, are duties that one of them has at a time: the others stand by, keep their search
 * index and what topics know up to date, and take over whatever its holder lets go of.
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
    private final Fetcher fetcher;
    private final List<Duty> duties = new ArrayList<>();
    private final List<String> accounts;
    private final Map<String, Platforms> ours = new ConcurrentHashMap<>();
    private final Semaphore stop = new Semaphore(0);
    private final List<Thread> looking = new ArrayList<>();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("leases").daemon().factory());
    private final ScheduledExecutorService following = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("follow").daemon().factory());

    SharedServing(Settings settings, Lede lede, Fetcher fetcher) {
        this.settings = settings;
        this.lede = lede;
        this.fetcher = fetcher;
        this.accounts = Platforms.on(settings);
        // Nobody before or beside us is called so, in another container either.
        String holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        duties.add(new Duty(lede.store().leases(), NEWS, holder, this::takeInNews, System::nanoTime));
        for (String account : accounts) {
            duties.add(new Duty(
                    lede.store().leases(), account, holder, tenure -> serve(account, tenure), System::nanoTime));
        }
        for (Duty duty : duties) {
            looking.add(Thread.ofPlatform().name("duty-" + duty.name()).daemon().unstarted(() -> lookOnAndOn(duty)));
        }
    }

    @Override
    public void start(Inbound inbound) {
        looking.forEach(Thread::start);
        long pause = Tenure.BETWEEN_RENEWALS.toMillis();
        renewing.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
        following.scheduleWithFixedDelay(this::follow, 0, BETWEEN_FOLLOWING.toMillis(), TimeUnit.MILLISECONDS);
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
        return () -> {
            polling.close();
            planning.close();
        };
    }

    private AutoCloseable serve(String account, Tenure tenure) {
        Platforms platform = Platforms.only(account, settings, lede);
        platform.onlyWhile(tenure::isSure);
        Senders senders = new Senders(lede, platform.outlets());
        Reporting reporting = new Reporting(lede, platform.outlets());
        platform.outlets().forEach(outlet -> outlet.pacing().restAll(QUIET));
        ours.put(account, platform);
        platform.introduce(lede.names());
        platform.start();
        senders.start();
        reporting.start();
        return () -> {
            reporting.close();
            senders.close();
            platform.close();
            ours.remove(account);
        };
    }

    private void lookOnAndOn(Duty duty) {
        boolean stopped = false;
        while (!stopped) {
            guarded("looking after " + duty.name(), duty::look);
            // Whoever has less is quicker, so that work spreads.
            long others = duties.stream().filter(Duty::isHeld).count();
            try {
                stopped = stop.tryAcquire(BETWEEN_LOOKS.toMillis() * (1 + others), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }
        guarded("ending " + duty.name(), duty::end);
    }

    private void renew() {
        duties.forEach(duty -> guarded("renewing " + duty.name(), duty::renew));
    }

    private void follow() {
        if (duties.stream().noneMatch(duty -> duty.name().equals(NEWS) && duty.isHeld())) {
            guarded("following", () -> {
                lede.ingest().storing().prepare();
                lede.ingest().storing().reread(lede.preparation().follow());
            });
        }
    }

    /** A failure ends one turn, never the loop. */
    private static void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("shared work failed, trying again what=\"{}\" reason=\"{}\"", what, e.getMessage());
            LOG.debug("shared work failed what=\"{}\"", what, e);
        }
    }

    /** What is brought would come to any of the processes, and only one could take it: all is asked for. */
    @Override
    public Optional<PublicAddress> address() {
        return Optional.empty();
    }

    @Override
    public Optional<Webhook> telegramHook() {
        return Optional.empty();
    }

    @Override
    public List<Part> parts() {
        return accounts.stream()
                .flatMap(account -> {
                    Platforms platform = ours.get(account);
                    return platform == null
                            ? List.of(new Part(account, State.READY, "another process has it")).stream()
                            : platform.parts().stream();
                })
                .toList();
    }

    /** Duties come and go with their leases; whoever hangs with all of its process loses them. */
    @Override
    public void lookedAfterBy(Supervision supervision, Housekeeping housekeeping) {}

    /** Leases are kept until what was done under them has ended. */
    @Override
    public void close() {
        following.shutdownNow();
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
    }
}
