package news.lede.alert;

import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.story.Revision;
import news.lede.story.Stories;
import news.lede.story.StoryView;

/** Whether who was told a story would learn anything from hearing it again. */
final class Known {
    private Known() {}

    /** Nothing came since that who knows it wants to hear of, as far as it is seen there. */
    static boolean nothingNew(StoryView view, Told told, Stories stories) {
        Set<ArticleId> seen = view.articles().stream().map(Article::id).collect(Collectors.toSet());
        return stories.revisions(view.id()).stream()
                .filter(revision -> revision.story().equals(view.id()) && revision.number() > told.shown())
                .filter(Revision::material)
                .noneMatch(revision -> revision.article().filter(seen::contains).isPresent());
    }
}
