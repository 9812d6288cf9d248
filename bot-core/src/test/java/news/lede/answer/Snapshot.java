package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what is shown with a stored file, so that a review sees every change of it. {@code -Dsnapshots=write} stores what is shown now. */
public final class Snapshot {
    private Snapshot() {}

    /** {@code name} is a path below {@code src/test/resources/news/lede}. */
    public static void assertShown(String name, String actual) {
        Path file = Path.of("src/test/resources/news/lede").resolve(name);
        try {
            if ("write".equals(System.getProperty("snapshots"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual + "\n");
            }
            assertThat(actual + "\n").as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare with " + file, e);
        }
    }
}
