package news.lede.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.community.Viewer;
import news.lede.story.Related.Reason;

/**
 * Picks of candidates the stories to show, each story once: those with a telling reason by their scores, then what else has a reason. Reads candidates in this order and no more of them than are needed.
 */
final class Shortlist {
    /** An article that may be shown with its story. The order of candidates is by score, the newest article first among equals. */
    record Candidate(ArticleId article, double score) {}

    /** Why to show a candidate; without reasons it is not to be shown. */
    record Verdict(boolean telling, List<Reason> reasons) {}

    /** Finds the reasons of a candidate in what it says. */
    @FunctionalInterface
    interface Judge {
        Verdict of(Article article);
    }

    private record Found(double score, List<Reason> reasons) {}

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(Candidate::article, Comparator.reverseOrder());

    private final Stories stories;
    private final Articles articles;
    private final StoryViews views;

    Shortlist(Stories stories, Articles articles, StoryViews views) {
        this.stories = stories;
        this.articles = articles;
        this.views = views;
    }

    /** At most {@code limit}, without the story {@code own}. */
    List<Related> pick(Collection<Candidate> candidates, Optional<StoryId> own, Viewer viewer, int limit, Judge judge) {
        List<Candidate> left = candidates.stream().sorted(BEST_FIRST).toList();
        Map<ArticleId, StoryId> storyOf =
                stories.storiesOf(left.stream().map(Candidate::article).toList());
        Set<StoryId> settled = new HashSet<>();
        own.ifPresent(settled::add);
        List<Related> related = new ArrayList<>();
        Map<StoryId, Found> others = new LinkedHashMap<>();
        while (related.size() < limit && !left.isEmpty()) {
            List<Candidate> next = new ArrayList<>();
            int at = 0;
            while (at < left.size() && next.size() < limit - related.size()) {
                StoryId story = storyOf.get(left.get(at).article());
                if (story != null && !settled.contains(story)) {
                    next.add(left.get(at));
                }
                at++;
            }
            left = left.subList(at, left.size());
            Map<StoryId, Found> telling = new LinkedHashMap<>();
            judge(next, storyOf, judge, telling, others);
            settled.addAll(telling.keySet());
            related.addAll(shown(telling, telling.keySet(), viewer, limit - related.size()));
        }
        others.keySet().removeAll(settled);
        Set<StoryId> rest = new LinkedHashSet<>(others.keySet());
        while (related.size() < limit && !rest.isEmpty()) {
            List<StoryId> next =
                    rest.stream().limit(limit - (long) related.size()).toList();
            next.forEach(rest::remove);
            related.addAll(shown(others, next, viewer, limit - related.size()));
        }
        return related;
    }

    private void judge(
            List<Candidate> next,
            Map<ArticleId, StoryId> storyOf,
            Judge judge,
            Map<StoryId, Found> telling,
            Map<StoryId, Found> others) {
        Map<ArticleId, Article> read = new HashMap<>();
        articles.findAll(next.stream().map(Candidate::article).toList())
                .forEach(article -> read.put(article.id(), article));
        for (Candidate candidate : next) {
            Article article = read.get(candidate.article());
            StoryId story = storyOf.get(candidate.article());
            if (article != null && story != null && !telling.containsKey(story)) {
                Verdict verdict = judge.of(article);
                Found found = new Found(candidate.score(), verdict.reasons());
                if (verdict.telling()) {
                    telling.put(story, found);
                } else if (!verdict.reasons().isEmpty()) {
                    others.putIfAbsent(story, found);
                }
            }
        }
    }

    /** Views read all articles of their stories, so only those are made that are shown; nearly all are visible, since the search looked at what the viewer sees. */
    private List<Related> shown(Map<StoryId, Found> found, Collection<StoryId> ordered, Viewer viewer, int limit) {
        List<Related> shown = new ArrayList<>();
        for (StoryView view : views.views(ordered, viewer)) {
            Found why = found.get(view.id());
            if (why != null && shown.size() < limit) {
                shown.add(new Related(view, why.score(), why.reasons()));
            }
        }
        return shown;
    }
}
