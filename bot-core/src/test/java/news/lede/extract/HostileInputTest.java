package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs made to be slow. Anything quadratic takes minutes here; what is linear takes well under a second, so the limit is safe on a slow machine. */
@Tag("fuzz")
class HostileInputTest {
    private static final int CHARACTERS = 1_500_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ": ",
                "A: ",
                "Credit: A",
                "A\n",
                "1h ago\n",
                ":::::::::::::::::::::::::::::::::::::::::::\n1h ago\n",
                "Paper\n1 hour ago\n- Paper\nA title of boats\nThe lock was closed on Monday because of the storm.\n",
                "by Taboola by Taboola Read More x ",
                "! ",
                "* ",
                "\" (",
                "<p>a",
                "<div>",
                "<p><a><b>A:</b>"
            })
    void theTimeIsBounded(String piece) {
        String text = (piece.startsWith("<") ? "<html>" : "") + piece.repeat(CHARACTERS / piece.length());
        Document document =
                new Document(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), Instant.EPOCH, Optional.empty());
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(new DocumentExtractor().extract(document)).isNotNull());
    }
}
