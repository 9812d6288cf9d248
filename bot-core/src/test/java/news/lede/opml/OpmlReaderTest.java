package news.lede.opml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import news.lede.opml.OpmlReader.Result;
import news.lede.opml.PassedOver.Reason;
import news.lede.source.SourceKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpmlReaderTest {
    private static Result.Read read(String opml) {
        return read(opml.getBytes(StandardCharsets.UTF_8));
    }

    private static Result.Read read(byte[] opml) {
        if (OpmlReader.read(opml) instanceof Result.Read read) {
            return read;
        }
        throw new AssertionError("not read: " + OpmlReader.read(opml));
    }

    private static String body(String outlines) {
        return "<opml version=\"2.0\"><head><title>Mine</title></head><body>\n" + outlines + "</body></opml>";
    }

    @Test
    void aFeedIsReadWithItsTitleItsSiteAndItsNote() {
        Result.Read read = read(body("""
                <outline type="rss" text="Short" title="The Pier" xmlUrl="https://pier.example/feed"
                    htmlUrl="https://pier.example/" description="For personal use."/>
                """));

        assertThat(read.title()).isEqualTo("Mine");
        assertThat(read.passedOver()).isEmpty();
        assertThat(read.cut()).isFalse();
        assertThat(read.sources()).hasSize(1);
        Listed pier = read.sources().getFirst();
        assertThat(pier.kind()).isEqualTo(SourceKind.FEED);
        assertThat(pier.address()).isEqualTo("https://pier.example/feed");
        assertThat(pier.title()).isEqualTo("The Pier");
        assertThat(pier.site()).contains("https://pier.example/");
        assertThat(pier.note()).contains("For personal use.");
        assertThat(pier.folders()).isEmpty();
        assertThat(pier.packs()).isEmpty();
    }

    @Test
    void theTitleFallsBackToTheTextThenToTheAddress() {
        List<Listed> sources = read(body("""
                        <outline text=" Quay " title="" xmlUrl="https://quay.example/feed"/>
                        <outline xmlUrl="https://bare.example/feed"/>
                        """)).sources();

        assertThat(sources).extracting(Listed::title).containsExactly("Quay", "https://bare.example/feed");
    }

    @Test
    void foldersWithinFoldersAreKeptFromTheOutermost() {
        List<Listed> sources = read(body("""
                        <outline text="News"><outline text="Coast">
                          <outline text="Pier" xmlUrl="https://pier.example/feed"/>
                        </outline>
                        <outline text="Quay" xmlUrl="https://quay.example/feed"/></outline>
                        <outline text="Alone" xmlUrl="https://alone.example/feed"/>
                        """)).sources();

        assertThat(sources)
                .extracting(Listed::folders)
                .containsExactly(List.of("News", "Coast"), List.of("News"), List.of());
    }

    @Test
    void aFolderIsAPackOnlyWhenItIsMarkedAsOne() {
        List<Listed> sources = read(body("""
                        <outline text="Coast" lede:pack="coast"><outline xmlUrl="https://pier.example/feed"/></outline>
                        <outline text="coast"><outline xmlUrl="https://quay.example/feed"/></outline>
                        <outline lede:pack="No Name!"><outline xmlUrl="https://bad.example/feed"/></outline>
                        """)).sources();

        assertThat(sources.get(0).packs()).containsExactly("coast");
        assertThat(sources.get(1).packs()).isEmpty();
        assertThat(sources.get(2).packs()).isEmpty();
    }

    @Test
    void aLinkIsASourceOnlyWithOurMark() {
        List<Listed> sources = read(body("""
                        <outline type="link" text="Bookmark" url="https://bookmark.example/"/>
                        <outline type="link" text="Page" url="https://page.example/" lede:kind="page"/>
                        <outline type="link" text="Map" url="https://page.example/map.xml" lede:kind="SITEMAP"/>
                        <outline type="link" text="Odd" url="https://odd.example/" lede:kind="imported"/>
                        """)).sources();

        assertThat(sources).extracting(Listed::kind).containsExactly(SourceKind.PAGE, SourceKind.SITEMAP);
        assertThat(sources).extracting(Listed::title).containsExactly("Page", "Map");
    }

    @Nested
    class GivenOutlinesThatCannotBeSources {
        @Test
        void theyAreToldWithTheirLines() {
            Result.Read read = read(body("""
                    <outline text="Files" xmlUrl="file:///etc/passwd"/>
                    <outline text="Ftp" xmlUrl="ftp://files.example/feed"/>
                    <outline text="Words" xmlUrl="not an address"/>
                    <outline text="Login" xmlUrl="https://ada:secret@pier.example/feed"/>
                    <outline text="Good" xmlUrl="https://good.example/feed"/>
                    """));

            assertThat(read.sources()).extracting(Listed::title).containsExactly("Good");
            assertThat(read.passedOver())
                    .containsExactly(
                            new PassedOver(2, "file:///etc/passwd", Reason.NOT_WEB),
                            new PassedOver(3, "ftp://files.example/feed", Reason.NOT_WEB),
                            new PassedOver(4, "not an address", Reason.NOT_WEB),
                            new PassedOver(5, "https://ada:secret@pier.example/feed", Reason.CREDENTIALS));
        }

        @Test
        void anAddressCountsOnceHoweverItIsWritten() {
            Result.Read read = read(body("""
                    <outline text="One" xmlUrl="https://Pier.example/feed#top"/>
                    <outline text="Two" xmlUrl="feed:HTTPS://pier.example:443/feed"/>
                    """));

            assertThat(read.sources()).extracting(Listed::title).containsExactly("One");
            assertThat(read.passedOver()).containsExactly(new PassedOver(3, "https://pier.example/feed", Reason.TWICE));
        }
    }

    @Test
    void aSourceInTwoPacksIsOneSourceOfBoth() {
        Result.Read read = read(body("""
                <outline lede:pack="coast"><outline text="Pier" xmlUrl="https://pier.example/feed"/></outline>
                <outline lede:pack="boats"><outline text="Pier" xmlUrl="https://pier.example/feed"/></outline>
                """));

        assertThat(read.sources()).hasSize(1);
        assertThat(read.sources().getFirst().packs()).containsExactlyInAnyOrder("coast", "boats");
        assertThat(read.passedOver()).isEmpty();
    }

    @Nested
    class GivenBrokenXml {
        @Test
        void whatCanBeReadIsRead() {
            Result.Read read = read("""
                    <opml><body>
                    <outline text="Pier & Quay" xmlUrl="https://pier.example/feed?a=1&b=2">
                    <outline text='Quotes' xmlurl=https://quay.example/feed>
                    </nonsense>
                    <outline text="Last" xmlUrl="https://last.example/feed" />
                    """);

            assertThat(read.sources())
                    .extracting(Listed::address)
                    .containsExactly(
                            "https://pier.example/feed?a=1&b=2",
                            "https://quay.example/feed",
                            "https://last.example/feed");
            assertThat(read.sources().getFirst().title()).isEqualTo("Pier & Quay");
        }

        @Test
        void aDocumentTypeIsNotFollowed() {
            Result.Read read = read("""
                    <!DOCTYPE opml [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY a "&secret;&secret;">]>
                    <opml><body><outline text="&a;&secret;" xmlUrl="https://pier.example/feed"/></body></opml>
                    """);

            assertThat(read.sources()).extracting(Listed::title).containsExactly("&a;&secret;");
        }

        @Test
        void otherCharsetsAreToldByTheirDeclaration() {
            byte[] latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><opml><body><outline text=\"H\u00e4fen\""
                    .concat(" xmlUrl=\"https://pier.example/feed\"/></body></opml>")
                    .getBytes(Charset.forName("ISO-8859-1"));

            assertThat(read(latin).sources()).extracting(Listed::title).containsExactly("H\u00e4fen");
        }
    }

    @Nested
    class GivenAFileBeyondTheLimits {
        @Test
        void moreSourcesThanTheLimitAreCut() {
            StringBuilder outlines = new StringBuilder();
            for (int i = 0; i < OpmlReader.MAX_SOURCES + 1; i++) {
                outlines.append("<outline xmlUrl=\"https://s").append(i).append(".example/\"/>\n");
            }

            Result.Read read = read(body(outlines.toString()));

            assertThat(read.sources()).hasSize(OpmlReader.MAX_SOURCES);
            assertThat(read.cut()).isTrue();
        }

        @Test
        void exactlyAsManyAsTheLimitAreNot() {
            StringBuilder outlines = new StringBuilder();
            for (int i = 0; i < OpmlReader.MAX_SOURCES; i++) {
                outlines.append("<outline xmlUrl=\"https://s").append(i).append(".example/\"/>\n");
            }

            assertThat(read(body(outlines.toString())).cut()).isFalse();
        }

        @Test
        void tooManyBytesAreNotLookedInto() {
            assertThat(OpmlReader.read(new byte[OpmlReader.MAX_BYTES + 1]))
                    .isEqualTo(new Result.TooBig(OpmlReader.MAX_BYTES + 1));
        }

        @Test
        void foldersDeeperThanTheLimitAreFlattened() {
            int deep = 20_000;
            String opml = body("<outline text=\"f\">".repeat(deep)
                    + "<outline text=\"Pier\" xmlUrl=\"https://pier.example/feed\"/>" + "</outline>".repeat(deep));

            List<Listed> sources = read(opml).sources();

            assertThat(sources).hasSize(1);
            assertThat(sources.getFirst().folders()).hasSize(OpmlReader.MAX_FOLDERS);
        }

        @Test
        void aTitleOfAnyLengthIsCut() {
            List<Listed> sources = read(body(
                            "<outline text=\"" + "x".repeat(5_000) + "\" xmlUrl=\"https://pier.example/feed\"/>"))
                    .sources();

            assertThat(sources.getFirst().title()).hasSize(200);
        }
    }

    @Test
    void whatIsNoOpmlIsToldAsSuch() {
        assertThat(OpmlReader.read("<html><body>Hello</body></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Result.NotOpml());
        assertThat(OpmlReader.read(new byte[0])).isEqualTo(new Result.NotOpml());
        assertThat(read("<opml/>").sources()).isEmpty();
    }

    @Test
    void aBookmarkFolderWithoutANameIsNoName() {
        Listed listed = read(body("<outline><outline xmlUrl=\"https://pier.example/feed\"/></outline>"))
                .sources()
                .getFirst();

        assertThat(listed.folders()).isEmpty();
        assertThat(listed.note()).isEqualTo(Optional.empty());
    }
}
