package news.lede.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps what a person should not have to read, and whoever mends it must: the traces of failures nobody planned for. */
final class FailureLog {
    static final String FILE = "failures.log";
    /** What came before, once {@link #FILE} was full; what came before that is gone. */
    static final String BEFORE = "failures.1.log";

    /** Some hundred traces. What fails at every turn for months must not fill the disk. */
    static final long MOST_BYTES = 2L << 20;

    private final Path folder;
    private final InstantSource clock;

    FailureLog(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The one line for a person about a failure that ended what they wanted. {@code doing}: what that was, without secrets. */
    String tell(Throwable failure, String doing) {
        return "lede: " + doing + " failed (" + failure + "). This is a mistake in Lede; please report it"
                + keep(failure, doing).map(file -> ", its trace is in " + file).orElse("") + ".";
    }

    /** Writes a trace; answers the file, unless even that cannot be written. */
    Optional<Path> keep(Throwable failure, String doing) {
        return keep(failure, doing, Strikeout.NOTHING);
    }

    /** The same without {@code secrets}. */
    synchronized Optional<Path> keep(Throwable failure, String doing, Strikeout secrets) {
        StringWriter trace = new StringWriter();
        trace.append(clock.instant().toString()).append(' ').append(doing).append('\n');
        failure.printStackTrace(new PrintWriter(trace, true));
        boolean usable = Files.isDirectory(folder) && Files.isWritable(folder);
        Path file = (usable ? folder : Path.of(System.getProperty("java.io.tmpdir", "."))).resolve(FILE);
        try {
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, file.resolveSibling(BEFORE), StandardCopyOption.REPLACE_EXISTING);
            }
            // In a folder that everybody writes to, somebody may have laid a link there.
            Files.writeString(
                    file,
                    secrets.in(trace.toString()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
