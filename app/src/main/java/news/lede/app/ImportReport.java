package news.lede.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.article.ArticleId;
import news.lede.extract.Extraction.Refusal;
import news.lede.ingest.FileOutcome;

/** What an import came to, in words: a line for each file that needs somebody, and a summary. */
final class ImportReport {
    private static final long MEBIBYTE = 1L << 20;

    /** What to know about a file; nothing when all is well with it. */
    Optional<String> line(FileOutcome outcome) {
        return switch (outcome) {
            case FileOutcome.Imported _, FileOutcome.NotNews _ -> Optional.empty();
            case FileOutcome.SourcesAdded list ->
                Optional.of(list.path() + ": " + count(list.added(), "source") + " added, " + list.known()
                        + " known before. `lede run` and `lede poll` read them."
                        + OpmlReport.passedOver(list.passedOver(), list.cut()).stream()
                                .map(line -> "\n  " + line)
                                .collect(Collectors.joining()));
            case FileOutcome.TooBig big ->
                Optional.of(
                        big.path() + ": not read, " + (big.bytes() + MEBIBYTE - 1) / MEBIBYTE + " MiB is more than the "
                                + big.limitBytes() / MEBIBYTE
                                + " MiB that a page or feed may have. Split it, or save the single pages.");
            case FileOutcome.Refused refused -> Optional.of(refused.path() + ": " + advice(refused.refusal()));
            case FileOutcome.NothingInside nothing ->
                Optional.of(nothing.path() + ": a feed without a single entry. Check that it was saved whole.");
            case FileOutcome.Unreadable unreadable ->
                Optional.of(unreadable.path() + ": " + unreadable.why()
                        + ". Check the path and its permissions, then import it again.");
        };
    }

    private static String advice(Refusal refusal) {
        return switch (refusal) {
            case EMPTY -> "the file is empty. Save the page again, then import it.";
            case BINARY ->
                "this is no text (a picture, archive or the like). Save the page as HTML or as text, then import that.";
            case NO_ARTICLE ->
                "no article found on this page. Open one article and save that page; lists and start pages hold only links.";
            case PAYWALL_OR_CONSENT ->
                "the page shows a paywall or a consent question instead of the article. Save it again when the article shows.";
        };
    }

    /** Articles that were known and got a new source or key. */
    List<ArticleId> changed(List<FileOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(o -> o instanceof FileOutcome.Imported i ? i.changed().stream() : Stream.empty())
                .toList();
    }

    String summary(List<FileOutcome> outcomes) {
        int added = 0;
        int known = 0;
        int sources = 0;
        int passedOver = 0;
        int failed = 0;
        int good = 0;
        for (FileOutcome outcome : outcomes) {
            switch (outcome) {
                case FileOutcome.Imported i -> {
                    added += i.added();
                    known += i.known();
                    good++;
                }
                case FileOutcome.SourcesAdded s -> {
                    sources += s.added();
                    good++;
                }
                case FileOutcome.NotNews _ -> passedOver++;
                case FileOutcome.TooBig _,
                        FileOutcome.Refused _,
                        FileOutcome.NothingInside _,
                        FileOutcome.Unreadable _ -> failed++;
            }
        }
        List<String> parts = new ArrayList<>();
        parts.add(count(added, "new article") + " from " + count(good, "file"));
        if (known > 0) {
            parts.add(known + " known before");
        }
        if (sources > 0) {
            parts.add(count(sources, "source") + " added");
        }
        if (passedOver > 0) {
            parts.add(count(passedOver, "file") + " passed over (not news by " + (passedOver == 1 ? "its" : "their")
                    + " kind)");
        }
        if (failed > 0) {
            parts.add(count(failed, "problem"));
        }
        return String.join(", ", parts) + ".";
    }

    int exitCode(List<FileOutcome> outcomes) {
        boolean failed = outcomes.stream().anyMatch(FileOutcome::failed);
        boolean good = outcomes.stream()
                .anyMatch(o -> o instanceof FileOutcome.Imported || o instanceof FileOutcome.SourcesAdded);
        return failed && !good ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
