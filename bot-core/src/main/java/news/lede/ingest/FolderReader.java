package news.lede.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.ingest.Inbox.Carried;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into sources that are folders on this machine (addresses with {@code file:}) and puts what is new or changed in them into the {@link Inbox}; {@link EntryIntake} reads
 * the files. A file is known by its path within the folder, and changed when its size or time of modification is.
 */
public final class FolderReader {
    private static final Logger log = LoggerFactory.getLogger(FolderReader.class);

    /** A file touched this short a time ago may be half-written; it is left for the next look. */
    static final Duration SETTLED = Duration.ofSeconds(2);
    /** As many as a feed may carry at once; the rest is left for the next look. */
    static final int MOST_AT_ONCE = 1_000;

    private final Inbox inbox;
    private final InstantSource clock;

    public FolderReader(Inbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** What one look came to. */
    public sealed interface Looked {
        /** The folder was read. {@code left}: files left for the next look, because they are being written or there are too many at once. */
        record Seen(int added, int changed, int left) implements Looked {}

        /** It was not; {@code why} is a sentence without its full stop. */
        record Unreadable(String why) implements Looked {}
    }

    /**
     * Looks into a source of the kind {@link SourceKind#FOLDER}. {@code firstContact}: nothing of it was ever seen, so what is there is no news.
     */
    public Looked read(Source source, boolean firstContact) {
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
        List<Carried> carried = new ArrayList<>();
        int left = 0;
        for (Path file : found.inFolders()) {
            Optional<Carried> settled = carried(file, folder.get());
            settled.ifPresent(carried::add);
            left += settled.isPresent() ? 0 : 1;
        }
        return received(source, carried, left, firstContact);
    }

    /** Thousand by thousand, until one portion held that much news: what is known already costs no more than a look. */
    private Looked received(Source source, List<Carried> carried, int left, boolean firstContact) {
        int added = 0;
        int changed = 0;
        int done = 0;
        while (done < carried.size() && added + changed < MOST_AT_ONCE) {
            int end = Math.min(carried.size(), done + MOST_AT_ONCE);
            Inbox.Received received =
                    inbox.receive(source.id(), carried.subList(done, end), firstContact, clock.instant());
            added += received.added();
            changed += received.changed();
            done = end;
        }
        return new Looked.Seen(added, changed, left + carried.size() - done);
    }

    private Optional<Carried> carried(Path file, Path folder) {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            Instant touched = facts.lastModifiedTime().toInstant();
            if (touched.isAfter(clock.instant().minus(SETTLED))
                    // A clock that was set back must not hide a file for ever.
                    && touched.isBefore(clock.instant().plus(SETTLED))) {
                return Optional.empty();
            }
            return Optional.of(new Carried(
                    "file:" + folder.relativize(file),
                    facts.size() + "-" + touched.toEpochMilli(),
                    EntryJson.write(file, folder)));
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
