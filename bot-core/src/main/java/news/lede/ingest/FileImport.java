package news.lede.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.lede.community.Communities;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.source.SourceKind;
import news.lede.source.Sources;
import news.lede.text.Language;

/** Takes in files and folders of news: saved pages, plain text, feeds, lists of feeds. One bad file never stops the others. */
public final class FileImport {
    /** Far above any page or feed seen, far below what would trouble a small machine's memory. */
    public static final long MAX_BYTES = 16L << 20;

    /** What saved pages and texts are called; in a folder, other text (notes, scripts, style sheets) is not taken for news. */
    private static final Set<String> NEWS_SUFFIXES = Set.of("txt", "text", "html", "htm", "xhtml");

    private final Function<Document, Extraction> extractor;
    private final Function<Document, ParsedFeed> feedReader;
    private final Drafting drafting;
    private final Intake intake;
    private final Sources sources;

    public FileImport(
            Function<Document, Extraction> extractor,
            Function<Document, ParsedFeed> feedReader,
            Function<String, Optional<Language>> languageDetector,
            Intake intake,
            Sources sources,
            InstantSource clock) {
        this.extractor = extractor;
        this.feedReader = feedReader;
        this.drafting = new Drafting(extractor, new ArticleLanguage(languageDetector), clock);
        this.intake = intake;
        this.sources = sources;
    }

    /** Told of each file when it is done, for whoever draws progress. */
    public interface Progress {
        void done(FileOutcome outcome, int number, int of);
    }

    /**
     * Imports what is behind {@code paths}, files in the order named, then those of folders by path. {@code savedAt}: when the pages were saved; absent, each
     * file's time of modification. Answers an outcome for each file; those that could not be found come first.
     */
    public List<FileOutcome> run(Collection<Path> paths, Optional<Instant> savedAt, Progress progress) {
        FoundFiles found = FoundFiles.behind(paths);
        int total = found.unreadable().size()
                + found.named().size()
                + found.inFolders().size();
        List<FileOutcome> outcomes = new ArrayList<>();
        found.unreadable()
                .forEach(u -> report(new FileOutcome.Unreadable(u.path(), u.why()), outcomes, total, progress));
        found.named().forEach(f -> report(file(f, true, savedAt), outcomes, total, progress));
        found.inFolders().forEach(f -> report(file(f, false, savedAt), outcomes, total, progress));
        return outcomes;
    }

    private static void report(FileOutcome outcome, List<FileOutcome> outcomes, int total, Progress progress) {
        outcomes.add(outcome);
        progress.done(outcome, outcomes.size(), total);
    }

    private FileOutcome file(Path file, boolean named, Optional<Instant> savedAt) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                return named || calledNews(file)
                        ? new FileOutcome.TooBig(file, size, MAX_BYTES)
                        : new FileOutcome.PassedOver(file);
            }
            byte[] bytes = read(file);
            Instant saved = savedAt.orElse(Files.getLastModifiedTime(file).toInstant());
            return document(file, named, new Document(bytes, Optional.empty(), saved, Optional.empty()));
        } catch (IOException e) {
            return new FileOutcome.Unreadable(file, FoundFiles.why(e));
        }
    }

    /** Bounded, because a file may have grown since it was measured. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is still growing");
            }
            return bytes;
        }
    }

    private FileOutcome document(Path file, boolean named, Document document) {
        return switch (DocumentKind.of(document.bytes())) {
            case EMPTY -> new FileOutcome.Refused(file, Extraction.Refusal.EMPTY, Optional.empty());
            case FEED -> feed(file, document);
            case OPML -> opml(file, document);
            case HTML -> page(file, document);
            case OTHER -> named || calledNews(file) ? page(file, document) : new FileOutcome.PassedOver(file);
        };
    }

    private FileOutcome page(Path file, Document document) {
        return switch (extractor.apply(document)) {
            case Extraction.Page page -> imported(file, drafting.page(page, document.savedAt()));
            case Extraction.Refused(Extraction.Refusal refusal, Optional<String> detail) ->
                new FileOutcome.Refused(file, refusal, detail);
        };
    }

    private FileOutcome feed(Path file, Document document) {
        return switch (feedReader.apply(document)) {
            case ParsedFeed.Feed feed -> {
                Bundle bundle = drafting.feed(feed, document.savedAt());
                yield bundle.others().isEmpty() ? new FileOutcome.NothingInside(file) : imported(file, bundle);
            }
            case ParsedFeed.SitemapIndex _ -> new FileOutcome.NothingInside(file);
            // A page of XHTML may begin like a feed and be none.
            case ParsedFeed.NotAFeed _ -> page(file, document);
        };
    }

    private FileOutcome imported(Path file, Bundle bundle) {
        Intake.Stored stored = intake.store(bundle, sources.imported().id());
        return new FileOutcome.Imported(
                file, stored.added().size(), stored.known().size(), stored.changed());
    }

    private FileOutcome opml(Path file, Document document) {
        List<Opml.Subscription> listed = Opml.read(document.bytes());
        if (listed.isEmpty()) {
            return new FileOutcome.NothingInside(file);
        }
        int added = 0;
        for (Opml.Subscription feed : listed) {
            if (sources.findByAddress(feed.address()).isEmpty()) {
                added++;
            }
            sources.addToPack(
                    Communities.DEFAULT_PACK,
                    sources.addIfAbsent(SourceKind.FEED, feed.address(), feed.title())
                            .id());
        }
        return new FileOutcome.SourcesAdded(file, added, listed.size() - added);
    }

    private static boolean calledNews(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return NEWS_SUFFIXES.contains(dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
