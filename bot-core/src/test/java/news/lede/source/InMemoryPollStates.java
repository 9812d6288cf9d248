package news.lede.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import news.lede.article.Restorable;
import news.lede.source.PollState.Move;
import news.lede.source.PollState.Pace;

/** {@link PollStates} in a map. Thread-safe. */
public final class InMemoryPollStates implements PollStates, Restorable {
    private static final Set<SourceKind> FETCHED =
            Set.of(SourceKind.FEED, SourceKind.SITEMAP, SourceKind.PAGE, SourceKind.FOLDER);

    private final InMemorySources sources;
    private final ToIntFunction<SourceId> followers;
    private final Function<SourceId, Optional<SourceEvent>> latest;
    private final Map<SourceId, PollState> states = new HashMap<>();

    public InMemoryPollStates(
            InMemorySources sources,
            ToIntFunction<SourceId> followers,
            Function<SourceId, Optional<SourceEvent>> latest) {
        this.sources = sources;
        this.followers = followers;
        this.latest = latest;
    }

    @Override
    public synchronized Optional<PollState> find(SourceId source) {
        return Optional.ofNullable(states.get(source));
    }

    @Override
    public synchronized int admit(Instant now) {
        List<SourceId> fresh = sources.all().stream()
                .filter(s -> FETCHED.contains(s.kind()))
                .map(Source::id)
                .filter(id -> !states.containsKey(id))
                .toList();
        fresh.forEach(id -> save(PollState.fresh(id, now)));
        return fresh.size();
    }

    @Override
    public synchronized void saveAll(Collection<PollState> changed) {
        changed.forEach(state -> states.put(
                state.source(),
                new PollState(
                        state.source(),
                        state.known(),
                        state.nextPoll().map(InMemoryPollStates::kept),
                        state.lastPoll().map(InMemoryPollStates::kept),
                        state.lastSuccess().map(InMemoryPollStates::kept),
                        state.failures(),
                        state.failingSince().map(InMemoryPollStates::kept),
                        new Pace(
                                state.pace().newestEntry().map(InMemoryPollStates::kept),
                                state.pace().usualGap().map(gap -> Duration.ofMillis(gap.toMillis())),
                                new Wishes(
                                        state.pace()
                                                .wishes()
                                                .interval()
                                                .map(wish -> Duration.ofMillis(wish.toMillis())),
                                        state.pace().wishes().skipHours(),
                                        state.pace().wishes().skipDays())),
                        state.move().map(m -> new Move(m.to(), m.sightings(), kept(m.since()))),
                        state.outcome())));
    }

    @Override
    public synchronized List<DueSource> due(Instant now, int limit) {
        return planned().stream()
                .filter(s -> !s.nextPoll().orElseThrow().isAfter(now))
                .limit(limit)
                .map(s -> new DueSource(
                        sources.find(s.source()).orElseThrow(),
                        s,
                        followers.applyAsInt(s.source()),
                        latest.apply(s.source()).map(SourceEvent::kind)))
                .toList();
    }

    @Override
    public synchronized void begin(Collection<SourceId> begun, Instant now, Instant until) {
        begun.forEach(id -> states.computeIfPresent(
                id,
                (_, s) -> new PollState(
                        id,
                        s.known(),
                        Optional.of(kept(until)),
                        Optional.of(kept(now)),
                        s.lastSuccess(),
                        s.failures(),
                        s.failingSince(),
                        s.pace(),
                        s.move(),
                        s.outcome())));
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return planned().stream().findFirst().flatMap(PollState::nextPoll);
    }

    private List<PollState> planned() {
        return states.values().stream()
                .filter(s -> s.nextPoll().isPresent() && sources.isThere(s.source()))
                .sorted(Comparator.comparing((PollState s) -> s.nextPoll().orElseThrow())
                        .thenComparing(s -> s.source().value()))
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
