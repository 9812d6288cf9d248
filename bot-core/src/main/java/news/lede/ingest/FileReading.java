package news.lede.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.text.Language;

/** Reads one file of news: a saved page, plain text, a feed, a list of feeds. Stores nothing. */
final class FileReading {
    /** Far above any page or feed seen, far below what would trouble a small machine's memory. */
    static final long MAX_BYTES = 16L << 20;

    /** What saved pages and texts are called; in a folder, other text (notes, scripts, style sheets) is not taken for news. */
    private static final Set<String> NEWS_SUFFIXES = Set.of("txt", "text", "html", "htm", "xhtml");

    private final Function<Document, Extraction> extractor;
    private final Function<Document, ParsedFeed> feedReader;
    private final Drafting drafting;

    FileReading(
            Function<Document, Extraction> extractor,
            Function<Document, ParsedFeed> feedReader,
            Function<String, Optional<Language>> languageDetector,
            InstantSource clock) {
        this.extractor = extractor;
        this.feedReader = feedReader;
        this.drafting = new Drafting(extractor, new ArticleLanguage(languageDetector), clock);
    }

    /** What a file holds. */
    sealed interface Contents {
        record Articles(Bundle bundle) implements Contents {}

        /** A list of feeds: its bytes. */
        record Feeds(byte[] opml) implements Contents {}

        /** Nothing of use, and why. */
        record None(FileOutcome outcome) implements Contents {}
    }

    /**
     * Reads a file. {@code named}: a person named it, so it is meant, whatever it is called. {@code savedAt}: when it was saved; absent, its time of modification.
     */
    Contents read(Path file, boolean named, Optional<Instant> savedAt) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                return none(
                        named || calledNews(file)
                                ? new FileOutcome.TooBig(file, size, MAX_BYTES)
                                : new FileOutcome.NotNews(file));
            }
            byte[] bytes = bytes(file);
            Instant saved = savedAt.orElse(Files.getLastModifiedTime(file).toInstant());
            return document(file, named, new Document(bytes, Optional.empty(), saved, Optional.empty()));
        } catch (IOException e) {
            return none(new FileOutcome.Unreadable(file, FoundFiles.why(e)));
        }
    }

    /** Bounded, because a file may have grown since it was measured. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is still growing");
            }
            return bytes;
        }
    }

    private Contents document(Path file, boolean named, Document document) {
        return switch (DocumentKind.of(document.bytes())) {
            case EMPTY -> none(new FileOutcome.Refused(file, Extraction.Refusal.EMPTY, Optional.empty()));
            case FEED -> feed(file, document);
            case OPML -> new Contents.Feeds(document.bytes());
            case HTML -> page(file, document);
            case OTHER -> named || calledNews(file) ? page(file, document) : none(new FileOutcome.NotNews(file));
        };
    }

    private Contents page(Path file, Document document) {
        return switch (extractor.apply(document)) {
            case Extraction.Page page -> new Contents.Articles(drafting.page(page, document.savedAt()));
            case Extraction.Refused(Extraction.Refusal refusal, Optional<String> detail) ->
                none(new FileOutcome.Refused(file, refusal, detail));
        };
    }

    private Contents feed(Path file, Document document) {
        return switch (feedReader.apply(document)) {
            case ParsedFeed.Feed feed -> {
                Bundle bundle = drafting.feed(feed, document.savedAt());
                yield bundle.others().isEmpty()
                        ? none(new FileOutcome.NothingInside(file))
                        : new Contents.Articles(bundle);
            }
            case ParsedFeed.SitemapIndex _ -> none(new FileOutcome.NothingInside(file));
            // A page of XHTML may begin like a feed and be none.
            case ParsedFeed.NotAFeed _ -> page(file, document);
        };
    }

    private static Contents none(FileOutcome outcome) {
        return new Contents.None(outcome);
    }

    private static boolean calledNews(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return NEWS_SUFFIXES.contains(dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
