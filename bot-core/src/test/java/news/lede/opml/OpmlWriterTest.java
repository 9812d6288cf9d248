package news.lede.opml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.source.SourceKind;
import org.junit.jupiter.api.Test;

class OpmlWriterTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static Listed listed(SourceKind kind, String address, String title, String... packs) {
        return new Listed(kind, address, title, Optional.empty(), Optional.empty(), List.of(), Set.of(packs));
    }

    private static List<Listed> readBack(List<Listed> sources) {
        String written = OpmlWriter.write("All", NOON, sources);
        if (OpmlReader.read(written.getBytes(StandardCharsets.UTF_8)) instanceof OpmlReader.Result.Read read) {
            assertThat(read.passedOver()).isEmpty();
            return read.sources();
        }
        throw new AssertionError(written);
    }

    @Test
    void aListIsWrittenAsOpmlWithAFolderForEachPack() {
        String written = OpmlWriter.write(
                "Ours & theirs",
                NOON,
                List.of(
                        new Listed(
                                SourceKind.FEED,
                                "https://pier.example/feed?a=1&b=2",
                                "The \"Pier\"",
                                Optional.of("https://pier.example/"),
                                Optional.of("Personal use."),
                                List.of(),
                                Set.of("coast")),
                        listed(SourceKind.PAGE, "https://page.example/", "A <page>")));

        assertThat(written).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <opml version="2.0" xmlns:lede="urn:lede:opml">
                          <head>
                            <title>Ours &amp; theirs</title>
                            <dateCreated>Mon, 4 May 2026 12:00:00 GMT</dateCreated>
                          </head>
                          <body>
                            <outline text="coast" lede:pack="coast">
                              <outline type="rss" text="The &quot;Pier&quot;" title="The &quot;Pier&quot;" xmlUrl="https://pier.example/feed?a=1&amp;b=2" htmlUrl="https://pier.example/" lede:note="Personal use."/>
                            </outline>
                            <outline type="link" text="A &lt;page&gt;" title="A &lt;page&gt;" url="https://page.example/" lede:kind="page"/>
                          </body>
                        </opml>
                        """);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameSources() {
        List<Listed> sources = List.of(
                listed(
                        SourceKind.FEED,
                        "https://a.example/feed?x=%3C&y=%C3%BC",
                        "A & \"B\" <C> 'D' \ud83d\ude00",
                        "coast"),
                listed(SourceKind.FEED, "https://b.example/", "\u5317\u65b9\u65b0\u805e", "boats", "coast"),
                listed(SourceKind.SITEMAP, "https://c.example/map.xml", "Map"),
                listed(SourceKind.PAGE, "http://d.example/", "Two\tparts", "boats"),
                listed(SourceKind.FEED, "http://e.example:8080/rss", "Last"));

        List<Listed> back = readBack(sources);

        assertThat(back).hasSameSizeAs(sources);
        for (Listed source : sources) {
            assertThat(back).anySatisfy(b -> {
                assertThat(b.address()).isEqualTo(source.address());
                assertThat(b.kind()).isEqualTo(source.kind());
                assertThat(b.title()).isEqualTo(source.title());
                assertThat(b.packs()).isEqualTo(source.packs());
            });
        }
    }

    @Test
    void signsThatXmlCannotHoldAreLeftOut() {
        assertThat(readBack(List.of(listed(SourceKind.FEED, "https://a.example/", "A\u0000B\u001bC\ud800D\ufffeE"))))
                .extracting(Listed::title)
                .containsExactly("ABCDE");
    }
}
