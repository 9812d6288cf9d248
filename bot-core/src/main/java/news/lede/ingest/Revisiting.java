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

    /**
     * Reads at most {@code limit} pages that are due, at the same time, then stores what they tell, one after the other; only for that it waits while somebody else takes news in.
     * Calls must not overlap.
     */
    public Reread due(int limit) {
        List<Revisit> due = storing.revisits().due(storing.clock().instant(), limit);
        if (due.isEmpty()) {
            return new Reread(0, List.of());
        }
        List<Known> readings = read(due);
        return storing.inOrder(() -> new Reread(
                readings.size(),
                readings.stream()
                        .filter(this::changed)
                        .map(one -> one.revisit().article())
                        .toList()));
    }

    /** A reading that was due, and what came of it. */
    private record Known(Revisit revisit, PageReading page) {}

    /** Those that were read before the thread was interrupted. */
    private List<Known> read(List<Revisit> due) {
        Map<ArticleId, Article> known = storing
                .articles()
                .findAll(due.stream().map(Revisit::article).toList())
                .stream()
                .collect(Collectors.toMap(Article::id, Function.identity()));
        List<Known> readings = new ArrayList<>();
        try (ReadAhead ahead = new ReadAhead(pages, PATIENCE)) {
            List<Callable<PageReading>> jobs = new ArrayList<>();
            due.forEach(revisit ->
                    jobs.add(() -> read(revisit, Optional.ofNullable(known.get(revisit.article())), ahead)));
            List<Future<PageReading>> reading = ahead.start(jobs);
            for (int i = 0; i < due.size(); i++) {
                readings.add(new Known(due.get(i), reading.get(i).get()));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading pages again failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return readings;
    }

    private static PageReading read(Revisit revisit, Optional<Article> article, ReadAhead ahead)
            throws InterruptedException {
        Optional<URI> page = article.flatMap(Article::url);
        return page.isEmpty()
                ? new PageReading.Closed(PageReader.Reason.REFUSED, "it has no address")
                : ahead.page(page.get(), new Validators(revisit.etag(), revisit.lastModified()));
    }

    /** Stores what one reading told; what fails costs only its own article's further readings. */
    private boolean changed(Known one) {
        try {
            return storing.inTransaction(() -> storing.articles()
                    .find(one.revisit().article())
                    .filter(article -> settle(one.revisit(), article, one.page()))
                    .isPresent());
        } catch (RuntimeException e) {
            log.error("reading again failed article={}", one.revisit().article(), e);
            storing.revisits().end(one.revisit().article());
            return false;
        }
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
                gone(revisit, article, status);
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

    /** One slip of a server is no withdrawal: it takes two readings in a row that find nothing where the page had been read before. */
    private void gone(Revisit revisit, Article article, int status) {
        if (revisit.round() > 0 && revisit.headline().isPresent()) {
            storing.revisits().plan(Rereading.afterGone(revisit, storing.clock().instant()));
            return;
        }
        if (revisit.round() > 0) {
            log.info("article withdrawn by its publisher article={} status={}", article.id(), status);
            storing.withdraw(article, status);
        }
        storing.revisits().end(article.id());
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
                article.maxSnippet(),
                article.image());
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
                article.maxSnippet(),
                article.image());
    }
}
