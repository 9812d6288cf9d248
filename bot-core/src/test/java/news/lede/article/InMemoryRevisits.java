package news.lede.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link Revisits} in a map. Thread-safe. */
public final class InMemoryRevisits implements Revisits, Restorable {
    private final Map<ArticleId, Revisit> planned = new HashMap<>();

    @Override
    public synchronized void plan(Revisit revisit) {
        planned.put(
                revisit.article(),
                new Revisit(
                        revisit.article(),
                        revisit.due().truncatedTo(ChronoUnit.MILLIS),
                        revisit.round(),
                        revisit.etag(),
                        revisit.lastModified(),
                        revisit.headline()));
    }

    @Override
    public synchronized List<Revisit> due(Instant now, int limit) {
        return planned.values().stream()
                .filter(revisit -> !revisit.due().isAfter(now))
                .sorted(Comparator.comparing(Revisit::due).thenComparing(Revisit::article))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void end(ArticleId article) {
        planned.remove(article);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<ArticleId, Revisit> old = Map.copyOf(planned);
        return () -> restore(old);
    }

    private synchronized void restore(Map<ArticleId, Revisit> old) {
        planned.clear();
        planned.putAll(old);
    }
}
