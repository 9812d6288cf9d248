package news.lede.alert;

import java.time.InstantSource;
import news.lede.article.Articles;
import news.lede.article.Transactor;
import news.lede.community.Communities;
import news.lede.story.Stories;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.subscription.Subscriptions;

/**
 * Plans what is told to whom: of announcements, of what waits for its turn, of digests that are due. It works in steps, each of which is kept as a whole or not at all and leaves behind in the store how
 * far it came: whoever drives it may stop, or be killed, after any of them, and another goes on. It has neither threads nor a clock of its own, and is driven by one thread at a time.
 */
public final class Planner {
    private final Announcing announcing;
    private final Admitting admitting;
    private final DigestPlanning digests;
    private boolean newsFirst;

    /** Where what is planned is kept. */
    public record Books(
            Transactor transactor,
            Subscriptions subscriptions,
            Matches matches,
            Outbox outbox,
            Deliveries deliveries,
            Suspensions suspensions,
            Credits credits) {}

    /** What it is about, and who sees it. */
    public record News(
            Communities communities, Stories stories, Articles articles, StoryViews views, StoryRanking ranking) {}

    public Planner(Books books, News news, TopicFits topics, SavedSearches searches, InstantSource clock) {
        this.announcing = new Announcing(
                books.matches(),
                books.outbox(),
                news.stories(),
                new Matcher(
                        new Wishes(books.subscriptions(), searches),
                        books.matches(),
                        news.stories(),
                        news.articles(),
                        news.ranking(),
                        topics),
                clock);
        Places places = new Places(books.subscriptions(), news.communities(), news.views(), news.ranking());
        this.admitting = new Admitting(books, places, clock);
        this.digests = new DigestPlanning(books, news, places, clock);
    }

    /** Does one thing that is to be done by now. False when there is nothing, and one may rest until something is announced or a second has passed. */
    public boolean step() {
        // In turns, so that neither a story for everybody nor a thousand budgets keep the other waiting.
        newsFirst = !newsFirst;
        return newsFirst
                ? announcing.step() || admitting.step() || digests.step()
                : admitting.step() || digests.step() || announcing.step();
    }

    /** All that is to be done by now. */
    public void run() {
        while (step()) {
            // Until nothing is left.
        }
    }
}
