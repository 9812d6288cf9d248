package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import news.lede.community.PersonKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureFileTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final PersonKey MARA = new PersonKey("discord", "7");
    private static final PersonKey OTTO = new PersonKey("telegram", "8");

    @TempDir
    Path folder;

    @Test
    void aLineThatWasCutOffWhenTheDiskWasFullTakesNobodyElsesWithIt() throws IOException {
        ErasureFile book = new ErasureFile(folder);
        book.add(MARA, NOON);
        Files.writeString(folder.resolve(ErasureFile.FILE), "0123ab", StandardOpenOption.APPEND);

        long number = book.add(OTTO, NOON);

        assertThat(book.contains(MARA)).isTrue();
        assertThat(book.contains(OTTO)).isTrue();
        assertThat(book.since(number - 1)).containsExactly(book.hash(OTTO));
    }
}
