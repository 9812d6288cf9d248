package news.lede.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;

/** A {@link Fetcher} of what was put there; everything else has no server. Remembers what was asked. Thread-safe. */
public final class FakeWeb implements Fetcher {
    private final Map<String, FetchOutcome> outcomes = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** Lets {@code address} answer with this text. */
    public FakeWeb put(String address, String body) {
        return put(
                address,
                new Fetched(
                        URI.create(address),
                        Optional.empty(),
                        body.getBytes(UTF_8),
                        Optional.empty(),
                        Optional.of("utf-8"),
                        Validators.NONE,
                        Optional.empty()));
    }

    /** Lets {@code address} end so. */
    public synchronized FakeWeb put(String address, FetchOutcome outcome) {
        outcomes.put(address, outcome);
        return this;
    }

    /** Addresses in the order in which they were asked. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized FetchOutcome fetch(FetchRequest request) {
        String address = request.address().toString();
        asked.add(address);
        return outcomes.getOrDefault(address, new Broken(Fault.UNKNOWN_HOST, "nothing was put at " + address));
    }

    @Override
    public void close() {}
}
