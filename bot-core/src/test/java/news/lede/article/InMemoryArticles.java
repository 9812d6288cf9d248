package news.lede.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import news.lede.source.SourceId;

/** {@link Articles} in maps. Instants are cut to milliseconds, as every store keeps them. Thread-safe. */
public final class InMemoryArticles implements Articles, Restorable {
    private final TreeMap<Long, Article> articles = new TreeMap<>();
    private final Map<ArticleKey, ArticleId> keys = new HashMap<>();
    private final Map<ArticleId, Set<SourceId>> sources = new HashMap<>();
    private final Map<ArticleId, TreeSet<ArticleId>> listers = new HashMap<>();
    private final Map<ArticleId, List<ArticleVersion>> versions = new HashMap<>();
    private final List<ArticleId> changes = new ArrayList<>();
    /** So many of the first changes are kept no longer. */
    private long forgotten;

    private long lastId;

    @Override
    public synchronized Map<ArticleKey, ArticleId> owners(Collection<ArticleKey> wanted) {
        Map<ArticleKey, ArticleId> found = new HashMap<>(keys);
        found.keySet().retainAll(Set.copyOf(wanted));
        return Map.copyOf(found);
    }

    @Override
    public synchronized Article add(
            NewArticle article,
            Collection<ArticleKey> articleKeys,
            SourceId source,
            Optional<ReportId> report,
            Instant firstSeen) {
        ArticleId id = new ArticleId(++lastId);
        Article stored = new Article(
                id,
                report.orElse(new ReportId(id.value())),
                article.title(),
                article.publisher(),
                article.url(),
                article.paragraphs(),
                article.published().truncatedTo(ChronoUnit.MILLIS),
                article.approximate(),
                article.language(),
                article.maxSnippet(),
                firstSeen.truncatedTo(ChronoUnit.MILLIS),
                article.image());
        articles.put(id.value(), stored);
        articleKeys.forEach(key -> keys.putIfAbsent(key, id));
        sources.put(id, new HashSet<>(Set.of(source)));
        return stored;
    }

    /** Two sources turned out to be one: what one carried the other carried too. */
    public synchronized void merge(SourceId duplicate, SourceId kept) {
        sources.forEach((article, in) -> {
            if (in.contains(duplicate)) {
                in.add(kept);
                changes.add(article);
            }
        });
    }

    @Override
    public synchronized boolean seenAgain(ArticleId article, Collection<ArticleKey> articleKeys, SourceId source) {
        boolean anythingNew = carriers(article).add(source);
        for (ArticleKey key : articleKeys) {
            anythingNew |= keys.putIfAbsent(key, article) == null;
        }
        if (anythingNew) {
            changes.add(article);
        }
        return anythingNew;
    }

    @Override
    public synchronized Article revise(ArticleId article, NewArticle now, Instant seen) {
        Article old = known(article);
        List<ArticleVersion> states = versions.computeIfAbsent(article, _ -> new ArrayList<>());
        if (states.isEmpty()) {
            states.add(new ArticleVersion(article, 1, old.firstSeen(), old.title(), old.paragraphs()));
        }
        states.add(new ArticleVersion(
                article, states.size() + 1, seen.truncatedTo(ChronoUnit.MILLIS), now.title(), now.paragraphs()));
        return complete(article, now);
    }

    @Override
    public synchronized Article complete(ArticleId article, NewArticle whole) {
        Article old = known(article);
        Article changed = new Article(
                article,
                old.report(),
                whole.title(),
                old.publisher(),
                old.url(),
                whole.paragraphs(),
                old.published(),
                old.approximate(),
                whole.language(),
                whole.maxSnippet(),
                old.firstSeen(),
                whole.image().or(old::image));
        articles.put(article.value(), changed);
        changes.add(article);
        return changed;
    }

    @Override
    public synchronized List<ArticleChange> changes(long after, int limit) {
        return LongStream.rangeClosed(Math.max(after, forgotten) + 1, changes.size())
                .limit(limit)
                .mapToObj(number -> new ArticleChange(number, changes.get((int) number - 1)))
                .toList();
    }

    @Override
    public synchronized long firstChange() {
        return Math.min(forgotten + 1, changes.size());
    }

    /** Forgets changes before {@code change}, at most {@code limit}, never the latest; how many. */
    synchronized int forgetBefore(long change, int limit) {
        long until = Math.min(Math.min(change, changes.size()) - 1, forgotten + limit);
        int gone = (int) Math.max(0, until - forgotten);
        forgotten += gone;
        return gone;
    }

    @Override
    public synchronized long lastChange() {
        return changes.size();
    }

    @Override
    public synchronized List<ArticleVersion> versions(ArticleId article) {
        return List.copyOf(versions.getOrDefault(article, List.of()));
    }

    @Override
    public synchronized void list(ArticleId lister, ArticleId listed) {
        carriers(lister);
        carriers(listed);
        if (!lister.equals(listed)) {
            listers.computeIfAbsent(listed, _ -> new TreeSet<>()).add(lister);
        }
    }

    @Override
    public synchronized List<ArticleId> listers(ArticleId article) {
        return List.copyOf(listers.getOrDefault(article, new TreeSet<>()));
    }

