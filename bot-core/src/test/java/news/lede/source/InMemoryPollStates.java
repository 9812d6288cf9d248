package news.lede.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Restorable;

/** {@link PollStates} in a map. Thread-safe. */
public final class InMemoryPollStates implements PollStates, Restorable {
    private final Sources sources;
    private final Map<SourceId, PollState> states = new HashMap<>();

    public InMemoryPollStates(Sources sources) {
        this.sources = sources;
    }

    @Override
    public synchronized Optional<PollState> find(SourceId source) {
        return Optional.ofNullable(states.get(source));
    }

    @Override
    public synchronized List<SourceId> neverPolled() {
        return sources.all().stream()
                .filter(s -> s.kind() == SourceKind.FEED || s.kind() == SourceKind.PAGE)
                .map(Source::id)
                .filter(id -> !states.containsKey(id))
                .sorted(Comparator.comparingLong(SourceId::value))
                .toList();
    }

    @Override
    public synchronized void save(PollState state) {
        states.put(
                state.source(),
                new PollState(
                        state.source(),
                        state.etag(),
                        state.lastModified(),
                        state.nextPoll().map(InMemoryPollStates::kept),
                        state.lastPoll().map(InMemoryPollStates::kept),
                        state.lastSuccess().map(InMemoryPollStates::kept),
                        state.failures(),
                        state.outcome()));
    }

    @Override
    public synchronized List<PollState> due(Instant now, int limit) {
        return states.values().stream()
                .filter(s -> sources.all().stream().anyMatch(there -> there.id().equals(s.source())))
                .filter(s -> s.nextPoll().isPresent() && !s.nextPoll().get().isAfter(now))
                .sorted(Comparator.comparing((PollState s) -> s.nextPoll().orElseThrow())
                        .thenComparing(s -> s.source().value()))
                .limit(limit)
                .toList();
    }

    private static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<SourceId, PollState> old = Map.copyOf(states);
        return () -> restore(old);
    }

    private synchronized void restore(Map<SourceId, PollState> old) {
        states.clear();
        states.putAll(old);
    }
}
