package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import news.lede.extract.Extraction.Page;
import news.lede.extract.Extraction.Refusal;
import news.lede.extract.Extraction.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DocumentExtractorTest {
    private static final Instant SAVED = Instant.parse("2026-03-01T12:00:00Z");

    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();

    private Extraction extract(byte[] bytes) {
        return EXTRACTOR.extract(new Document(bytes, Optional.empty(), SAVED, Optional.empty()));
    }

    private Extraction extract(String text) {
        return extract(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Extraction extraction, Refusal refusal) {
        assertThat(extraction)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal()).isEqualTo(refusal));
    }

    @Nested
    class WhatIsNoArticle {
        @Test
        void anEmptyFileIsRefusedAsEmpty() {
            assertRefused(extract(new byte[0]), Refusal.EMPTY);
            assertRefused(extract(" \n\t "), Refusal.EMPTY);
        }

        @Test
        void filesThatAreNoTextAreRefusedAsBinary() {
            assertRefused(extract("%PDF-1.7 …"), Refusal.BINARY);
            assertRefused(extract(new byte[] {'P', 'K', 3, 4, 20, 0}), Refusal.BINARY);
            assertRefused(extract(new byte[] {'a', 'b', 0, 'c', 'd', 'e', 'f', 'g'}), Refusal.BINARY);
        }
    }

    @Nested
    class GivenTextWithBrokenSentences {
        @Test
        void linksOnLinesOfTheirOwnAreRejoined() {
            Extraction extraction = extract("""
                    Harbour talks begin in Velmora
                    The talks were opened on Monday by ministers Ilse
                    Brandt
                    and
                    Tomas Reyl
                    .
                    Live Events
                    Both sides hope for a quick result, people close to the talks said.
                    """);
            assertThat(extraction).isInstanceOfSatisfying(Page.class, page -> {
                assertThat(page.main().title()).isEqualTo("Harbour talks begin in Velmora");
                assertThat(page.main().paragraphs())
                        .containsExactly(
                                "The talks were opened on Monday by ministers Ilse Brandt and Tomas Reyl.",
                                "Both sides hope for a quick result, people close to the talks said.");
                assertThat(page.listed()).isEmpty();
            });
        }
    }
}
