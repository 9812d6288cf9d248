package news.lede.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import news.lede.ingest.Inbox.Received;
import news.lede.ingest.Polled.Asked;
import news.lede.source.PollResult;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.source.SourceEvent.Kind;
import news.lede.source.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what polls came to, on one thread of its own: entries, seen marks, states, events and rests of as many polls as have come in meanwhile in one transaction. A burst
 * of thousands of polls is some hundred commits; a single poll is written at once. Validators are written with the entries they vouch for, never before: after a crash the source is
 * read again.
 */
final class PollRecorder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PollRecorder.class);

    /** Others who write must not wait long, and what waits here waits in memory. */
    private static final int MOST_AT_ONCE = 128;

    private final PollBooks books;
    private final PollSchedule schedule;
    private final Consumer<Recorded> done;
    private final Outage outage = new Outage();
    private final BlockingQueue<Polled> queue = new ArrayBlockingQueue<>(MOST_AT_ONCE);
    private final Thread thread =
            Thread.ofPlatform().name("poll-record").daemon().unstarted(this::run);
    private volatile boolean closing;

    /** {@code done} hears of each poll that was dealt with, on the recording thread. */
    PollRecorder(PollBooks books, PollSchedule schedule, Consumer<Recorded> done) {
        this.books = books;
        this.schedule = schedule;
        this.done = done;
        thread.start();
    }

    /** A poll that was dealt with: what was {@code received}, articles that were {@code stored} at once. */
    record Recorded(Polled polled, Received received, int stored) {}

    /** Waits while too many wait to be written. */
    void add(Polled polled) throws InterruptedException {
        queue.put(polled);
    }

    private void run() {
        List<Polled> batch = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                continue; // asked to close: what is still there is written first
            }
            queue.drainTo(batch, MOST_AT_ONCE - 1);
            try {
                record(batch.stream().map(this::blameless).toList());
            } catch (VirtualMachineError e) {
                // Out of memory: these are due again after the floor, and whoever waits for them must not wait for
                // ever.
                batch.forEach(one -> done.accept(new Recorded(one, new Received(0, 0), 0)));
            }
            batch.clear();
        }
    }

    /** What our own outage did to a poll is no fault of its source's: it is asked again after the floor. */
    private Polled blameless(Polled polled) {
        return polled instanceof Asked asked && outage.covers(asked)
                ? new Polled.Deferred(asked.due(), asked.at().plus(schedule.floor()))
                : polled;
    }

    /** All in one transaction; when that fails, each in one of its own, so that one bad result costs only itself. */
    private void record(List<Polled> batch) {
        List<Written> written;
        try {
            written = write(batch);
        } catch (RuntimeException e) {
            if (batch.size() > 1) {
                batch.forEach(one -> record(List.of(one)));
                return;
            }
            Polled failed = batch.getFirst();
            // It was begun, so it is due again after the floor.
            log.error("poll not recorded source={}", failed.due().source().address(), e);
            done.accept(new Recorded(failed, new Received(0, 0), 0));
            return;
        }
        written.forEach(one -> {
            tell(one);
            done.accept(new Recorded(one.polled(), one.received(), stored(one.polled())));
        });
    }

    /** What was written of one poll. */
    private record Written(Polled polled, PollState state, Received received, List<SourceEvent> events) {}

    private List<Written> write(List<Polled> batch) {
        return books.transactor().inTransaction(() -> {
            List<Written> written = batch.stream().map(this::writeOne).toList();
            books.states().saveAll(written.stream().map(Written::state).toList());
            return written;
        });
    }

    private Written writeOne(Polled polled) {
        Verdict verdict = Verdict.of(polled, schedule);
        if (!(polled instanceof Asked asked)) {
            return new Written(polled, verdict.state(), new Received(0, 0), List.of());
        }
        Received received = receive(asked);
        PollState state = bringing(asked, verdict.state(), received);
        asked.rest().ifPresent(rest -> books.rests().rest(rest.host(), rest.until()));
        List<SourceEvent> events = new ArrayList<>();
        verdict.event().filter(books.events()::record).ifPresent(events::add);
        if (verdict.moveTo().isPresent()) {
            state = move(asked, verdict, verdict.moveTo().get(), events);
        }
        return new Written(polled, state, received, events);
    }

    /** Where a hub brings what is new, polling is a net only; but one that catches something is to be held closer. */
    private PollState bringing(Asked asked, PollState state, Received received) {
        SourceId source = asked.due().source().id();
        if (!(asked.result() instanceof PollResult.Answered)) {
            return state;
        }
        if (books.hubs().brings(source, asked.at()) && received.added() > 0) {
            books.hubs().missed(source);
        }
        asked.content().ifPresent(content -> books.hubs().read(source, content.hub(), asked.at()));
        return books.hubs().brings(source, asked.at())
                ? state.nextPoll()
                        .map(usual -> state.dueAt(schedule.asNet(state, usual, asked.at())))
                        .orElse(state)
                : state;
    }

    private Received receive(Asked asked) {
        return asked.content()
                .filter(content -> !content.entries().isEmpty())
                .map(content -> books.inbox()
                        .receive(
                                asked.due().source().id(),
                                content.entries(),
                                asked.due().state().lastSuccess().isEmpty(),
                                asked.at()))
                .orElse(new Received(0, 0));
    }

    private PollState move(Asked asked, Verdict verdict, String to, List<SourceEvent> events) {
        Source source = asked.due().source();
        boolean free = books.sources().moveTo(source.id(), to);
        Optional<Source> kept = free ? Optional.empty() : books.sources().mergeInto(source.id(), to, asked.at());
        String detail = kept.map(other -> "moved to " + to + ", which is source " + other.id() + ", \"" + other.title()
                        + "\", already; whoever followed this one follows that one now")
                .orElse("moved from " + source.address() + " to " + to);
        SourceEvent event = new SourceEvent(source.id(), asked.at(), Kind.MOVED, detail);
        if (books.events().record(event)) {
            events.add(event);
        }
        return kept.isPresent() ? verdict.endedAs(detail).state() : verdict.state();
    }

    private static int stored(Polled polled) {
        return polled instanceof Asked asked
                ? asked.content().map(Polled.Content::stored).orElse(0)
                : 0;
    }

    private static void tell(Written written) {
        String address = written.polled().due().source().address();
        written.events()
                .forEach(event -> log.warn(
                        "source event source={} kind={} detail=\"{}\"", address, event.kind(), event.detail()));
        PollState state = written.state();
        // Once for each row of failures; how it goes on is in the state, for whoever asks.
        if (state.failures() == 1 && written.polled() instanceof Asked) {
            log.info(
                    "poll failed source={} outcome=\"{}\" nextPoll={}",
                    address,
                    state.outcome(),
                    state.nextPoll().map(Instant::toString).orElse("never"));
        }
    }

    /** Writes what is there already, then ends. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
