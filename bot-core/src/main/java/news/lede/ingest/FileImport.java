package news.lede.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.lede.community.Follows;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.opml.OpmlReader;
import news.lede.source.Sources;
import news.lede.text.Language;

/** Takes in files and folders of news: saved pages, plain text, feeds, lists of feeds. One bad file never stops the others. */
public final class FileImport {
    /** Of a bigger file nothing is read. */
    public static final long MAX_BYTES = FileReading.MAX_BYTES;

    private final FileReading reading;
    private final Intake intake;
    private final Sources sources;
    private final Follows follows;

    public FileImport(
            Function<Document, Extraction> extractor,
            Function<Document, ParsedFeed> feedReader,
            Function<String, Optional<Language>> languageDetector,
            Intake intake,
            Sources sources,
            Follows follows,
            InstantSource clock) {
        this.reading = new FileReading(extractor, feedReader, languageDetector, clock);
        this.intake = intake;
        this.sources = sources;
        this.follows = follows;
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
        return switch (reading.read(file, named, savedAt)) {
            case FileReading.Contents.Articles(Bundle bundle) -> imported(file, bundle);
            case FileReading.Contents.Feeds(byte[] opml) -> opml(file, opml);
            case FileReading.Contents.None(FileOutcome outcome) -> outcome;
        };
    }

    private FileOutcome imported(Path file, Bundle bundle) {
        Intake.Stored stored = intake.store(bundle, sources.imported().id());
        return new FileOutcome.Imported(
                file, stored.added().size(), stored.known().size(), stored.changed());
    }

    private FileOutcome opml(Path file, byte[] opml) {
        return switch (OpmlReader.read(opml)) {
            case OpmlReader.Result.Read list when list.sources().isEmpty() -> new FileOutcome.NothingInside(file);
            case OpmlReader.Result.Read list -> {
                int added = follows.addAll(list.sources(), Optional.empty()).size();
                yield new FileOutcome.SourcesAdded(
                        file, added, list.sources().size() - added, list.passedOver(), list.cut());
            }
            case OpmlReader.Result.TooBig(int bytes) -> new FileOutcome.TooBig(file, bytes, OpmlReader.MAX_BYTES);
            case OpmlReader.Result.NotOpml _ -> new FileOutcome.NothingInside(file);
        };
    }
}
