package news.lede.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.article.Restorable;
import news.lede.source.SourceId;
import news.lede.text.Language;

/** {@link Stories} in maps. Thread-safe. */
public final class InMemoryStories implements Stories, Restorable {
    private static final Comparator<Revision> OLDEST_FIRST =
            Comparator.comparing(Revision::at).thenComparing(Revision::story).thenComparing(Revision::number);

    private final Articles articles;
    private final TreeMap<StoryId, Story> stories = new TreeMap<>();
    private final Map<StoryId, StoryId> survivors = new HashMap<>();
    /** In which revision of its story an article joined it. */
    private final Map<ArticleId, Integer> joined = new HashMap<>();

    private final List<Revision> revisions = new ArrayList<>();

    private final List<MergeListener> whenMerged = new ArrayList<>();
    private long lastId;

    /** Whoever else keeps something of stories. */
    public interface MergeListener {
        void merged(Story kept, StoryId gone);
    }

    public void whenMerged(MergeListener listener) {
        whenMerged.add(listener);
    }

    public InMemoryStories(Articles articles) {
        this.articles = articles;
    }

    @Override
    public synchronized Story open(ArticleId first, Language language, Instant at) {
        if (storyOf(first).isPresent()) {
            throw new IllegalArgumentException("article " + first + " has a story");
        }
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        Story story = keep(new Story(new StoryId(++lastId), language, 1, millis, millis, List.of(first)));
        note(story, Optional.of(first), false, List.of());
        return story;
    }

    @Override
    public synchronized Story join(StoryId story, ArticleId article, Instant at) {
        Story old = find(story).orElseThrow(() -> new IllegalArgumentException("no story " + story));
        if (old.members().contains(article)) {
            return old;
        }
        if (storyOf(article).isPresent()) {
            throw new IllegalArgumentException("article " + article + " has a story");
        }
        Story grown = keep(grown(old, List.of(article), at));
        note(grown, Optional.of(article), false, List.of());
        return grown;
    }

    @Override
    public synchronized Story merge(StoryId survivor, StoryId absorbed, Instant at) {
        Story kept = find(survivor).orElseThrow(() -> new IllegalArgumentException("no story " + survivor));
        Story gone = find(absorbed).orElseThrow(() -> new IllegalArgumentException("no story " + absorbed));
        if (kept.id().equals(gone.id())) {
            return kept;
        }
        stories.remove(gone.id());
        gone.members().forEach(joined::remove);
        survivors.replaceAll((_, to) -> to.equals(gone.id()) ? kept.id() : to);
        survivors.put(gone.id(), kept.id());
        Story merged = keep(grown(kept, gone.members(), at));
        note(merged, Optional.empty(), false, List.of(new Change.Merged(gone.id())));
        whenMerged.forEach(listener -> listener.merged(merged, gone.id()));
        return merged;
    }

    @Override
    public synchronized Revision revise(
            StoryId story, ArticleId article, boolean material, List<Change> changes, Instant at) {
        Story old = find(story).orElseThrow(() -> new IllegalArgumentException("no story " + story));
        if (!old.members().contains(article)) {
            throw new IllegalArgumentException("article " + article + " is not in story " + old.id());
        }
        return note(keep(grown(old, List.of(), at)), Optional.of(article), material, changes);
    }

    @Override
    public synchronized void describe(StoryId story, int revision, boolean material, List<Change> changes) {
        revisions.replaceAll(old -> old.story().equals(story) && old.number() == revision
                ? new Revision(story, revision, old.at(), old.article(), material, changes)
                : old);
    }

    @Override
    public synchronized List<Revision> revisions(StoryId story) {
        return revisionsSince(List.of(story), Instant.MIN);
    }

