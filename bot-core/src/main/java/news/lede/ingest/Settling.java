package news.lede.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.NewArticle;
import news.lede.article.Revisits.Revisit;
import news.lede.ingest.Inbox.Waiting;
import news.lede.ingest.PageReader.PageReading;
import news.lede.ingest.Prepared.Contents;
import news.lede.ingest.Prepared.Contents.OneArticle;
import news.lede.ingest.Storing.News;
import news.lede.ingest.Storing.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Stores prepared entries and marks them as dealt with, within the transaction of the caller. */
final class Settling {
    private static final Logger log = LoggerFactory.getLogger(Settling.class);

    private final Storing storing;
    private final Inbox inbox;
    private final Intake intake;

    Settling(Storing storing, Inbox inbox) {
        this.storing = storing;
        this.inbox = inbox;
        this.intake = new Intake(storing);
    }

    /** What came of some entries. */
    record Settled(List<ArticleId> added, List<ArticleId> changed) {
        Settled {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
        }
    }

    Settled settle(List<Prepared> entries) {
        List<ArticleId> added = new ArrayList<>();
        List<ArticleId> changed = new ArrayList<>();
        for (Prepared entry : entries) {
            Waiting waiting = entry.waiting();
            switch (entry.contents()) {
                case OneArticle article -> {
                    Outcome outcome = article(waiting, article);
                    if (!outcome.known()) {
                        added.add(outcome.article());
                    } else if (outcome.changed()) {
                        changed.add(outcome.article());
                    }
                }
                case Contents.OneFile(Bundle bundle) -> {
                    Intake.Stored stored = file(waiting, bundle);
                    added.addAll(stored.added());
                    changed.addAll(stored.changed());
                }
                case Contents.Nothing(String why) -> {
                    // What stood in a sitemap before we came is a thousand lines at times, and no news.
                    Level level = waiting.firstContact() ? Level.DEBUG : Level.INFO;
                    log.atLevel(level)
                            .log("entry left out id={} source={} why=\"{}\"", waiting.id(), waiting.source(), why);
                }
            }
        }
        inbox.done(entries.stream().map(entry -> entry.waiting().id()).toList());
        return new Settled(added, changed);
    }

    private Intake.Stored file(Waiting waiting, Bundle bundle) {
        return intake.storeWithin(
                bundle, waiting.source(), waiting.firstContact() ? News.SILENT : News.ANNOUNCED, waiting.changed());
    }

    private Outcome article(Waiting waiting, OneArticle entry) {
        NewArticle article = entry.draft().article();
        List<ArticleKey> keys = entry.draft().keys(waiting.source());
        News news = waiting.firstContact() ? News.SILENT : News.ANNOUNCED;
        Outcome outcome = storing.store(article, keys, waiting.source(), news);
        if (outcome.known()) {
            return waiting.changed() ? edited(outcome, waiting, entry) : outcome;
        }
        if (news == News.ANNOUNCED) {
            entry.page()
                    .flatMap(reading -> nextReading(outcome.article(), reading))
                    .ifPresent(storing.revisits()::plan);
        }
        return outcome;
    }

    private Optional<Revisit> nextReading(ArticleId article, PageReading reading) {
        Instant now = storing.clock().instant();
        return switch (reading) {
            case PageReading.Read read -> Rereading.first(article, read, now);
            case PageReading.Later(Optional<Duration> after, String _) ->
                Optional.of(Rereading.soon(article, after, now));
            // Feeds run ahead of their pages now and then.
            case PageReading.Gone _ -> Optional.of(Rereading.soon(article, Optional.empty(), now));
            case PageReading.Unchanged _, PageReading.Closed _ -> Optional.empty();
        };
    }

    private Outcome edited(Outcome outcome, Waiting waiting, OneArticle entry) {
        Article known = storing.articles().find(outcome.article()).orElseThrow();
        boolean fromPage =
                entry.page().filter(PageReading.Read.class::isInstance).isPresent();
        NewArticle seen = entry.draft().article();
        boolean mayTell = fromPage || storing.isOnlyOf(known.id(), waiting.source());
        boolean revised = storing.revise(
                known,
                mayTell ? seen : headlineOnly(seen, known),
                fromPage ? Change.Origin.PAGE : entry.whole() ? Change.Origin.WHOLE_IN_FEED : Change.Origin.FEED);
        entry.page()
                .filter(PageReading.Read.class::isInstance)
                .map(PageReading.Read.class::cast)
                .flatMap(read -> Rereading.next(
                        known.id(), known.firstSeen(), storing.clock().instant(), Optional.of(read), Optional.empty()))
                .filter(_ -> !waiting.firstContact())
                .ifPresent(storing.revisits()::plan);
        return new Outcome(outcome.article(), true, outcome.changed() || revised);
    }

    /** What one source carries in full may not become the text that followers of another one see. */
    private static NewArticle headlineOnly(NewArticle seen, Article known) {
        return new NewArticle(
                seen.title(),
                seen.publisher(),
                seen.url(),
                known.paragraphs(),
                seen.published(),
                seen.approximate(),
                known.language(),
                known.maxSnippet(),
                seen.image());
    }
}
