package news.lede.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.lede.ingest.Inbox.Carried;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into sources that are folders on this machine (addresses with {@code file:}): what lies there goes into the {@link Inbox} like the entries of a feed, and {@link EntryIntake}
 * reads the files. A file is known by its path within the folder, and changed when its size or time of modification is. Thread-safe.
 */
final class FolderReader {
    private static final Logger log = LoggerFactory.getLogger(FolderReader.class);

    /** A file touched this short a time ago may be half-written; it is left for the next look. */
    static final Duration SETTLED = Duration.ofSeconds(2);

    private final InstantSource clock;

    FolderReader(InstantSource clock) {
        this.clock = clock;
    }

    /** What one look came to. */
    sealed interface Looked {
        /** The folder was read: its files, those that were written first first. {@code left}: how many are left for the next look. */
        record Seen(List<Carried> files, int left) implements Looked {
            public Seen {
                files = List.copyOf(files);
            }
        }

        /** It was not; {@code why} is a sentence without its full stop. */
        record Unreadable(String why) implements Looked {}
    }

    /** Looks into a source of the kind {@link SourceKind#FOLDER}. */
    Looked look(Source source) {
        Optional<Path> folder = folder(source.address());
        if (source.kind() != SourceKind.FOLDER || folder.isEmpty()) {
            return new Looked.Unreadable("its address is no folder on this machine");
        }
        if (!Files.isDirectory(folder.get())) {
            return new Looked.Unreadable("there is no such folder");
        }
        FoundFiles found = FoundFiles.behind(List.of(folder.get()));
        found.unreadable()
                .forEach(u -> log.warn("file not read source={} path={} why=\"{}\"", source.id(), u.path(), u.why()));
        List<Found> files = found.inFolders().stream()
                .flatMap(file -> found(file, folder.get()).stream())
                .sorted(Comparator.comparing(Found::touched))
                .toList();
        return new Looked.Seen(
                files.stream().map(Found::file).toList(), found.inFolders().size() - files.size());
    }

    private record Found(Instant touched, Carried file) {}

    private Optional<Found> found(Path file, Path folder) {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            Instant touched = facts.lastModifiedTime().toInstant();
            if (touched.isAfter(clock.instant().minus(SETTLED))
                    // A clock that was set back must not hide a file for ever.
                    && touched.isBefore(clock.instant().plus(SETTLED))) {
                return Optional.empty();
            }
            return Optional.of(new Found(
                    touched,
                    new Carried(
                            "file:" + folder.relativize(file),
                            facts.size() + "-" + touched.toEpochMilli(),
                            EntryJson.write(file, folder))));
        } catch (IOException e) {
            log.warn("file not read path={} why=\"{}\"", file, FoundFiles.why(e));
            return Optional.empty();
        }
    }

    /** The folder behind {@code file:///srv/news}, if it is written so. */
    static Optional<Path> folder(String address) {
        try {
            URI uri = URI.create(address);
            return "file".equalsIgnoreCase(uri.getScheme())
                    ? Optional.of(Path.of(uri).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
