package news.lede.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Status;

/** Answers as told, 404 where nothing was told, and remembers what it was asked. Redirects are walked as told too. */
final class FakeFetcher implements Fetcher {
    private final Map<URI, Function<FetchRequest, FetchOutcome>> answers = new HashMap<>();
    private final Map<URI, URI> redirects = new HashMap<>();
    private final List<URI> asked = new ArrayList<>();

    FakeFetcher answer(String address, FetchOutcome outcome) {
        return answer(address, _ -> outcome);
    }

    FakeFetcher answer(String address, Function<FetchRequest, FetchOutcome> answer) {
        answers.put(URI.create(address), answer);
        return this;
    }

    FakeFetcher redirect(String from, String to) {
        redirects.put(URI.create(from), URI.create(to));
        return this;
    }

    static Fetched page(String body) {
        return new Fetched(
                URI.create("https://news.example.org/"),
                Optional.empty(),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.empty(),
                Validators.NONE,
                Optional.empty());
    }

    List<String> asked() {
        return asked.stream().map(URI::toString).toList();
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        return fetch(request, Onward.ANYWHERE);
    }

    @Override
    public FetchOutcome fetch(FetchRequest request, Onward onward) {
        URI at = request.address();
        asked.add(at);
        for (URI next = redirects.get(at); next != null; next = redirects.get(at)) {
            Optional<FetchOutcome> objection = onward.objection(next);
            if (objection.isPresent()) {
                return objection.get();
            }
            at = next;
            asked.add(at);
        }
        return answers.getOrDefault(at, _ -> new Status(404)).apply(request);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
