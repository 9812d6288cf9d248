package news.lede.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.article.Revisits.Revisit;

/**
 * Says when an article's page is read again: one, six and 24 hours after readers were told of it, and in a quarter of an hour when it could not be read at first. Pure.
 * A {@link Revisit}'s round counts the readings of the page so far, or would have been so far: 0 as long as none came off.
 */
final class Rereading {
    private static final List<Duration> AFTER = List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));
    private static final Duration SURE = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(15);
    /** Hosts have asked for waits of years. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private Rereading() {}

    /** After the page was read when the article came in, at {@code now}. */
    static Optional<Revisit> first(ArticleId article, PageReader.PageReading.Read read, Instant now) {
        return next(article, now, now, Optional.of(read), Optional.empty());
    }

    /** After the page could not be read when the article came in. */
    static Revisit soon(ArticleId article, Optional<Duration> after, Instant now) {
        return new Revisit(
                article, now.plus(longer(SOON, after)), 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * After a reading at {@code now} of an article that came in at {@code told}: with what was {@code read}, else as {@code before}. Empty after the last one. Readings that
     * time passed over are not made up for.
     */
    static Optional<Revisit> next(
            ArticleId article,
            Instant told,
            Instant now,
            Optional<PageReader.PageReading.Read> read,
            Optional<Revisit> before) {
        for (int i = 0; i < AFTER.size(); i++) {
            Instant due = told.plus(AFTER.get(i));
            if (due.isAfter(now)) {
                boolean everRead =
                        read.isPresent() || before.filter(b -> b.round() > 0).isPresent();
                int round = everRead ? i + 1 : 0;
                return Optional.of(read.map(r -> new Revisit(
                                article,
                                due,
                                round,
                                r.validators().etag(),
                                r.validators().lastModified(),
                                Optional.of(r.article().title())))
                        .orElseGet(() -> before.map(
                                        b -> new Revisit(article, due, round, b.etag(), b.lastModified(), b.headline()))
                                .orElseGet(() -> new Revisit(
                                        article, due, round, Optional.empty(), Optional.empty(), Optional.empty()))));
            }
        }
        return Optional.empty();
    }

    /** After a reading at {@code now} found the page gone that had been there: in an hour, to be sure; without a headline, since nothing was headed so. */
    static Revisit afterGone(Revisit before, Instant now) {
        return new Revisit(
                before.article(), now.plus(SURE), before.round(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@code planned}, but not before a host's own wish. */
    static Revisit notBefore(Revisit planned, Instant now, Optional<Duration> after) {
        Instant wish = now.plus(longer(Duration.ZERO, after));
        return wish.isAfter(planned.due())
                ? new Revisit(
                        planned.article(),
                        wish,
                        planned.round(),
                        planned.etag(),
                        planned.lastModified(),
                        planned.headline())
                : planned;
    }

    private static Duration longer(Duration least, Optional<Duration> wish) {
        return wish.filter(w -> w.compareTo(least) > 0)
                .map(w -> w.compareTo(LONGEST_WAIT) < 0 ? w : LONGEST_WAIT)
                .orElse(least);
    }
}
