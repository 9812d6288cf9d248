package news.lede.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import news.lede.app.watch.Loop;
import news.lede.app.watch.Watched;
import news.lede.article.ArticleId;
import news.lede.fetch.Fetcher;
import news.lede.fetch.HostGate;
import news.lede.hub.Carrier;
import news.lede.ingest.EntryIntake;
import news.lede.ingest.Poller;
import news.lede.ingest.Revisiting;
import news.lede.ingest.SourceWatch;
import news.lede.ingest.Web;
import news.lede.source.PollSchedule;
import news.lede.source.SourceId;

/**
 * Keeps the river running: sources are polled, what they carry becomes articles, and those are made ready to be asked for. Each of it has a thread of its own, so that a burst of
 * entries keeps no source waiting. A failure ends one turn, never the loop.
 */
final class PollLoop implements AutoCloseable {
    /** Few enough that what came first can be asked for soon. */
    private static final int ENTRIES = 200;

    private static final int PAGES = 20;
    /** Entries that were put off are met within this time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final Duration BETWEEN_WATCHES = Duration.ofMinutes(1);
    /** Polls end within a minute; a queue of a thousand at one host moves on all the same. */
    private static final Duration LONGEST_POLL = Duration.ofMinutes(10);
    /** Two hundred entries with their pages, read and thought about by the model on a small machine. */
    private static final Duration LONGEST_INTAKE = Duration.ofMinutes(15);

    private final Lede lede;
    private final Web web;
    private final PollSchedule schedule;
    private volatile Poller poller;
    /** Of pollers that were left behind. */
    private volatile long signsBefore;

    private final EntryIntake intake;
    private final Revisiting revisiting;
    private final AtomicBoolean received = new AtomicBoolean();
    private final Loop taking = new Loop("intake", this::takeTurn);
    private final Loop watching;
    private final Loop matching = new Loop("topics", this::matchTurn);
    private final Lock news;
    private final Runnable announced;
    private volatile boolean closed;

    PollLoop(Lede lede, Fetcher fetcher, PollSchedule schedule) {
        this(lede, fetcher, schedule, new ReentrantLock(), () -> {});
    }

    /**
     * @param news held while news is taken in and until topics have read it
     * @param announced is told when something was taken in
     */
    PollLoop(Lede lede, Fetcher fetcher, PollSchedule schedule, Lock news, Runnable announced) {
        this.lede = lede;
        this.news = news;
        this.announced = announced;
        this.web = lede.ingest().web(fetcher);
        this.schedule = schedule;
        this.poller = newPoller();
        SourceWatch watch = lede.ingest().sourceWatch();
        this.watching = new Loop("source-watch", () -> {
            watch.look();
            return BETWEEN_WATCHES;
        });
        this.intake = lede.ingest().entryIntake(web);
        this.revisiting = lede.ingest().revisiting(web);
    }

    private Poller newPoller() {
        return lede.ingest().poller(web, schedule, this::received);
    }

    private void received() {
        received.set(true);
        taking.wake();
    }

    /** What lets requests through to hosts. */
    HostGate gate() {
        return web.gate();
    }

    /** Takes what hubs bring, whichever poller is at work. */
    Carrier carrier() {
        return new Carrier() {
            @Override
            public boolean bring(SourceId source, URI topic, byte[] body, Optional<String> charset)
                    throws InterruptedException {
                return poller.bring(source, topic, body, charset);
            }

            @Override
            public Optional<Instant> pollSoon(SourceId source) {
                return poller.pollSoon(source);
            }
        };
    }

    void start() {
        poller.start();
        taking.start();
        watching.start();
        matching.start();
    }

    /** What is to be looked at, so that it never stands still unnoticed. */
    List<Watched> watched() {
        return List.of(
                new Watched("polling", LONGEST_POLL, () -> signsBefore + poller.signs(), () -> true, this::pollAnew),
                Watched.of(taking, LONGEST_INTAKE),
                Watched.of(watching, LONGEST_INTAKE),
                Watched.of(matching, LONGEST_INTAKE));
    }

    /** What keeps news from coming in at present, if anything. */
    Optional<String> trouble() {
        return Stream.of(poller.trouble(), taking.trouble(), matching.trouble(), watching.trouble())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Looks at once whether a source is due. */
    void wake() {
        poller.wake();
    }

    /** What the old one has begun ends by itself, or is due again after the floor. */
    private synchronized void pollAnew() {
        if (closed) {
            return;
        }
        Poller stuck = poller;
        signsBefore += stuck.signs();
        poller = newPoller();
        poller.start();
        Thread.ofVirtual().name("poll-end").start(stuck::close);
    }

    /** Polls what is due and takes in all that waits, now, on the caller's thread; before {@link #start} only. The result is how many articles are new. */
    int once() {
        Poller.Round round = poller.pollDue();
        int stored = round.articles() + take();
        if (round.articles() > 0) {
            lede.preparation().prepare(List.of(), (_, _) -> {});
        }
        return stored;
    }

    /** Takes in all that waits. */
    private int take() {
        int added = 0;
        EntryIntake.Taken taken = takeSome();
        while (taken.entries() > 0) {
            added += taken.added().size();
            if (closed || Thread.currentThread().isInterrupted()) {
                break;
            }
            taken = takeSome();
        }
        return added;
    }

    private EntryIntake.Taken takeSome() {
        news.lock();
        try {
            EntryIntake.Taken taken = intake.take(ENTRIES);
            if (taken.entries() > 0) {
                lede.meters().count("lede.articles", taken.added().size());
                lede.meters().count("lede.articles.changed", taken.changed().size());
                lede.preparation().prepare(taken.changed(), (_, _) -> {});
                announced.run();
            }
            return taken;
        } finally {
            news.unlock();
        }
    }

    /** Reads pages again that are due; a few at a time, since news goes first. */
    private void revisit() {
        List<ArticleId> changed = revisiting.due(PAGES).changed();
        if (!changed.isEmpty()) {
            lede.preparation().prepare(changed, (_, _) -> {});
            announced.run();
        }
    }

    private Duration takeTurn() {
        if (received.getAndSet(false)) {
            // Articles of pages that are sources themselves are stored by now, and nothing of theirs waits.
            lede.preparation().prepare(List.of(), (_, _) -> {});
            announced.run();
        }
        try {
            take();
        } finally {
            revisit();
        }
        return BETWEEN_LOOKS;
    }

    /** What was stored before the start is matched in the background, the newest first, so that no question has to read it. */
    private Duration matchTurn() {
        return lede.preparation().matchTopicsBack() ? Duration.ZERO : BETWEEN_LOOKS;
    }

    /** Lets what is being stored end, so that it is whole. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        watching.close();
        matching.close();
        poller.close();
        taking.close();
    }
}
