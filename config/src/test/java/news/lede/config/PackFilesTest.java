package news.lede.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.lede.opml.Listed;
import news.lede.opml.OpmlReader;
import news.lede.opml.Pack;
import news.lede.source.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The shape of what ships. Whether an address still answers is for the desk that follows it to see. */
class PackFilesTest {
    private static final List<Pack> PACKS = PackFiles.shipped();
    private static final Path FOLDER = Path.of("src/main/resources/news/lede/config/sources");

    @Test
    void everyFileOfTheFolderShips() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".opml", "")))
                    .containsExactlyInAnyOrderElementsOf(PackFiles.SHIPPED);
        }
    }

    @Test
    void theRegionsAndSubjectsThatArePromisedAreThere() {
        assertThat(PACKS)
                .extracting(Pack::name)
                .contains("world", "us", "europe", "asia", "africa", "latin-america", "technology", "science");
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void aPackHasATitleAndEnoughFeedsEachWithSiteAndTerms(Pack pack) throws IOException {
        assertThat(pack.title()).isNotBlank();
        assertThat(pack.sources()).hasSizeGreaterThanOrEqualTo(8);
        for (Listed source : pack.sources()) {
            assertThat(source.kind()).as(source.address()).isEqualTo(SourceKind.FEED);
            assertThat(source.address()).startsWith("https://");
            assertThat(source.title()).as(source.address()).isNotBlank().isNotEqualTo(source.address());
            assertThat(source.site())
                    .as(source.address())
                    .hasValueSatisfying(s -> assertThat(s).startsWith("https://"));
            assertThat(source.note())
                    .as(source.address())
                    .hasValueSatisfying(
                            n -> assertThat(n).hasSizeBetween(20, 200).endsWith("."));
            assertThat(source.packs()).as("the file's name is the pack").isEmpty();
        }
        byte[] file = Files.readAllBytes(FOLDER.resolve(pack.name() + ".opml"));
        assertThat(OpmlReader.read(file)).isInstanceOfSatisfying(OpmlReader.Result.Read.class, read -> {
            assertThat(read.passedOver()).isEmpty();
            assertThat(read.cut()).isFalse();
        });
    }

    @Test
    void noFeedShipsTwiceAndNoTwoHaveOneTitle() {
        Map<String, List<String>> places = new HashMap<>();
        for (Pack pack : PACKS) {
            for (Listed source : pack.sources()) {
                places.computeIfAbsent(source.address().replaceFirst("/$", ""), _ -> new ArrayList<>())
                        .add(pack.name());
                places.computeIfAbsent(source.title(), _ -> new ArrayList<>()).add(pack.name());
            }
        }
        assertThat(places)
                .allSatisfy((what, packs) -> assertThat(packs).as(what).hasSize(1));
    }
}
