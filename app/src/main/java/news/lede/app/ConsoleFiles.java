package news.lede.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.command.Upload;
import news.lede.command.Uploads;

/** Files at the console: those that a call names by their path, and those that come with an answer, which are put into the data folder. */
final class ConsoleFiles {
    private final Path folder;

    ConsoleFiles(Path folder) {
        this.folder = folder;
    }

    /** What {@code import:PATH} means; a path that is none is a file that cannot be read. */
    static Uploads uploads() {
        return value -> Optional.of((Upload) most -> {
            try (InputStream in = Files.newInputStream(Path.of(value))) {
                return in.readNBytes(most);
            } catch (InvalidPathException e) {
                throw new IOException("no path: " + e.getReason(), e);
            }
        });
    }

    /**
     * Keeps the file of an answer, in place of an earlier one of its name; tells where.
     *
     * @throws Problem if it cannot be written
     */
    Optional<Path> keep(Answer answer) {
        return answer.enclosure().map(enclosure -> {
            Path file = folder.resolve(enclosure.name());
            try {
                return Files.write(file, enclosure.bytes());
            } catch (IOException e) {
                throw new Problem(
                        ExitCode.FAILED,
                        List.of("Cannot write " + file + " (" + e.getMessage() + "). Make the data folder writable."));
            }
        });
    }
}
