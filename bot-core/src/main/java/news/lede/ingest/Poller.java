package news.lede.ingest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.hub.Carrier;
import news.lede.ingest.Inbox.Carried;
import news.lede.ingest.PollRecorder.Recorded;
import news.lede.source.DueSource;
import news.lede.source.PollResult;
import news.lede.source.PollSchedule;
import news.lede.source.SourceId;
import news.lede.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the sources that are due, without end, and puts what they carry into the {@link Inbox}. Each poll is a virtual thread that waits for its turn at the source's host, asks, reads, and
 * hands the result to the one thread that writes; nobody waits for the slowest. One bad source never holds up the others: whatever goes wrong with it ends in its own state.
 *
 * <p>Before a source is asked it is written down that it is due again after the floor: however this process ends, no source is asked twice within it.
 */
public final class Poller implements Carrier, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    /** Polls begun, most of which wait for their turn. Enough that one host with hundreds of sources does not keep the others waiting. */
    private static final int MOST_BEGUN = 1024;

    private static final int BATCH = 256;
    /** Each look costs queries, and a commit for what it begins: what falls due within a second is begun together. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    /** Sources that another process added are met within this time. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final PollBooks books;
    private final PollSchedule schedule;
    private final BodyReader bodies;
    private final SourceReader reader;
    private final PollRecorder recorder;
    private final Runnable whenReceived;
    private final PollCount count;
    private final InstantSource clock;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    private final Thread loop = Thread.ofPlatform().name("poll-loop").daemon().unstarted(this::run);
    private final Workbench workbench = new Workbench();
    private final Set<SourceId> begun = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private Round round = Round.NOTHING;
    private volatile Instant nextAdmission = Instant.MIN;
    private final AtomicLong signs = new AtomicLong();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean closed;

    /**
     * @param whenReceived called, on the writing thread, each time that entries came into the inbox
     */
    public Poller(
            PollBooks books,
            Web web,
            PollSchedule schedule,
            Reading reading,
            Runnable whenReceived,
            InstantSource clock) {
        this(books, web, schedule, reading, whenReceived, PollCount.NONE, clock);
    }

    /** The same, where somebody counts. */
    public Poller(
            PollBooks books,
            Web web,
            PollSchedule schedule,
            Reading reading,
            Runnable whenReceived,
            PollCount count,
            InstantSource clock) {
        this.books = books;
        this.count = count;
        this.schedule = schedule;
        this.whenReceived = whenReceived;
        this.clock = clock;
        Courier courier = new Courier(web, clock);
        Drafting drafting = new Drafting(reading.extractor(), new ArticleLanguage(reading.languageDetector()), clock);
        PageSource pages = new PageSource(reading.extractor(), drafting, reading.intake());
        this.bodies = new BodyReader(courier, workbench, reading.feedReader(), reading.carrying(), pages, clock);
        this.reader = new SourceReader(courier, new FolderReader(clock), bodies, clock);
        this.recorder = new PollRecorder(books, schedule, this::recorded);
        web.gate().restore(books.rests().resting(clock.instant()));
    }

    /**
     * How documents are read: pages, feeds, what is carried of a feed's entries, the language of a text; and where the article goes that a page is which is a source itself.
     */
    public record Reading(
            Function<Document, Extraction> extractor,
            Function<Document, ParsedFeed> feedReader,
            Function<ParsedFeed.Feed, List<Carried>> carrying,
            Function<String, Optional<Language>> languageDetector,
            Intake intake) {}

    /** What was done: sources asked, new entries that came into the inbox, new articles of pages that are sources themselves. */
    public record Round(int polled, int entries, int articles) {
        private static final Round NOTHING = new Round(0, 0, 0);

        private Round with(int moreEntries, int moreArticles) {
            return new Round(polled + 1, entries + moreEntries, articles + moreArticles);
        }
    }

    /** Polls what is due from now on, on threads of its own. */
    public void start() {
        loop.start();
    }

    /** A number that grows with each look and with each poll that ends. Once started, more than ten minutes without are a sign that it has come to a stand. */
    public long signs() {
        return signs.get();
    }

    /** Why due sources cannot be found at present, if so. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Looks at once whether something is due: whoever adds a source need not wait. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            nextAdmission = Instant.MIN;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes in what somebody brought of the source, as polled entries are; what polling keeps for itself stays as it is, since what is brought may be a part only.
     *
     * @throws RuntimeException when the store refuses; then nothing was taken
     */
    @Override
    public boolean bring(SourceId source, URI topic, byte[] body, Optional<String> charset)
            throws InterruptedException {
        Instant now = clock.instant();
        Optional<List<Carried>> entries = bodies.entries(new Document(body, Optional.of(topic), now, charset));
        if (entries.isEmpty()) {
            return false;
        }
        Inbox.Received taken =
                books.transactor().inTransaction(() -> books.inbox().receive(source, entries.get(), false, now));
        if (taken.added() + taken.changed() > 0) {
            whenReceived.run();
        }
        return true;
    }

    @Override
    public Optional<Instant> pollSoon(SourceId source) {
        books.states().admit(clock.instant());
        Optional<Instant> soonest = books.transactor()
                .inTransaction(() -> books.states().find(source).map(state -> {
                    Instant due = schedule.soonest(state, clock.instant());
                    books.states().save(state.dueAt(due));
                    return due;
                }));
        wake();
        return soonest;
    }

    /**
     * Polls every source that is due now, and waits for the last. Not beside {@link #start}. Returns early, with the rest still due, when the thread is interrupted.
     */
    public Round pollDue() {
        lock.lock();
        try {
            round = Round.NOTHING;
            nextAdmission = Instant.MIN;
        } finally {
            lock.unlock();
        }
        try {
            beginDue();
            awaitBegun(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            return round;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            signs.incrementAndGet();
            try {
                beginDue();
                well();
                pause(untilNext());
            } catch (InterruptedException e) {
                return; // closed
            } catch (RuntimeException | VirtualMachineError e) {
                if (closed) {
                    return;
                }
                failed(e);
                try {
                    pause(LONGEST_PAUSE);
                } catch (InterruptedException stop) {
                    return;
                }
            }
        }
    }

    /** Said once, however long it takes. */
    private void failed(Throwable e) {
        if (trouble.isEmpty()) {
            log.error("looking for due sources failed, trying again pause={}", LONGEST_PAUSE, e);
        }
        trouble = Optional.of(String.valueOf(e.getMessage()));
    }

    private void well() {
        if (trouble.isPresent()) {
            trouble = Optional.empty();
            log.warn("due sources are found again");
        }
    }

    /** Begins every poll that is due, as room allows. */
    private void beginDue() throws InterruptedException {
        Instant now = clock.instant();
        admit(now);
        for (List<DueSource> due = due(now); !due.isEmpty(); due = due(now)) {
            awaitBegun(MOST_BEGUN - due.size());
            Instant begin = clock.instant();
            books.states().begin(due.stream().map(d -> d.source().id()).toList(), begin, begin.plus(schedule.floor()));
            for (DueSource one : due) {
                begun.add(one.source().id());
                threads.execute(() -> poll(one));
            }
        }
    }

    /** New sources are looked for among all, so not at each look, but at once when somebody says that there are some. */
    private void admit(Instant now) {
        if (!now.isBefore(nextAdmission)) {
            books.states().admit(now);
            nextAdmission = now.plus(LONGEST_PAUSE);
        }
    }

    private List<DueSource> due(Instant now) {
        // With a short floor one that is being polled still may be due again.
        return books.states().due(now, BATCH + begun.size()).stream()
                .filter(due -> !begun.contains(due.source().id()))
                .limit(BATCH)
                .toList();
    }

    private void poll(DueSource due) {
        try {
            recorder.add(reader.read(due));
        } catch (InterruptedException e) {
            // Stopped on the way: it was begun, so it is due again after the floor.
            ended(due, 0, 0);
        } catch (VirtualMachineError e) {
            ended(due, 0, 0);
            throw e;
        }
    }

    private void recorded(Recorded recorded) {
        Inbox.Received entries = recorded.received();
        try {
            count.ended(ending(recorded.polled()), entries.added() + entries.changed(), recorded.stored());
            if (entries.added() + entries.changed() + recorded.stored() > 0) {
                whenReceived.run();
            }
        } finally {
            // Last: whoever waits for the end of a round may rely on all that belongs to it.
            ended(recorded.polled().due(), entries.added(), recorded.stored());
        }
    }

    private static PollCount.Ending ending(Polled polled) {
        return switch (polled) {
            case Polled.Deferred _ -> PollCount.Ending.DEFERRED;
            case Polled.Asked asked ->
                switch (asked.result()) {
                    case PollResult.Answered _ -> PollCount.Ending.ANSWERED;
                    case PollResult.AskedToWait _ -> PollCount.Ending.ASKED_TO_WAIT;
                    case PollResult.Ended _ -> PollCount.Ending.ENDED;
                    case PollResult.Failed(PollResult.Cause cause) ->
                        switch (cause) {
                            case MISSING -> PollCount.Ending.MISSING;
                            case SHUT -> PollCount.Ending.SHUT;
                            case NOT_A_FEED -> PollCount.Ending.UNREADABLE;
                            case TROUBLE -> PollCount.Ending.TROUBLE;
                        };
                };
        };
    }

    private void ended(DueSource due, int entries, int articles) {
        signs.incrementAndGet();
        lock.lock();
        try {
            begun.remove(due.source().id());
            round = round.with(entries, articles);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitBegun(int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (begun.size() > most) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private Duration untilNext() {
        return books.states()
                .nextDue()
                .map(next -> Duration.between(clock.instant(), next))
                .filter(wait -> wait.compareTo(LONGEST_PAUSE) < 0)
                .map(wait -> wait.compareTo(SHORTEST_PAUSE) > 0 ? wait : SHORTEST_PAUSE)
                .orElse(LONGEST_PAUSE);
    }

    private void pause(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            while (!woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /** Breaks off the polls under way, and writes down those that have ended. */
    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        try {
            if (loop.isAlive()) {
                loop.join(TO_FINISH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        threads.close();
        workbench.close();
        recorder.close();
    }
}
