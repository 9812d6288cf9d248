package news.lede.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.source.SourceId;

/**
 * Where articles are kept. Every change belongs into {@link Transactor#inTransaction}; outside one each call is a
 * transaction of its own.
 */
public interface Articles {
    /** The article that has any of {@code keys}; the oldest when several do. */
    default Optional<ArticleId> findByKeys(Collection<ArticleKey> keys) {
        return owners(keys).values().stream().min(ArticleId::compareTo);
    }

    /** Which article has which of {@code keys}; a key that none has is left out. */
    Map<ArticleKey, ArticleId> owners(Collection<ArticleKey> keys);

    /**
     * Stores an article and its keys, seen in {@code source}. {@code report} names the report it repeats; absent, it starts its
     * own (with its own id).
     */
    Article add(
            NewArticle article,
            Collection<ArticleKey> keys,
            SourceId source,
            Optional<ReportId> report,
            Instant firstSeen);

    /** Adds keys and a source to a known article; what it has already is left alone. True when anything was new. */
    boolean seenAgain(ArticleId article, Collection<ArticleKey> keys, SourceId source);

    /**
     * The publisher changed headline or text: the article becomes {@code now}, and the state it had is kept as a version. The first change keeps two, the state that
     * was first seen (at {@link Article#firstSeen}) and the new one. Id, report, address, date and what it was known by stay.
     *
     * @return the article as it is now
     */
    Article revise(ArticleId article, NewArticle now, Instant seen);

    /** We had only part of what the publisher has: text and headline become those of {@code whole}. No version, since nobody changed anything. */
    Article complete(ArticleId article, NewArticle whole);

    /** The states of an article, oldest first; empty for one that never changed. */
    List<ArticleVersion> versions(ArticleId article);

    /** Records that the page of {@code lister} listed {@code listed} as related. Does nothing when it is recorded. */
    void list(ArticleId lister, ArticleId listed);

    /** Articles whose page listed {@code article} as related, oldest first. */
    List<ArticleId> listers(ArticleId article);

    /** What pages of {@code articles} listed as related, and articles whose pages listed these; without themselves. */
    Set<ArticleId> beside(Collection<ArticleId> articles);

    Optional<Article> find(ArticleId id);

    /** Those of {@code ids} that exist, by id. */
    List<Article> findAll(Collection<ArticleId> ids);

    /** Those of {@code ids} that one of {@code sources} carried. */
    Set<ArticleId> visible(Collection<ArticleId> ids, Set<SourceId> sources);

    /** The sources that carried an article. */
    Set<SourceId> sourcesOf(ArticleId article);

    /** At most {@code limit} articles with ids above {@code after}, by id: the log that indexes and exports read. */
    List<Article> after(ArticleId after, int limit);

    /** At most {@code limit} changes with numbers above {@code after}, by number: the log that whatever is derived from articles is kept up by. */
    List<ArticleChange> changes(long after, int limit);

    /** The number of the latest change, 0 before the first. */
    long lastChange();

    /** The number of the first change that is still kept, 0 when there is none: whoever has not come as far as the one before it has missed some, and begins anew. */
    long firstChange();

    /** Articles published at or after {@code since}, oldest id first, at most {@code limit} of the newest ids. */
    List<Article> publishedSince(Instant since, int limit);

    /** The highest id in use, 0 in an empty store. */
    ArticleId last();

    long count();
}
