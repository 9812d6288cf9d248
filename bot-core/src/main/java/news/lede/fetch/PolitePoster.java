package news.lede.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Posts only when the host may be asked. */
public final class PolitePoster implements Poster {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Poster poster;
    private final HostGate gate;
    private final InstantSource clock;

    public PolitePoster(Poster poster, HostGate gate, InstantSource clock) {
        this.poster = poster;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public FetchOutcome post(URI address, Map<String, String> form, Duration patience) throws InterruptedException {
        String host = HostGate.hostOf(address);
        Optional<Instant> resting = gate.restingUntil(host);
        if (resting.isPresent()) {
            return new FetchOutcome.Throttled(
                    TOO_MANY_REQUESTS, Optional.of(Duration.between(clock.instant(), resting.get())));
        }
        Optional<HostGate.Pass> entered = gate.enter(host, patience);
        if (entered.isEmpty()) {
            return new FetchOutcome.Broken(FetchOutcome.Fault.TIMEOUT, "its host had no time for us");
        }
        try (HostGate.Pass _ = entered.get()) {
            return poster.post(address, form, patience);
        }
    }
}
