package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|EMPTY",
                "'  \n '|EMPTY",
                "'<rss version=\"2.0\">'|FEED",
                "'<?xml version=\"1.0\"?>\n<!-- a > b --><feed xmlns=\"x\">'|FEED",
                "'<rdf:RDF>'|FEED",
                "'<?xml version=\"1.0\"?><opml version=\"1.0\">'|OPML",
                "'<!DOCTYPE html><html>'|HTML",
                "'<HTML>'|HTML",
                "'<p>One'|HTML",
                "'<svg xmlns=\"x\">'|OTHER",
                "'A headline\n\nAnd text with <b> in it'|OTHER",
                "'body { color: red }'|OTHER",
            })
    void aDocumentIsToldByWhatItBeginsWith(String text, DocumentKind kind) {
        assertThat(DocumentKind.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
    }

    @Test
    void aByteOrderMarkDoesNotHideAFeed() {
        assertThat(DocumentKind.of("\ufeff<rss>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(DocumentKind.FEED);
        assertThat(DocumentKind.of("\ufeff<rss>".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(DocumentKind.FEED);
        assertThat(DocumentKind.of("\ufeff<rss>".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(DocumentKind.FEED);
    }

    @Test
    void aFloodOfDeclarationsIsLookedThroughQuickly() {
        assertThat(DocumentKind.of("<!-- -->".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(DocumentKind.OTHER);
    }
}
