package news.lede.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.story.Change;
import news.lede.story.Stories;
import news.lede.story.StoryView;

/** Leaves what publishers took down out of what messages tell. */
final class Withdrawals {
    private final Stories stories;

    Withdrawals(Stories stories) {
        this.stories = stories;
    }

    /** The same without such articles; empty when nothing else is left. A story without any is returned as it is. */
    Optional<StoryView> standing(StoryView view) {
        Set<ArticleId> down = stories.revisions(view.id()).stream()
                .filter(revision -> revision.changes().stream().anyMatch(Change.Withdrawn.class::isInstance))
                .flatMap(revision -> revision.article().stream())
                .collect(Collectors.toSet());
        List<Article> standing = view.articles().stream()
                .filter(article -> !down.contains(article.id()))
                .toList();
        if (standing.size() == view.articles().size()) {
            return Optional.of(view);
        }
        return standing.isEmpty() ? Optional.empty() : Optional.of(view.of(standing));
    }
}
