package news.lede.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.FetchRequest.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Fetches as publishers wish: through the {@link HostGate} of every host on the way, not at all while a host rests, and pages only where the publisher's
 * {@link PageRules} let us. A host that answers that it wants fewer requests rests from then on. Thread-safe.
 */
public final class PoliteFetcher implements Fetcher {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Fetcher fetcher;
    private final HostGate gate;
    private final PageRules rules;
    private final InstantSource clock;

    public PoliteFetcher(Fetcher fetcher, HostGate gate, PageRules rules, InstantSource clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public FetchOutcome fetch(FetchRequest request, Onward onward) {
        try (Way way = new Way(request.wanted(), onward)) {
            Optional<FetchOutcome> objection = way.objection(request.address());
            if (objection.isPresent()) {
                return objection.get();
            }
            FetchOutcome outcome = fetcher.fetch(request, way);
            if (outcome instanceof Throttled(int _, Optional<Duration> after)) {
                after.ifPresent(wait -> gate.rest(way.host, clock.instant().plus(wait)));
            }
            return outcome;
        }
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        return fetch(request, Onward.ANYWHERE);
    }

    /** One fetch on its way from host to host. It holds the pass of one host at a time, since two who wait for each other's would wait for ever. */
    private final class Way implements Onward, AutoCloseable {
        private final Wanted wanted;
        private final Onward further;
        private String host = "";
        private HostGate.@Nullable Pass pass;

        Way(Wanted wanted, Onward further) {
            this.wanted = wanted;
            this.further = further;
        }

        @Override
        public Optional<FetchOutcome> objection(URI next) {
            Optional<FetchOutcome> theirs = further.objection(next);
            if (theirs.isPresent()) {
                return theirs;
            }
            String nextHost = HostGate.hostOf(next);
            if (!nextHost.equals(host)) {
                close();
            }
            Optional<FetchOutcome> resting = gate.restingUntil(nextHost)
                    .map(until ->
                            new Throttled(TOO_MANY_REQUESTS, Optional.of(Duration.between(clock.instant(), until))));
            if (resting.isPresent()) {
                return resting;
            }
            // Before the pass is taken: what the rules ask for needs one itself.
            Optional<FetchOutcome> unwelcome = wanted == Wanted.PAGE ? rules.objection(next) : Optional.empty();
            return unwelcome.isPresent() ? unwelcome : entered(nextHost);
        }

        private Optional<FetchOutcome> entered(String next) {
            if (pass != null) {
                return Optional.empty();
            }
            try {
                pass = gate.enter(next);
                host = next;
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(new Broken(Fault.BAD_ANSWER, "interrupted"));
            }
        }

        @Override
        public void close() {
            if (pass != null) {
                pass.close();
                pass = null;
            }
        }
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
