package news.lede.ingest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.ArticleKeys;
import news.lede.article.NewArticle;
import news.lede.article.TextMatch;
import news.lede.community.Communities;
import news.lede.community.WorkspaceId;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Fetcher;
import news.lede.ingest.PageReader.PageReading;
import news.lede.ingest.PageReader.Reason;
import news.lede.ingest.Storing.News;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.source.Sources;
import news.lede.text.Language;
import news.lede.text.WrappedLink;

/**
 * Reads the pages that members ask for by link and keeps their articles as those of the workspace that asked: carried by a source of its own, seen by nobody else, announced to nobody.
 * Thread-safe; blocks as long as the fetcher does, and waits for whoever takes news in only to store.
 *
 * <p>A page is always asked for, whether or not others have its article, so that neither the answer nor the time it takes tells. A known article becomes visible to the workspace only
 * when nothing is told of it that the page does not tell everybody; otherwise the workspace gets an article of its own (docs/decisions/0053).
 */
public final class AskedLinks {
    /** A news page above this is hardly text, and its tree of nodes takes ten times as much. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Those who answer questions are few, and waiting for somebody's server must leave most of them free. */
    private static final int AT_ONCE = 2;

    /** Of the words of a known article: what so much of stands on the page, the page tells. */
    private static final double TOLD_BY_PAGE = 0.95;

    private static final String TITLE = "Links asked for";

    private final Fetcher fetcher;
    private final PageArticle pages;
    private final Drafting drafting;
    private final Storing storing;
    private final Sources sources;
    private final Communities communities;
    private final Runnable indexing;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * @param fetcher keeps to what sites wish: their pace and their robots.txt
     * @param indexing makes stored articles findable, and known ones in their new sources
     */
    public AskedLinks(
            Fetcher fetcher,
            Function<Document, Extraction> extractor,
            Function<String, Optional<Language>> languageDetector,
            Storing storing,
            Sources sources,
            Communities communities,
            Runnable indexing) {
        this.fetcher = fetcher;
        this.pages = new PageArticle(extractor, storing.clock());
        this.drafting = new Drafting(extractor, new ArticleLanguage(languageDetector), storing.clock());
        this.storing = storing;
        this.sources = sources;
        this.communities = communities;
        this.indexing = indexing;
    }

    /** What came of asking for a link. */
    public sealed interface Result {
        /** Its article, which {@code source}, the workspace's own, carries from now on. */
        record Found(ArticleId article, SourceId source) implements Result {}

        /** No answer that could be used. */
        record Failed(URI asked, FetchOutcome outcome) implements Result {}

        /** There was an answer, but no article to be had from it. */
        record Closed(URI asked, Reason reason) implements Result {}

        /** The link does not show where it leads, nor would its page. */
        record Hidden(URI asked) implements Result {}

        /** As many pages as may be are being read at the moment; nothing was asked. */
        record Busy() implements Result {}
    }

    /** Reads what {@code link} leads to, through wrappings that show it, for {@code workspace}. */
    public Result read(URI link, WorkspaceId workspace) {
        URI target = WrappedLink.unwrap(link).orElse(link);
        if (WrappedLink.isOpaque(target)) {
            return new Result.Hidden(target);
        }
        if (ArticleKeys.link(target).isEmpty()) {
            // A home page has many headlines and is none of their articles.
            return new Result.Closed(target, Reason.NO_ARTICLE);
        }
        if (!places.tryAcquire()) {
            return new Result.Busy();
        }
        try {
            FetchOutcome outcome = fetcher.fetch(FetchRequest.page(target));
            return outcome instanceof Fetched fetched
                    ? article(target, fetched, workspace)
                    : new Result.Failed(target, outcome);
        } finally {
            places.release();
        }
    }

    private Result article(URI asked, Fetched fetched, WorkspaceId workspace) {
        if (fetched.body().length > MOST_BYTES) {
            return new Result.Closed(asked, Reason.TOO_LARGE);
        }
        return switch (pages.of(asked, fetched)) {
            case PageReading.Read read -> found(asked, fetched.address(), read, workspace);
            case PageReading.Closed closed -> new Result.Closed(asked, closed.reason());
            case PageReading.Gone _, PageReading.Later _, PageReading.Unchanged _ ->
                throw new IllegalStateException("a fetched page is read or closed");
        };
    }