    @Override
    public synchronized List<Revision> revisionsSince(Collection<StoryId> ids, Instant since) {
        Set<StoryId> wanted = ids.stream().map(this::survivor).collect(Collectors.toSet());
        return revisions.stream()
                .filter(revision -> wanted.contains(survivor(revision.story()))
                        && revision.at().isAfter(since))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized List<Revision> corrections(Set<SourceId> sources, Instant since, int limit) {
        return revisions.stream()
                .filter(revision -> revision.correcting() && revision.at().isAfter(since))
                .filter(revision -> !articles.visible(
                                revision.article().stream().toList(), sources)
                        .isEmpty())
                .sorted(OLDEST_FIRST.reversed())
                .limit(limit)
                .toList();
    }

    private StoryId survivor(StoryId id) {
        return survivors.getOrDefault(id, id);
    }

    private Revision note(Story story, Optional<ArticleId> article, boolean material, List<Change> changes) {
        Revision revision = new Revision(story.id(), story.revision(), story.updated(), article, material, changes);
        revisions.add(revision);
        return revision;
    }

    @Override
    public synchronized Optional<Story> find(StoryId id) {
        return Optional.ofNullable(stories.get(survivor(id)));
    }

    @Override
    public synchronized List<Story> findAll(Collection<StoryId> ids) {
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .distinct()
                .sorted(Comparator.comparing(Story::id))
                .toList();
    }

    @Override
    public synchronized Map<StoryId, VisibleStory> visible(Collection<StoryId> ids, Set<SourceId> sources) {
        Map<StoryId, VisibleStory> seen = new HashMap<>();
        for (StoryId id : ids) {
            find(id).ifPresent(story -> {
                Set<ArticleId> carried = articles.visible(story.members(), sources);
                List<ArticleId> visible =
                        story.members().stream().filter(carried::contains).toList();
                if (!visible.isEmpty()) {
                    seen.put(id, new VisibleStory(story.id(), story.revision(), story.language(), visible));
                }
            });
        }
        return seen;
    }

    @Override
    public synchronized Optional<StoryId> storyOf(ArticleId article) {
        return stories.values().stream()
                .filter(story -> story.members().contains(article))
                .map(Story::id)
                .findFirst();
    }

    @Override
    public synchronized Map<ArticleId, StoryId> storiesOf(Collection<ArticleId> ids) {
        Map<ArticleId, StoryId> found = new HashMap<>();
        ids.forEach(id -> storyOf(id).ifPresent(story -> found.put(id, story)));
        return Map.copyOf(found);
    }

    @Override
    public synchronized List<StoryId> newest(Set<SourceId> sources, int limit) {
        Map<ArticleId, StoryId> byArticle = stories.values().stream()
                .flatMap(story -> story.members().stream().map(member -> Map.entry(member, story.id())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return articles.findAll(articles.visible(byArticle.keySet(), sources)).stream()
                .sorted(Comparator.comparing(Article::published)
                        .thenComparing(Article::id)
                        .reversed())
                .flatMap(article -> Stream.ofNullable(byArticle.get(article.id())))
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<StoryId, Story> oldStories = Map.copyOf(stories);
        Map<StoryId, StoryId> oldSurvivors = Map.copyOf(survivors);
        Map<ArticleId, Integer> oldJoined = Map.copyOf(joined);
        List<Revision> oldRevisions = List.copyOf(revisions);
        return () -> restore(oldStories, oldSurvivors, oldJoined, oldRevisions);
    }

    private synchronized void restore(
            Map<StoryId, Story> oldStories,
            Map<StoryId, StoryId> oldSurvivors,
            Map<ArticleId, Integer> oldJoined,
            List<Revision> oldRevisions) {
        revisions.clear();
        revisions.addAll(oldRevisions);
        joined.clear();
        joined.putAll(oldJoined);
        stories.clear();
        stories.putAll(oldStories);
        survivors.clear();
        survivors.putAll(oldSurvivors);
    }

    /** Stories that ended because articles were taken back, those that lost some, and revisions in which only such articles had joined. */
    public record Left(Set<StoryId> ended, Set<StoryId> changed, Map<StoryId, Set<Integer>> revisions) {}

    /** Takes articles out of their stories, for the fake that purges. */
    public synchronized Left leave(Collection<ArticleId> gone, Instant at) {
        Left left = new Left(new HashSet<>(), new HashSet<>(), new HashMap<>());
        for (Story story : List.copyOf(stories.values())) {
            List<ArticleId> members = story.members().stream()
                    .filter(member -> !gone.contains(member))
                    .toList();
            if (members.size() == story.members().size()) {
                continue;
            }
            Set<Integer> revisions = left.revisions().computeIfAbsent(story.id(), _ -> new HashSet<>());
            story.members().forEach(member -> revisions.add(joined.get(member)));
            members.forEach(member -> revisions.remove(joined.get(member)));
            if (members.isEmpty()) {
                stories.remove(story.id());
                left.ended().add(story.id());
                survivors.forEach((alias, survivor) -> {
                    if (survivor.equals(story.id())) {
                        left.ended().add(alias);
                    }
                });
                survivors.values().removeIf(story.id()::equals);
            } else {
                left.changed().add(story.id());
                Story whole = new Story(
                        story.id(), story.language(), story.revision(), story.created(), story.updated(), members);
                note(keep(grown(whole, List.of(), at)), Optional.empty(), false, List.of());
            }
        }
        revisions.removeIf(revision -> left.ended().contains(revision.story()));
        revisions.replaceAll(old -> old.article().filter(gone::contains).isPresent()
                ? new Revision(old.story(), old.number(), old.at(), Optional.empty(), false, List.of())
                : old);
        return left;
    }

    private Story keep(Story story) {
        stories.put(story.id(), story);
        story.members().forEach(member -> joined.putIfAbsent(member, story.revision()));
        return story;
    }

    private static Story grown(Story story, List<ArticleId> more, Instant at) {
        List<ArticleId> members = new ArrayList<>(story.members());
        members.addAll(more);
        return new Story(
                story.id(),
                story.language(),
                story.revision() + 1,
                story.created(),
                at.truncatedTo(ChronoUnit.MILLIS),
                members);
    }
}
