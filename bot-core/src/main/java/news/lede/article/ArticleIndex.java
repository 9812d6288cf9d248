package news.lede.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.source.SourceId;
import news.lede.text.Language;

/**
 * Full-text search over articles. Derived data: it can be lost at any time and is then rebuilt from {@link Articles}.
 */
public interface ArticleIndex extends AutoCloseable {
    /** An article found, with its BM25 score (comparable within one answer only). */
    record Hit(ArticleId article, float score) {}

    /** An article found, with its sketch as {@link Sketching} made it. */
    record Sketched(ArticleId article, byte[] sketch) {}

    /** Makes what the index keeps of an article for whoever compares articles without reading them; the index does not look into it. */
    @FunctionalInterface
    interface Sketching {
        /** A few kilobytes at most; the same for the same text. */
        byte[] of(Article article);
    }

    /**
     * What to look for. {@code words} is what a person typed or our own words of a topic, never query syntax. With {@code all} every word
     * must occur (in any inflection), else any; stop words of {@code language} do not count. A phrase in double quotes is one word that occurs only as
     * it stands. A word with a trailing {@code *} stands for every word that begins so. {@code sources} limits to what the asker may see,
     * {@code since} to publications at or after it.
     */
    record Query(
            String words, boolean all, Language language, Set<SourceId> sources, Optional<Instant> since, int limit) {}

    /** Articles that match, best first; equal scores newest first. Empty when no word of the query can match. */
    List<Hit> search(Query query);

    /** The same articles in the same order, with their sketches. */
    List<Sketched> sketches(Query query);

    /**
     * Makes articles findable; one that is indexed already is replaced. Visible to searches after {@link #commit}. Does nothing when another
     * process keeps the index: that one will add them, and {@link #last} does not move past them.
     */
    void add(Collection<IndexedArticle> articles);

    /**
     * Makes articles unfindable after {@link #commit}. {@code last}: the highest id left in the store, above which catching up goes on. Does nothing when another process keeps
     * the index.
     */
    void remove(Collection<ArticleId> articles, ArticleId last);

    /** An article with what the index keeps of its surroundings. */
    record IndexedArticle(Article article, Set<SourceId> sources) {}

    /** Makes additions durable and visible. */
    void commit();

    /** Forgets every article, at once and durably. */
    void clear();

    /** Notes at the next {@link #commit} that changes up to that number are in the index. Does nothing when another process keeps the index. */
    void seen(long change);

    /** The number of the latest change that a commit contains, 0 when none was noted. */
    long seen();

    /** The highest article id that a commit contains, 0 when empty: where catching up begins. */
    ArticleId last();

    @Override
    void close();
}
