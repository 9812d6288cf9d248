package news.lede.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;

/** What a store does for its own upkeep. Each call is one transaction, kept small by its limit; others may write between two of them. */
public interface Upkeep {
    /** A portion of a walk: what was changed, and where the next portion begins; without it the walk is over. */
    record Portion(List<ArticleId> changed, Optional<ArticleId> next) {
        public Portion {
            changed = List.copyOf(changed);
        }
    }

    /** When the newest article was published; absent in an empty store. */
    Optional<Instant> newest();

    /**
     * Looks at most at {@code limit} articles above {@code after} that were published before {@code before}, and takes the text of those that have one: with it go former versions and plans to read the page
     * again. Headline, publisher, link, dates and what the article is known by stay. What somebody voted on as an example of a topic keeps its text.
     */
    Portion dropTexts(Instant before, ArticleId after, int limit);

    /** Forgets at most {@code limit} stories in which nothing has happened since {@code before}, with their articles and everything that tells of them. The answer is those articles. */
    List<ArticleId> dropStories(Instant before, Instant now, int limit);

    /**
     * Forgets at most {@code limit} traces of each kind from before {@code before}: messages that came to an end and are nobody's knowledge of a story, announcements that everybody was told, events of sources but the last of
     * each, reports that were settled, drafts. The answer is how many.
     */
    int dropTraces(Instant before, int limit);

    /** Gives at most so many free pages of the store's file back to the disk, and answers how many; 0 where the database sees to that itself, or where there are none. */
    int reclaim(int pages);

    /**
     * Sets right what a clock wrote that was ahead: what was polled, planned or received later than {@code now} was so now, and what follows from it keeps its distance. Without, a source would wait a day for
     * a clock that was a day ahead. The answer is how many rows.
     */
    int setClocksRight(Instant now);
}
