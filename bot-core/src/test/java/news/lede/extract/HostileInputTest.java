package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static Stream<Named<String>> pages() {
        String sentence = "<p>The lock of Port Ellery was closed on Monday because of the storm.</p>";
        return Stream.of(
                Named.of("200,000 elements in each other", "<html>" + "<div>".repeat(200_000) + sentence),
                Named.of(
                        "200,000 elements in each other, each with text",
                        "<html>" + "<b><div>a".repeat(100_000) + sentence),
                Named.of(
                        "100,000 attributes of one element",
                        "<html><p "
                                + IntStream.range(0, 100_000)
                                        .mapToObj(i -> "a" + i + "=b")
                                        .collect(Collectors.joining(" "))
                                + ">" + sentence),
                Named.of("a class of 5 million names", "<html><p class='" + "a-b ".repeat(1_250_000) + "'>" + sentence),
                Named.of(
                        "an address of 5 million characters",
                        "<html><a href='" + "a".repeat(5_000_000) + "'>" + sentence),
                Named.of("10 MiB in one text", "<html><p>" + "The lock is closed. ".repeat(524_288)),
                Named.of("10 MiB without a space", "<html><p>" + "a".repeat(10 * 1024 * 1024)),
                Named.of(
                        "a script of nested lists",
                        "<html><script>{\"a\":" + "[".repeat(1_000_000) + "</script>" + sentence),
                Named.of(
                        "rows of 200,000 cells", "<html><table><tr>" + "<td>a".repeat(200_000) + "</table>" + sentence),
                Named.of(
                        "100,000 classes",
                        "<html>"
                                + IntStream.range(0, 100_000)
                                        .mapToObj(i -> "<i class='c" + i + "'></i><p class='p" + i + "'>a")
                                        .collect(Collectors.joining())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageMadeToHurtIsReadInBoundedTime(String page) {
        Document document =
                new Document(page.getBytes(StandardCharsets.UTF_8), Optional.empty(), Instant.EPOCH, Optional.empty());
        DocumentExtractor extractor = new DocumentExtractor();
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(extractor.extract(document)).isNotNull());
    }
}
