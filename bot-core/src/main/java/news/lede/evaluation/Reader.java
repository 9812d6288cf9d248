package news.lede.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.IndexKeeper;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryGrouping;

/** Takes articles into an empty newsroom, one after the other, as the bot does. */
final class Reader {
    private final EmptyNewsroom newsroom;
    private final StoryGrouping grouping;
    private final List<Article> stored = new ArrayList<>();
    /** When an article without a date is taken to be published: with the one before it. */
    private Instant latest;

    Reader(EmptyNewsroom newsroom, Instant now) {
        this.newsroom = newsroom;
        this.grouping = new StoryGrouping(newsroom.stories(), newsroom.articles());
        this.latest = now;
    }

    /** What everything read comes from is visible. */
    Viewer viewer() {
        return new Viewer(new WorkspaceId(1), Set.of(newsroom.source()));
    }

    /** Stores an article and puts it into its story. */
    Article group(LabelledArticle article) {
        var taken = article.taken(date(article));
        return newsroom.transactor().inTransaction(() -> {
            Article added = newsroom.articles()
                    .add(taken, key(), newsroom.source(), grouping.reportOf(taken), taken.published());
            grouping.place(added, taken.published());
            return kept(added);
        });
    }

    /** Stores an article in a story of its own. */
    Article alone(LabelledArticle article) {
        return newsroom.transactor().inTransaction(() -> {
            Article added = store(article);
            newsroom.stories().open(added.id(), added.language(), added.published());
            return added;
        });
    }

    /** Stores articles as one story. */
    List<Article> together(List<LabelledArticle> articles) {
        return newsroom.transactor().inTransaction(() -> {
            Article first = alone(articles.getFirst());
            List<Article> story = new ArrayList<>(List.of(first));
            for (LabelledArticle article : articles.subList(1, articles.size())) {
                Article added = store(article);
                newsroom.stories()
                        .join(newsroom.stories().storyOf(first.id()).orElseThrow(), added.id(), added.published());
                story.add(added);
            }
            return story;
        });
    }

    /** Brings the search index up to what was stored. */
    void index() {
        new IndexKeeper(newsroom.articles(), newsroom.index()).catchUp((_, _) -> {});
    }

    private Article store(LabelledArticle article) {
        var taken = article.taken(date(article));
        return kept(newsroom.articles().add(taken, key(), newsroom.source(), Optional.empty(), taken.published()));
    }

    private Article kept(Article article) {
        stored.add(article);
        return article;
    }

    /** Each line is an article of its own, even where two are alike word for word: each has to be answered. */
    private List<ArticleKey> key() {
        return List.of(new ArticleKey("evaluation:" + stored.size()));
    }

    private Instant date(LabelledArticle article) {
        latest = article.published().orElse(latest);
        return latest;
    }
}
