package news.lede.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import news.lede.alert.Announcements;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.Articles;
import news.lede.article.NewArticle;
import news.lede.article.Recognition;
import news.lede.article.Revisits;
import news.lede.article.Transactor;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.source.Sources;
import news.lede.story.Revision;
import news.lede.story.Story;
import news.lede.story.StoryGrouping;
import news.lede.topic.Vectors;

/**
 * Stores articles: a new one with its story's revision and announcement, a known one as seen again, a changed one as a version. One instance per store, shared by whatever
 * takes news in, since grouping is one ordered stream: {@link #inOrder} lets one work at a time.
 */
public final class Storing {
    /** How many articles are stored in one transaction. A commit costs as much as storing a handful of them; more would let others wait for the writer. */
    static final int AT_ONCE = 16;

    private final Transactor transactor;
    private final Articles articles;
    private final Revisits revisits;
    private final Vectors vectors;
    private final Sources sources;
    private final StoryGrouping grouping;
    private final Announcements announcements;
    private final Recognition recognition;
    private final InstantSource clock;
    private final ReentrantLock stream = new ReentrantLock(true);
    private final LongConsumer spent;

    public Storing(
            Transactor transactor,
            Articles articles,
            Revisits revisits,
            Vectors vectors,
            Sources sources,
            StoryGrouping grouping,
            Announcements announcements,
            InstantSource clock) {
        this(transactor, articles, revisits, vectors, sources, grouping, announcements, clock, _ -> {});
    }

    /** The same; {@code spent} hears how many nanoseconds each turn in the ordered stream took. */
    public Storing(
            Transactor transactor,
            Articles articles,
            Revisits revisits,
            Vectors vectors,
            Sources sources,
            StoryGrouping grouping,
            Announcements announcements,
            InstantSource clock,
            LongConsumer spent) {
        this.spent = spent;
        this.transactor = transactor;
        this.articles = articles;
        this.revisits = revisits;
        this.vectors = vectors;
        this.sources = sources;
        this.grouping = grouping;
        this.announcements = announcements;
        this.recognition = new Recognition(articles);
        this.clock = clock;
    }

    /** Whether readers are told. What a source carried before we knew it is no news. */
    enum News {
        ANNOUNCED,
        SILENT
    }

    /** What came of one draft: the article it is, whether that was known, whether it got a new source or key. */
    record Outcome(ArticleId article, boolean known, boolean changed) {}

    /** Runs {@code work} when nobody else takes news in. Grouping knows by then what it compares with: a transaction that had to wait for that would hold up all others. */
    <T> T inOrder(Supplier<T> work) {
        stream.lock();
        long began = System.nanoTime();
        try {
            if (stream.getHoldCount() == 1) {
                grouping.prepare(clock.instant());
            }
            return work.get();
        } finally {
            spent.accept(System.nanoTime() - began);
            stream.unlock();
        }
    }

    /** Has grouping know what was stored meanwhile. */
    public void prepare() {
        inOrder(() -> true);
    }

    /** Has grouping compare with these as they are now: another process changed them. */
    public void reread(Collection<ArticleId> changed) {
        inOrder(() -> {
            changed.forEach(grouping::reread);
            return true;
        });
    }

    <T> T inTransaction(Supplier<T> work) {
        return transactor.inTransaction(work);
    }

    InstantSource clock() {
        return clock;
    }

    Articles articles() {
        return articles;
    }

    Revisits revisits() {
        return revisits;
    }

    /** The known article that a draft with {@code keys} is. */
    Optional<ArticleId> known(NewArticle article, Collection<ArticleKey> keys) {
        return recognition.find(article, keys);
    }

    /** Stores a draft that {@code source} carried, known by {@code keys}. Call within a transaction. */
    Outcome store(NewArticle article, List<ArticleKey> keys, SourceId source, News news) {
        Optional<ArticleId> known = known(article, keys);
        Instant now = clock.instant();
        if (known.isPresent()) {
            // What was only ever asked for was never announced; now it is news to whoever follows this source.
            boolean unheardOf = news == News.ANNOUNCED && isOnlyAsked(known.get());
            boolean changed = articles.seenAgain(known.get(), keys, source);
            if (unheardOf && changed) {
                Story story = grouping.place(articles.find(known.get()).orElseThrow(), now);
                announcements.announce(story.id(), story.revision(), now);
            }
            return new Outcome(known.get(), true, changed);
        }
        Article stored = articles.add(article, keys, source, grouping.reportOf(article), now);
        Story story = grouping.place(stored, now);
        if (news == News.ANNOUNCED) {
            announcements.announce(story.id(), story.revision(), now);
        }
        return new Outcome(stored.id(), false, false);
    }

    /**
     * Keeps what the publisher changed, if that is worth it: as a version of the article, and as a revision of its story when readers need to know, told when it is material.
     * Call within a transaction. True when it was.
     */
    boolean revise(Article known, NewArticle seen, Change.Origin origin) {
        Optional<NewArticle> changed = Change.of(known, seen, origin);
        changed.ifPresent(now -> {
            Instant at = clock.instant();
            Article revised = articles.revise(known.id(), now, at);
            vectors.forget(Set.of(known.id()));
            grouping.revised(known, revised, at).ifPresent(this::announce);
        });
        return changed.isPresent();
    }

    /** Keeps that the publisher took an article down, and tells it. Call within a transaction. */
    void withdraw(Article article, int status) {
        grouping.withdrawn(article, status, clock.instant()).ifPresent(this::announce);
    }

    private void announce(Revision revision) {
        if (revision.material()) {
            announcements.announce(revision.story(), revision.number(), revision.at());
        }
    }

    /** Puts the whole text in place of a part of it. Call within a transaction. True when there was more. */
    boolean complete(Article known, NewArticle whole) {
        boolean more = Change.completes(known, whole);
        if (more) {
            articles.complete(known.id(), whole);
            vectors.forget(Set.of(known.id()));
            grouping.reread(known.id());
        }
        return more;
    }

    /** Whether nobody but {@code source} carried an article: only then may its feed's text become everybody's. */
    boolean isOnlyOf(ArticleId article, SourceId source) {
        return articles.sourcesOf(article).equals(Set.of(source));
    }

    /** Whether nobody carried an article but members who asked for its link. */
    boolean isOnlyAsked(ArticleId article) {
        Set<SourceId> carriers = articles.sourcesOf(article);
        return !carriers.isEmpty()
                && carriers.stream()
                        .allMatch(id -> sources.find(id)
                                .filter(source -> source.kind() == SourceKind.ASKED)
                                .isPresent());
    }

    Instant in(Duration wait) {
        return clock.instant().plus(wait);
    }
}
