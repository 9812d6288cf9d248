package news.lede.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.store.Store;

/** {@link SourceOverview} over other fakes. */
public final class InMemorySourceOverview implements SourceOverview {
    private final Store store;

    public InMemorySourceOverview(Store store) {
        this.store = store;
    }

    @Override
    public List<Row> all() {
        return store.sources().all().stream()
                .map(source -> new Row(
                        source,
                        store.pollStates().find(source.id()),
                        store.sourceEvents().latest(source.id())))
                .toList();
    }

    @Override
    public Optional<Row> find(SourceId source) {
        return all().stream().filter(row -> row.source().id().equals(source)).findFirst();
    }

    @Override
    public Map<SourceId, Integer> followers(Collection<SourceId> sources) {
        Map<SourceId, Integer> followers = new HashMap<>();
        sources.forEach(source -> followers.put(source, store.communities().followers(source)));
        return followers;
    }

    @Override
    public Map<SourceId, List<Integer>> volumes(Collection<SourceId> sources, Instant since, int days) {
        Map<SourceId, List<Integer>> volumes = new HashMap<>();
        sources.forEach(source -> volumes.put(source, new ArrayList<>(Collections.nCopies(days, 0))));
        for (Article article : store.articles().after(new ArticleId(0), Integer.MAX_VALUE)) {
            long day = Math.floorDiv(
                    Duration.between(since, article.published()).toMillis(),
                    Duration.ofDays(1).toMillis());
            if (day >= 0 && day < days) {
                for (SourceId source : store.articles().sourcesOf(article.id())) {
                    volumes.computeIfPresent(source, (_, of) -> {
                        of.set((int) day, of.get((int) day) + 1);
                        return of;
                    });
                }
            }
        }
        return volumes;
    }
}
