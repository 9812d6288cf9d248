package news.lede.source;

import java.util.List;
import java.util.Optional;

/** Where it is kept what happened to sources. */
public interface SourceEvents {
    /** Keeps an event, unless the source's latest is of the same kind: whoever is told, is told once. True when it was kept. */
    boolean record(SourceEvent event);

    Optional<SourceEvent> latest(SourceId source);

    /** At most {@code limit} events of a source, newest first. */
    List<SourceEvent> of(SourceId source, int limit);
}
