package news.lede.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.lede.source.DueSource;
import news.lede.source.SourceEvent;
import news.lede.source.Staleness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether every source is polled that should be, and forgets seen marks that no feed can carry any more. Beside the poller, not in it: who watches must not stop with who is
 * watched. For one thread.
 */
public final class SourceWatch {
    private static final Logger log = LoggerFactory.getLogger(SourceWatch.class);

    private static final int MOST = 1_000;
    private static final Duration BETWEEN_PRUNINGS = Duration.ofDays(1);
    /** A source that floods brings a hundred thousand entries a day; three times the longest feed is enough to know again what still stands in one. */
    private static final int KEPT_OF_A_SOURCE = 3_000;

    private static final Duration KEPT = Duration.ofDays(2);

    private final PollBooks books;
    private final Staleness staleness;
    private final InstantSource clock;
    private final Instant since;
    private Instant nextPruning;

    /** Watches from now on. */
    public SourceWatch(PollBooks books, Staleness staleness, InstantSource clock) {
        this.books = books;
        this.staleness = staleness;
        this.clock = clock;
        this.since = clock.instant();
        this.nextPruning = since.plus(BETWEEN_PRUNINGS);
    }

    /** One look. */
    public void look() {
        Instant now = clock.instant();
        overdue(now).forEach(due -> tell(due, now));
        if (!now.isBefore(nextPruning)) {
            nextPruning = now.plus(BETWEEN_PRUNINGS);
            log.info("seen marks forgotten count={}", books.inbox().prune(now.minus(KEPT), KEPT_OF_A_SOURCE));
        }
    }

    private List<DueSource> overdue(Instant now) {
        return books.states().due(now.minus(staleness.patience()), MOST).stream()
                .filter(due -> staleness.isOverdue(due.state(), since, now))
                .toList();
    }

    private void tell(DueSource due, Instant now) {
        String detail = "should have been polled at "
                + due.state().nextPoll().map(Instant::toString).orElse("some time");
        if (books.events().record(new SourceEvent(due.source().id(), now, SourceEvent.Kind.OVERDUE, detail))) {
            log.warn(
                    "source event source={} kind=OVERDUE detail=\"{}\"",
                    due.source().address(),
                    detail);
        }
    }
}
