package news.lede.source;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.article.Restorable;

/** {@link SourceEvents} in a list. Thread-safe. */
public final class InMemorySourceEvents implements SourceEvents, Restorable {
    private final List<SourceEvent> events = new ArrayList<>();

    @Override
    public synchronized boolean record(SourceEvent event) {
        if (latest(event.source()).filter(l -> l.kind() == event.kind()).isPresent()) {
            return false;
        }
        return events.add(new SourceEvent(
                event.source(), event.at().truncatedTo(ChronoUnit.MILLIS), event.kind(), event.detail()));
    }

    @Override
    public synchronized Optional<SourceEvent> latest(SourceId source) {
        return of(source, 1).stream().findFirst();
    }

    @Override
    public synchronized List<SourceEvent> of(SourceId source, int limit) {
        return events.reversed().stream()
                .filter(e -> e.source().equals(source))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Runnable snapshot() {
        List<SourceEvent> old = List.copyOf(events);
        return () -> restore(old);
    }

    private synchronized void restore(List<SourceEvent> old) {
        events.clear();
        events.addAll(old);
    }
}
