package news.lede.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import news.lede.community.Follows;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.ingest.FileReading.Contents.Articles;
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
     * file's time of modification. Answers an outcome for each file; those that could not be found come first. Files are read ahead while others are stored; whatever the order in which
     * they are read, they are stored and told in theirs. When the thread is interrupted, ends early with the outcomes so far.
     */
    public List<FileOutcome> run(Collection<Path> paths, Optional<Instant> savedAt, Progress progress) {
        FoundFiles found = FoundFiles.behind(paths);
        List<FilesAhead.Wanted> files = Stream.concat(
                        found.named().stream().map(path -> new FilesAhead.Wanted(path, true)),
                        found.inFolders().stream().map(path -> new FilesAhead.Wanted(path, false)))
                .toList();
        Telling telling = new Telling(progress, found.unreadable().size() + files.size());
        found.unreadable().forEach(u -> telling.tell(new FileOutcome.Unreadable(u.path(), u.why())));
        try (Workbench workbench = new Workbench();
                FilesAhead ahead = new FilesAhead(reading, files, savedAt, workbench)) {
            inOrder(ahead, telling);
        }
        return telling.outcomes();
    }

    private void inOrder(FilesAhead ahead, Telling telling) {
        List<FilesAhead.Read> ready = new ArrayList<>();
        while (ahead.hasNext() && !Thread.currentThread().isInterrupted()) {
            if (ready.size() == Storing.AT_ONCE || !ahead.isNextRead()) {
                store(ready, telling);
                ready.clear();
            }
            try {
                ready.add(ahead.next());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        store(ready, telling);
    }

    /** What one file's articles are stored as may be told only when those of all before it are kept. */
    private void store(List<FilesAhead.Read> files, Telling telling) {
        List<Bundle> bundles = files.stream()
                .flatMap(file -> file.contents() instanceof Articles(Bundle bundle) ? Stream.of(bundle) : Stream.of())
                .toList();
        if (bundles.isEmpty()) {
            files.forEach(file -> telling.tell(outcome(file, Collections.emptyIterator())));
            return;
        }
        Iterator<Intake.Stored> stored =
                intake.store(bundles, sources.imported().id()).iterator();
        files.forEach(file -> telling.tell(outcome(file, stored)));
    }

    private FileOutcome outcome(FilesAhead.Read file, Iterator<Intake.Stored> stored) {
        return switch (file.contents()) {
            case Articles _ -> {
                Intake.Stored of = stored.next();
                yield new FileOutcome.Imported(
                        file.path(), of.added().size(), of.known().size(), of.changed());
            }
            case FileReading.Contents.Feeds(byte[] opml) -> opml(file.path(), opml);
            case FileReading.Contents.None(FileOutcome outcome) -> outcome;
        };
    }

    /** The outcomes so far, each told when it is there. */
    private static final class Telling {
        private final Progress progress;
        private final int total;
        private final List<FileOutcome> outcomes = new ArrayList<>();

        Telling(Progress progress, int total) {
            this.progress = progress;
            this.total = total;
        }

        void tell(FileOutcome outcome) {
            outcomes.add(outcome);
            progress.done(outcome, outcomes.size(), total);
        }

        List<FileOutcome> outcomes() {
            return List.copyOf(outcomes);
        }
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
