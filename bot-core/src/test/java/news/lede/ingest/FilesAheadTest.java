package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesAheadTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private final Workbench workbench = new Workbench();
    private final AtomicInteger read = new AtomicInteger();
    private final CountDownLatch mayRead = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workbench.close();
    }

    private FilesAhead ahead(int files, int bytes) throws IOException {
        List<FilesAhead.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve("file%03d.txt".formatted(i));
            Files.write(file, "word ".repeat(bytes / 5).getBytes(StandardCharsets.UTF_8));
            wanted.add(new FilesAhead.Wanted(file, true));
        }
        FileReading reading = new FileReading(
                _ -> {
                    try {
                        mayRead.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    read.incrementAndGet();
                    return new Extraction.Refused(Extraction.Refusal.NO_ARTICLE, Optional.empty());
                },
                _ -> new ParsedFeed.NotAFeed("none"),
                _ -> Optional.empty(),
                new SettableClock(NOW));
        return new FilesAhead(reading, wanted, Optional.of(NOW), workbench);
    }

    @Test
    void filesAreTakenInTheirOrder() throws Exception {
        mayRead.countDown();
        try (FilesAhead ahead = ahead(100, 10)) {
            List<String> names = new ArrayList<>();
            while (ahead.hasNext()) {
                names.add(ahead.next().path().getFileName().toString());
            }
            assertThat(names).hasSize(100).isSorted();
            assertThat(ahead.isNextRead()).isFalse();
        }
    }

    @Test
    void whileNobodyTakesThem_thenFewAreRead() throws Exception {
        try (FilesAhead ahead = ahead(100, 10)) {
            assertThat(ahead.isNextRead()).isFalse();
            mayRead.countDown();
            ahead.next();
            assertThat(read.get()).isLessThanOrEqualTo(32);
        }
    }

    @Test
    void ofLongFilesFewerAreRead() throws Exception {
        try (FilesAhead ahead = ahead(6, 3 << 20)) {
            assertThat(ahead.hasNext()).isTrue();
            mayRead.countDown();
            ahead.next();
            assertThat(read.get()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aFileLongerThanAllRoomIsReadWhenItIsAlone() throws Exception {
        mayRead.countDown();
        try (FilesAhead ahead = ahead(3, 10 << 20)) {
            for (int i = 1; i <= 3; i++) {
                ahead.next();
                assertThat(read.get()).isEqualTo(i);
            }
            assertThat(ahead.hasNext()).isFalse();
        }
    }
}
