package news.lede.ingest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Fetcher;
import news.lede.fetch.HostGate;
import news.lede.ingest.Polled.Rest;

/**
 * Brings answers of servers, no more at once than there is room for: first a place at the host, then one of the few places in all, so that a slow host takes up none of those while it
 * is waited for. The latter is kept until the answer was worked on, since answers are what fills the memory. Thread-safe; blocks.
 */
final class Courier {
    /** As many requests under way as are worth it on a small machine. */
    private static final int AT_ONCE = 128;

    private static final Duration PATIENCE_FOR_MORE = Duration.ofSeconds(20);

    private static final int TOO_MANY_REQUESTS = 429;

    private final Web web;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Courier(Web web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    /** Work on an answer. */
    interface Work<T> {
        /** {@code from}: whose answer it is, after redirects. */
        T with(FetchOutcome outcome, URI from) throws InterruptedException;
    }

    /** Until when the host of {@code address} wants no requests. */
    Optional<Instant> restingUntil(URI address) {
        return web.gate().restingUntil(HostGate.hostOf(address));
    }

    /** Leaves the host of {@code address} alone until then. The result is what to remember of it; empty when that host's wishes are not kept. */
    Optional<Rest> rest(URI address, Instant until) {
        String host = HostGate.hostOf(address);
        web.gate().rest(host, until);
        return web.gate().restingUntil(host).map(later -> new Rest(host, later));
    }

    /** Asks, and keeps its place until {@code work} is done with the answer. */
    <T> T ask(FetchRequest request, Work<T> work) throws InterruptedException {
        Way way = new Way(request.address());
        FetchOutcome outcome = first(request, way);
        try {
            return work.with(outcome, way.last);
        } finally {
            places.release();
        }
    }

    private FetchOutcome first(FetchRequest request, Way way) throws InterruptedException {
        if (request.wanted() == FetchRequest.Wanted.PAGE) {
            // Before the host's pass is taken: what the rules ask for needs one itself.
            Optional<FetchOutcome> objection = web.rules().objection(request.address());
            if (objection.isPresent()) {
                places.acquire();
                return objection.get();
            }
        }
        try (HostGate.Pass _ = web.gate().enter(HostGate.hostOf(request.address()))) {
            places.acquire();
            boolean answered = false;
            try {
                FetchOutcome outcome = fetch(request, way);
                answered = true;
                return outcome;
            } finally {
                if (!answered) {
                    places.release();
                }
            }
        }
    }

    /** Asks for something more within the work on an answer, in the same place. Empty when its host has no time soon: whoever has a place does not wait long. */
    Optional<FetchOutcome> more(FetchRequest request) throws InterruptedException {
        Optional<HostGate.Pass> pass = web.gate().enter(HostGate.hostOf(request.address()), PATIENCE_FOR_MORE);
        if (pass.isEmpty()) {
            return Optional.empty();
        }
        try (HostGate.Pass _ = pass.get()) {
            return Optional.of(fetch(request, new Way(request.address())));
        }
    }

    private FetchOutcome fetch(FetchRequest request, Way way) throws InterruptedException {
        FetchOutcome outcome = web.fetcher().fetch(request, way);
        if (Thread.interrupted()) {
            // What an interrupted exchange came to is no fault of the server's.
            throw new InterruptedException("polling was stopped");
        }
        return outcome;
    }

    /** Where one fetch is led. It does not go on to a host that wants no requests. */
    private final class Way implements Fetcher.Onward {
        private volatile URI last;

        Way(URI first) {
            last = first;
        }

        @Override
        public Optional<FetchOutcome> objection(URI next) {
            last = next;
            return restingUntil(next)
                    .map(until -> new FetchOutcome.Throttled(
                            TOO_MANY_REQUESTS, Optional.of(Duration.between(clock.instant(), until))));
        }
    }
}
