package news.lede.ingest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.NewArticle;
import news.lede.article.Revisits.Revisit;
import news.lede.article.TextMatch;
import news.lede.fetch.Validators;
import news.lede.ingest.PageReader.PageReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pages of articles again that readers were told of, to see what their publishers corrected ({@link Rereading} says when). What a page corrected becomes a version of its
 * article; a page that could not be read before gives the article the rest of its text.
 */
public final class Revisiting {
    private static final Logger log = LoggerFactory.getLogger(Revisiting.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Storing storing;
    private final EntryReading reading;
    private final PageReader pages;

    public Revisiting(Storing storing, EntryReading reading, PageReader pages) {
        this.storing = storing;
        this.reading = reading;
        this.pages = pages;
    }

    /** How many pages one call asked for, and the articles {@code changed}, to be indexed anew. */
    public record Reread(int pages, List<ArticleId> changed) {
        public Reread {
            changed = List.copyOf(changed);
        }
    }

    /** Reads at most {@code limit} pages that are due, at the same time, and stores what they tell, one after the other. Waits while somebody else takes news in. */
    public Reread due(int limit) {
        return storing.inOrder(() -> {
            List<Revisit> due = storing.revisits().due(storing.clock().instant(), limit);
            if (due.isEmpty()) {
                return new Reread(0, List.of());
            }
            Map<ArticleId, Article> known =
                    storing
                            .articles()
                            .findAll(due.stream().map(Revisit::article).toList())
                            .stream()
                            .collect(Collectors.toMap(Article::id, Function.identity()));
            try (ReadAhead ahead = new ReadAhead(pages, PATIENCE)) {
                List<Callable<PageReading>> jobs = new ArrayList<>();
                due.forEach(revisit ->
                        jobs.add(() -> read(revisit, Optional.ofNullable(known.get(revisit.article())), ahead)));
                return inOrder(due, known, ahead.start(jobs));
            }
        });
    }

    private static PageReading read(Revisit revisit, Optional<Article> article, ReadAhead ahead)
            throws InterruptedException {
        Optional<URI> page = article.flatMap(Article::url);
        return page.isEmpty()
                ? new PageReading.Closed(PageReader.Reason.REFUSED, "it has no address")
                : ahead.page(page.get(), new Validators(revisit.etag(), revisit.lastModified()));
    }

    private Reread inOrder(List<Revisit> due, Map<ArticleId, Article> known, List<Future<PageReading>> readings) {
        List<ArticleId> changed = new ArrayList<>();
        int read = 0;
        for (int i = 0; i < readings.size(); i++) {
            Revisit revisit = due.get(i);
            try {
                PageReading page = readings.get(i).get();
                read++;
                Article article = known.get(revisit.article());
                if (article != null && storing.inTransaction(() -> settle(revisit, article, page))) {
                    changed.add(revisit.article());
                }
            } catch (ExecutionException | RuntimeException e) {
                log.error("reading again failed article={}", revisit.article(), e);
                storing.revisits().end(revisit.article());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return new Reread(read, changed);
    }

    /** True when the article changed. */
    private boolean settle(Revisit revisit, Article article, PageReading page) {
        return switch (page) {
            case PageReading.Read read
            when EntryReading.tellsOf(asNew(article), read.article()) -> {
                plan(revisit, article, Optional.of(read), Optional.empty());
                yield take(revisit, article, read);
            }
            case PageReading.Read _ -> ended(article, "its page has another article");
            case PageReading.Closed closed -> ended(article, closed.reason() + ": " + closed.detail());
            case PageReading.Gone(int status) -> {
                log.info("article withdrawn by its publisher article={} status={}", article.id(), status);
                storing.revisits().end(article.id());
                yield false;
            }
            case PageReading.Unchanged _ -> {
                plan(revisit, article, Optional.empty(), Optional.empty());
                yield false;
            }
            case PageReading.Later(Optional<Duration> after, String _) -> {
                plan(revisit, article, Optional.empty(), after);
                yield false;
            }
        };
    }

    private boolean take(Revisit revisit, Article article, PageReading.Read read) {
        NewArticle seen = reading.drafting()
                .fromPage(new Draft(asNew(article), Optional.empty()), read.article(), List.of())
                .article();
        if (revisit.round() == 0) {
            return storing.complete(article, seen);
        }
        // Feed and page may have been headed differently from the first; only what the page changed since is a change.
        boolean retitled = revisit.headline()
                .filter(old -> !TextMatch.same(old, read.article().title()))
                .isPresent();
        return storing.revise(article, retitled ? titled(seen, read.article().title()) : seen, Change.Origin.PAGE);
    }

    private void plan(Revisit revisit, Article article, Optional<PageReading.Read> read, Optional<Duration> after) {
        Instant now = storing.clock().instant();
        Rereading.next(article.id(), article.firstSeen(), now, read, Optional.of(revisit))
                .map(next -> Rereading.notBefore(next, now, after))
                .ifPresentOrElse(
                        storing.revisits()::plan, () -> storing.revisits().end(article.id()));
    }

    private boolean ended(Article article, String why) {
        log.debug("not read again article={} why=\"{}\"", article.id(), why);
        storing.revisits().end(article.id());
        return false;
    }

    private static NewArticle asNew(Article article) {
        return new NewArticle(
                article.title(),
                article.publisher(),
                article.url(),
                article.paragraphs(),
                article.published(),
                article.approximate(),
                article.language(),
                article.maxSnippet());
    }

    private static NewArticle titled(NewArticle article, String title) {
        return new NewArticle(
                title,
                article.publisher(),
                article.url(),
                article.paragraphs(),
                article.published(),
                article.approximate(),
                article.language(),
                article.maxSnippet());
    }
}