    private Result found(URI asked, URI from, PageReading.Read read, WorkspaceId workspace) {
        NewArticle article = drafting.alone(read.article(), address(from, read));
        Kept kept = storing.inOrder(() -> storing.inTransaction(() -> {
            SourceId source = sourceOf(workspace);
            return store(article, keys(article, asked, from, source), source, read);
        }));
        indexing.run();
        return new Result.Found(kept.article(), kept.source());
    }

    /** {@code changed}: it was known, and is to be indexed anew. */
    private record Kept(ArticleId article, SourceId source, boolean changed) {}

    /**
     * What the page calls itself, when that is the same page without what tells how its reader came: later readers of the article must not inherit that. Never another page's address,
     * which is not this page's to claim.
     */
    private static URI address(URI from, PageReading.Read read) {
        return read.aliases().stream()
                .filter(alias -> !alias.equals(from))
                .filter(alias -> samePage(alias, from))
                .findFirst()
                .orElse(from);
    }

    private static boolean samePage(URI one, URI other) {
        return ArticleKeys.link(one).equals(ArticleKeys.link(other))
                || (ArticleKeys.sameSite(one, other)
                        && one.getRawPath() != null
                        && one.getRawPath().equals(other.getRawPath()));
    }

    /** The asked address is one of the article's only within its site: where else it leads tomorrow is up to others. */
    private static List<ArticleKey> keys(NewArticle article, URI asked, URI from, SourceId source) {
        List<ArticleKey> keys = new ArrayList<>(ArticleKeys.of(article, source, Optional.empty()));
        List<URI> further = ArticleKeys.sameSite(asked, from) ? List.of(asked, from) : List.of(from);
        further.stream()
                .flatMap(address -> ArticleKeys.link(address).stream())
                .filter(key -> !keys.contains(key))
                .forEach(key -> keys.addFirst(key));
        return keys;
    }

    private SourceId sourceOf(WorkspaceId workspace) {
        Source source = sources.addIfAbsent(SourceKind.ASKED, Source.ASKED_ADDRESS + workspace, TITLE);
        communities.follow(workspace, source.id());
        return source.id();
    }

    private Kept store(NewArticle article, List<ArticleKey> keys, SourceId source, PageReading.Read read) {
        Optional<Article> known = storing.known(article, keys).flatMap(storing.articles()::find);
        if (known.isEmpty()) {
            return added(article, keys, source, read);
        }
        ArticleId id = known.get().id();
        boolean revised = false;
        if (storing.isOnlyAsked(id)) {
            // All that anybody knows of it came from its page, which has the last word.
            revised = storing.revise(known.get(), article, Change.Origin.PAGE);
        } else if (!tells(article, known.get())) {
            return store(article, withoutThoseOf(id, keys), source, read);
        } else {
            revised = storing.complete(known.get(), article);
        }
        boolean first = storing.articles().seenAgain(id, keys, source);
        return new Kept(id, source, first || revised);
    }

    private Kept added(NewArticle article, List<ArticleKey> keys, SourceId source, PageReading.Read read) {
        Storing.Outcome outcome = storing.store(article, keys, source, News.SILENT);
        if (!outcome.known()) {
            Instant now = storing.clock().instant();
            Rereading.first(outcome.article(), read, now).ifPresent(storing.revisits()::plan);
        }
        return new Kept(outcome.article(), source, outcome.changed());
    }

    /** Whether whoever read the page knows what {@code known} tells. */
    private static boolean tells(NewArticle page, Article known) {
        return known.paragraphs().isEmpty()
                || TextMatch.contained(known.text(), page.title() + " " + String.join(" ", page.paragraphs()))
                        >= TOLD_BY_PAGE;
    }

    private List<ArticleKey> withoutThoseOf(ArticleId other, List<ArticleKey> keys) {
        Map<ArticleKey, ArticleId> owners = storing.articles().owners(keys);
        return keys.stream().filter(key -> !other.equals(owners.get(key))).toList();
    }
}