    @Override
    public synchronized Set<ArticleId> beside(Collection<ArticleId> ids) {
        Set<ArticleId> beside = new HashSet<>();
        listers.forEach((listed, by) -> by.forEach(lister -> {
            if (ids.contains(lister) != ids.contains(listed)) {
                beside.add(ids.contains(lister) ? listed : lister);
            }
        }));
        return beside;
    }

    /** What a source carried: articles that go with it, and those that others carry too. */
    public record Purged(List<ArticleId> gone, List<ArticleId> kept) {}

    /** Takes back what {@code source} carried, for the fake that purges. */
    public synchronized Purged purge(SourceId source) {
        List<ArticleId> carried = articles.keySet().stream()
                .map(ArticleId::new)
                .filter(id -> sourcesOf(id).contains(source))
                .toList();
        List<ArticleId> gone = carried.stream()
                .filter(id -> sourcesOf(id).equals(Set.of(source)))
                .toList();
        changes.addAll(carried);
        sources.values().forEach(carriers -> carriers.remove(source));
        for (ArticleId id : gone) {
            Article article = Objects.requireNonNull(articles.remove(id.value()));
            sources.remove(id);
            versions.remove(id);
            listers.remove(id);
            listers.values().forEach(by -> by.remove(id));
            keys.values().removeIf(id::equals);
            handReportOn(article);
        }
        return new Purged(
                gone, carried.stream().filter(id -> !gone.contains(id)).toList());
    }

    /** A report whose first article is gone is that of the oldest one left. */
    private void handReportOn(Article gone) {
        List<Article> left = articles.values().stream()
                .filter(a -> a.report().equals(gone.report()))
                .toList();
        boolean began = gone.report().value() == gone.id().value();
        if (began && !left.isEmpty()) {
            ReportId heir = new ReportId(left.getFirst().id().value());
            left.forEach(a -> articles.put(
                    a.id().value(),
                    new Article(
                            a.id(),
                            heir,
                            a.title(),
                            a.publisher(),
                            a.url(),
                            a.paragraphs(),
                            a.published(),
                            a.approximate(),
                            a.language(),
                            a.maxSnippet(),
                            a.firstSeen(),
                            a.image())));
        }
    }

    @Override
    public synchronized Optional<Article> find(ArticleId id) {
        return Optional.ofNullable(articles.get(id.value()));
    }

    @Override
    public synchronized List<Article> findAll(Collection<ArticleId> ids) {
        return ids.stream().distinct().sorted().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public synchronized Set<ArticleId> visible(Collection<ArticleId> ids, Set<SourceId> eyes) {
        return ids.stream()
                .filter(id -> sourcesOf(id).stream().anyMatch(eyes::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized Set<SourceId> sourcesOf(ArticleId article) {
        return Set.copyOf(sources.getOrDefault(article, Set.of()));
    }

    @Override
    public synchronized List<Article> after(ArticleId after, int limit) {
        return articles.tailMap(after.value(), false).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Article> publishedSince(Instant since, int limit) {
        return articles.descendingMap().values().stream()
                .filter(article -> !article.published().isBefore(since))
                .limit(limit)
                .toList()
                .reversed();
    }

    @Override
    public synchronized ArticleId last() {
        return new ArticleId(articles.isEmpty() ? 0 : articles.lastKey());
    }

    @Override
    public synchronized long count() {
        return articles.size();
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Long, Article> oldArticles = Map.copyOf(articles);
        Map<ArticleKey, ArticleId> oldKeys = Map.copyOf(keys);
        Map<ArticleId, Set<SourceId>> oldSources = new HashMap<>();
        sources.forEach((id, carriers) -> oldSources.put(id, new HashSet<>(carriers)));
        Map<ArticleId, TreeSet<ArticleId>> oldListers = new HashMap<>();
        listers.forEach((id, by) -> oldListers.put(id, new TreeSet<>(by)));
        Map<ArticleId, List<ArticleVersion>> oldVersions = new HashMap<>();
        versions.forEach((id, states) -> oldVersions.put(id, new ArrayList<>(states)));
        int oldChanges = changes.size();
        return () -> {
            restore(oldArticles, oldKeys, oldSources, oldListers);
            restore(oldVersions, oldChanges);
        };
    }

    private synchronized void restore(
            Map<Long, Article> oldArticles,
            Map<ArticleKey, ArticleId> oldKeys,
            Map<ArticleId, Set<SourceId>> oldSources,
            Map<ArticleId, TreeSet<ArticleId>> oldListers) {
        articles.clear();
        articles.putAll(oldArticles);
        keys.clear();
        keys.putAll(oldKeys);
        sources.clear();
        sources.putAll(oldSources);
        listers.clear();
        listers.putAll(oldListers);
    }

    private synchronized void restore(Map<ArticleId, List<ArticleVersion>> oldVersions, int oldChanges) {
        changes.subList(oldChanges, changes.size()).clear();
        versions.clear();
        versions.putAll(oldVersions);
    }

    private Article known(ArticleId article) {
        carriers(article);
        return Objects.requireNonNull(articles.get(article.value()));
    }

    private Set<SourceId> carriers(ArticleId article) {
        Set<SourceId> carriers = sources.get(article);
        if (carriers == null) {
            throw new IllegalArgumentException("no article " + article);
        }
        return carriers;
    }
}
