package news.lede.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.Timeline.Step;
import news.lede.story.WhatIsNew.Novelty;

/**
 * Tells how stories developed, to one viewer at a time. Thread-safe.
 *
 * <p>What was recorded when an article joined holds for those who see all articles of the story, when they came in the order they were published in. Otherwise what each brought is
 * found anew among the visible articles, in the order of their publication: "new" must neither rest on an article that the viewer cannot see, nor on the order in which we happened
 * to read them. What publishers changed is taken from the record; it concerns one article alone.
 */
public final class Timelines {
    private static final int MOST_CACHED = 200;
    /** Of a larger story its first articles and its newest; nobody reads further, and each costs a fraction of a millisecond. */
    private static final int MOST_ARTICLES = 60;

    private static final int FIRST_ARTICLES = 10;

    private final Stories stories;
    private final Cache<Key, Timeline> cache = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .executor(Runnable::run)
            .build();

    private record Key(StoryId story, int revision, Set<ArticleId> visible) {}

    public Timelines(Stories stories) {
        this.stories = stories;
    }

    /** The steps of a story in the eyes of whoever the view was made for; at least one. */
    public Timeline of(StoryView view) {
        Set<ArticleId> visible = view.articles().stream().map(Article::id).collect(Collectors.toUnmodifiableSet());
        return cache.get(new Key(view.id(), view.revision(), visible), _ -> build(view));
    }

    private Timeline build(StoryView view) {
        List<Revision> revisions = stories.revisions(view.id());
        Map<ArticleId, Revision> joined = new LinkedHashMap<>();
        List<Revision> changed = new ArrayList<>();
        for (Revision revision : revisions) {
            // The first revision of an article is the one it came with.
            revision.article().ifPresent(article -> {
                if (joined.putIfAbsent(article, revision) != null
                        && !revision.changes().isEmpty()) {
                    changed.add(revision);
                }
            });
        }
        Map<ArticleId, Article> visible = new LinkedHashMap<>();
        shown(view.articles()).forEach(article -> visible.put(article.id(), article));
        List<Step> steps = new ArrayList<>();
        List<Revision> recorded = recorded(view, joined);
        if (recorded.isEmpty()) {
            replay(visible, joined, steps);
        }
        for (int i = 0; i < recorded.size(); i++) {
            Revision revision = recorded.get(i);
            Article article = view.articles().get(i);
            if (visible.containsKey(article.id())) {
                steps.add(step(article, revision.at(), revision.material(), revision.changes()));
            }
        }
        for (Revision revision : changed) {
            revision.article()
                    .flatMap(article -> Optional.ofNullable(visible.get(article)))
                    .ifPresent(article -> steps.add(new Step(
                            revision.at(),
                            revision.at(),
                            false,
                            revision.material(),
                            article,
                            visibleOnly(revision.changes(), visible))));
        }
        merges(revisions, joined, visible, steps);
        steps.sort(Comparator.comparing(Step::when));
        return new Timeline(view, steps);
    }

    private static List<Article> shown(List<Article> articles) {
        if (articles.size() <= MOST_ARTICLES) {
            return articles;
        }
        List<Article> shown = new ArrayList<>(articles.subList(0, FIRST_ARTICLES));
        shown.addAll(articles.subList(articles.size() - MOST_ARTICLES + FIRST_ARTICLES, articles.size()));
        return shown;
    }

    /** With what each article of the view joined, if all members are visible, each has a record, and they joined one story in the order they were published in; else nothing. */
    private static List<Revision> recorded(StoryView view, Map<ArticleId, Revision> joined) {
        List<Revision> recorded = view.articles().stream()
                .flatMap(article -> Optional.ofNullable(joined.get(article.id())).stream())
                .filter(revision ->
                        !revision.changes().isEmpty() && revision.story().equals(view.id()))
                .toList();
        List<Integer> numbers = recorded.stream().map(Revision::number).toList();
        boolean holds = recorded.size() == view.articles().size()
                && joined.size() == recorded.size()
                && numbers.equals(numbers.stream().sorted().toList());
        return holds ? recorded : List.of();
    }

    private static void replay(Map<ArticleId, Article> visible, Map<ArticleId, Revision> joined, List<Step> steps) {
        Known known = new Known();
        Set<ReportId> reports = new HashSet<>();
        for (Article article : visible.values()) {
            Novelty novelty;
            if (reports.add(article.report())) {
                Claims claims = Claims.of(article);
                novelty = WhatIsNew.of(claims, known);
                known.learn(claims);
            } else {
                novelty = WhatIsNew.copy();
            }
            Instant at = Optional.ofNullable(joined.get(article.id()))
                    .map(Revision::at)
                    .orElse(article.firstSeen());
            steps.add(step(article, at, novelty.material(), novelty.changes()));
        }
    }

    private static Step step(Article article, Instant noticed, boolean material, List<Change> changes) {
        // Some publishers date ahead.
        boolean ahead = article.published().isAfter(noticed);
        return new Step(
                ahead ? noticed : article.published(), noticed, article.approximate(), material, article, changes);
    }

    private static List<Change> visibleOnly(List<Change> changes, Map<ArticleId, Article> visible) {
        return changes.stream()
                .map(change -> change instanceof Change.NewFigure figure
                                && figure.before()
                                        .filter(before -> !visible.containsKey(
                                                before.proof().article()))
                                        .isPresent()
                        ? new Change.NewFigure(figure.figure(), figure.toll(), Optional.empty(), figure.proof())
                        : change)
                .toList();
    }

    /** Two stories became one for those who saw both. */
    private static void merges(
            List<Revision> revisions,
            Map<ArticleId, Revision> joined,
            Map<ArticleId, Article> visible,
            List<Step> steps) {
        Map<StoryId, StoryId> strand = new HashMap<>();
        for (Revision revision : revisions) {
            for (Change change : revision.changes()) {
                if (change instanceof Change.Merged(StoryId absorbed)) {
                    StoryId kept = revision.story();
                    Optional<Article> there = firstOf(absorbed, strand, joined, visible, revision.at());
                    Optional<Article> here = firstOf(kept, strand, joined, visible, revision.at());
                    strand.put(absorbed, kept);
                    if (there.isPresent() && here.isPresent()) {
                        steps.add(new Step(revision.at(), revision.at(), false, false, there.get(), List.of(change)));
                    }
                }
            }
        }
    }

    /** The first visible article that had come to a story, or to one merged into it, before {@code instant}. */
    private static Optional<Article> firstOf(
            StoryId story,
            Map<StoryId, StoryId> strand,
            Map<ArticleId, Revision> joined,
            Map<ArticleId, Article> visible,
            Instant instant) {
        return visible.values().stream()
                .filter(article -> Optional.ofNullable(joined.get(article.id()))
                        .filter(revision -> root(revision.story(), strand).equals(story)
                                && !revision.at().isAfter(instant))
                        .isPresent())
                .findFirst();
    }

    private static StoryId root(StoryId story, Map<StoryId, StoryId> strand) {
        StoryId at = story;
        while (strand.containsKey(at)) {
            at = strand.get(at);
        }
        return at;
    }
}
