package news.lede.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import news.lede.article.ArticleId;
import news.lede.ingest.Inbox.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns entries that wait in the {@link Inbox} into articles. Each is stored with its story's revision, its announcement and the mark that it was dealt with in one
 * transaction, several entries to one where they are at hand: whenever it ends, nothing is lost and nothing doubled.
 *
 * <p>Drafts are made and pages read ahead at the same time; storing keeps the order of publication. An entry that cannot be stored is put off and tried again, at last
 * given up; it never holds up the others.
 */
public final class EntryIntake {
    private static final Logger log = LoggerFactory.getLogger(EntryIntake.class);

    /** What one round of pages may take. A feed's own text is stored in place of what is not there by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 5;

    private final Storing storing;
    private final Inbox inbox;
    private final EntryReading reading;
    private final Settling settling;
    private final PageReader pages;
    private final Duration patience;
    /** What waits is taken by one at a time; storing it has its own order. */
    private final ReentrantLock taking = new ReentrantLock();

    public EntryIntake(Storing storing, Inbox inbox, EntryReading reading, PageReader pages) {
        this(storing, inbox, reading, pages, PATIENCE);
    }

    EntryIntake(Storing storing, Inbox inbox, EntryReading reading, PageReader pages, Duration patience) {
        this.storing = storing;
        this.inbox = inbox;
        this.reading = reading;
        this.settling = new Settling(storing, inbox);
        this.pages = pages;
        this.patience = patience;
    }

    /**
     * What one call did: how many {@code entries} were dealt with, the articles {@code added}, and those {@code changed}, to be indexed anew because they got a new
     * text, source or key.
     */
    public record Taken(int entries, List<ArticleId> added, List<ArticleId> changed) {
        public Taken {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
        }
    }

    /**
     * Deals with at most {@code limit} waiting entries, those of all sources in the order of their publication. Waits while somebody else stores news. Returns early, with the
     * rest still waiting, when the thread is interrupted. While pages are read, others may take news in.
     */
    public Taken take(int limit) {
        taking.lock();
        try {
            List<EntryReading.Read> waiting = inbox.waiting(storing.clock().instant(), limit).stream()
                    .map(reading::parse)
                    .sorted(Comparator.comparing(EntryReading.Read::published)
                            .thenComparing(read -> read.waiting().id()))
                    .toList();
            if (waiting.isEmpty()) {
                return new Taken(0, List.of(), List.of());
            }
            try (ReadAhead ahead = new ReadAhead(pages, patience)) {
                return inOrder(
                        waiting,
                        ahead.start(waiting.stream()
                                .map(read -> reading.preparation(read, ahead))
                                .toList()));
            }
        } finally {
            taking.unlock();
        }
    }

    private Taken inOrder(List<EntryReading.Read> waiting, List<Future<Prepared>> preparing) {
        Round round = new Round();
        List<Prepared> ready = new ArrayList<>();
        for (int i = 0; i < preparing.size() && !Thread.currentThread().isInterrupted(); i++) {
            if (!ready.isEmpty()
                    && (ready.size() == Storing.AT_ONCE || !preparing.get(i).isDone())) {
                store(List.copyOf(ready), round);
                ready.clear();
            }
            Waiting entry = waiting.get(i).waiting();
            try {
                ready.add(preparing.get(i).get());
            } catch (ExecutionException e) {
                putOff(entry, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        store(ready, round);
        return round.taken();
    }

    /** All in one transaction; when that fails, each in one of its own, so that one bad entry costs only itself. */
    private void store(List<Prepared> ready, Round round) {
        if (ready.isEmpty()) {
            return;
        }
        try {
            round.add(ready.size(), storing.inOrder(() -> storing.inTransaction(() -> settling.settle(ready))));
        } catch (RuntimeException e) {
            if (ready.size() == 1) {
                putOff(ready.getFirst().waiting(), e);
            } else {
                log.debug("storing entries together failed, storing them one by one entries={}", ready.size(), e);
                ready.forEach(one -> store(List.of(one), round));
            }
        }
    }

    private void putOff(Waiting entry, Exception failure) {
        if (entry.attempts() + 1 >= ATTEMPTS) {
            log.error(
                    "entry given up id={} source={} attempts={}",
                    entry.id(),
                    entry.source(),
                    entry.attempts() + 1,
                    failure);
            inbox.done(List.of(entry.id()));
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (2 * entry.attempts()));
        log.warn("entry put off id={} source={} pause={}", entry.id(), entry.source(), pause, failure);
        inbox.postpone(entry.id(), storing.in(pause));
    }

    /** What happened so far. */
    private static final class Round {
        private int entries;
        private final List<ArticleId> added = new ArrayList<>();
        private final List<ArticleId> changed = new ArrayList<>();

        void add(int settled, Settling.Settled what) {
            entries += settled;
            added.addAll(what.added());
            changed.addAll(what.changed());
        }

        Taken taken() {
            return new Taken(entries, added, changed);
        }
    }
}
