package news.lede.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.Viewer;
import news.lede.story.Change;
import news.lede.story.Revision;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.story.Timeline.Step;

/**
 * Finds out what became of the stories that somebody may see. What joined is told by when we first saw it, since publishers date their articles as they like; what a
 * revision brought is told only when the article behind it is visible.
 */
final class Changes {
    /** The newest stories and the newest corrections are looked at; what changed among older ones is rare. */
    private static final int STORIES = 1_000;

    private static final int CORRECTIONS = 200;

    private final Newsroom newsroom;

    Changes(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** In no order that matters. */
    List<Changed> in(Span span, Viewer viewer) {
        Set<StoryId> touched = newsroom.stories().findAll(newsroom.stories().newest(viewer.sources(), STORIES)).stream()
                .filter(story -> story.updated().isAfter(span.from()))
                .map(Story::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        newsroom.stories()
                .corrections(viewer.sources(), span.from(), CORRECTIONS)
                .forEach(revision -> touched.add(revision.story()));
        List<StoryView> views = newsroom.views().views(touched, viewer);
        Map<StoryId, List<Revision>> revisions = revisions(views, span);
        return views.stream()
                .flatMap(view -> changed(view, revisions.getOrDefault(view.id(), List.of()), span).stream())
                .toList();
    }

    /** By the story they belong to today. */
    private Map<StoryId, List<Revision>> revisions(List<StoryView> views, Span span) {
        Map<ArticleId, StoryId> storyOf = new HashMap<>();
        views.forEach(view -> view.articles().forEach(article -> storyOf.put(article.id(), view.id())));
        Map<StoryId, List<Revision>> revisions = new HashMap<>();
        List<StoryId> ids = views.stream().map(StoryView::id).toList();
        for (Revision revision : newsroom.stories().revisionsSince(ids, span.from())) {
            // What was made by an article that this viewer does not see is left out here.
            Optional<StoryId> story = revision.article().map(storyOf::get);
            if (story.isPresent() && !revision.at().isAfter(span.until())) {
                revisions.computeIfAbsent(story.get(), _ -> new ArrayList<>()).add(revision);
            }
        }
        return revisions;
    }

    private Optional<Changed> changed(StoryView view, List<Revision> revisions, Span span) {
        List<Article> until = seen(view.articles(), span.until());
        List<Article> before = seen(view.articles(), span.from());
        int joined = until.size() - before.size();
        Map<ArticleId, Article> visible = new HashMap<>();
        until.forEach(article -> visible.put(article.id(), article));
        List<Step> steps = revisions.stream()
                .flatMap(revision -> step(revision, visible).stream())
                .toList();
        boolean corrected = steps.stream().anyMatch(Changed::correcting);
        if (until.isEmpty() || (joined == 0 && !corrected)) {
            return Optional.empty();
        }
        return Optional.of(new Changed(
                view,
                before.isEmpty(),
                publishers(view, until) - publishers(view, before),
                joined,
                revisions.stream().anyMatch(Revision::material),
                steps));
    }

    private static Optional<Step> step(Revision revision, Map<ArticleId, Article> visible) {
        List<Change> changes = revision.changes().stream()
                .map(change -> visibly(change, visible.keySet()))
                .filter(Changes::worthTelling)
                .toList();
        return revision.article()
                .map(visible::get)
                .filter(_ -> !changes.isEmpty())
                .map(article -> new Step(revision.at(), revision.at(), false, revision.material(), article, changes));
    }

    private static List<Article> seen(List<Article> articles, Instant by) {
        return articles.stream()
                .filter(article -> !article.firstSeen().isAfter(by))
                .toList();
    }

    private int publishers(StoryView view, List<Article> articles) {
        if (articles.isEmpty()) {
            return 0;
        }
        return articles.size() == view.articles().size()
                ? newsroom.ranking().voices(view).size()
                : newsroom.ranking().voices(articles).size();
    }

    /** A figure without what was said before, where somebody invisible said that. */
    private static Change visibly(Change change, Set<ArticleId> visible) {
        return change instanceof Change.NewFigure figure
                        && figure.before()
                                .filter(earlier ->
                                        !visible.contains(earlier.proof().article()))
                                .isPresent()
                ? new Change.NewFigure(figure.figure(), figure.toll(), Optional.empty(), figure.proof())
                : change;
    }

    private static boolean worthTelling(Change change) {
        return switch (change) {
            case Change.NewFigure _, Change.NewOutcome _, Change.NewPerson _, Change.HeadlineChanged _ -> true;
            case Change.CorrectionNote _, Change.TextCorrected _, Change.Withdrawn _ -> true;
            case Change.FirstReport _, Change.NewSource _, Change.Copy _, Change.Merged _ -> false;
        };
    }
}
