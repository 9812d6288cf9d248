package news.lede.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers are those of the published uncased BERT vocabulary. */
class WordPieceTest {
    private static WordPiece pieces;

    @BeforeAll
    static void readTheVocabulary() throws IOException {
        try (InputStream json =
                Objects.requireNonNull(WordPieceTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json"))) {
            pieces = WordPiece.read(json);
        }
    }

    @Test
    void wordsStandBetweenTheMarksOfBeginningAndEnd() {
        assertThat(pieces.encode("hello world", 64)).containsExactly(101, 7592, 2088, 102);
    }

    @Test
    void anUnknownWordIsCutIntoItsLongestKnownPieces() {
        assertThat(pieces.encode("unaffable", 64)).containsExactly(101, 14477, 20961, 3468, 102);
        assertThat(pieces.encode("embeddings", 64)).containsExactly(101, 7861, 8270, 4667, 2015, 102);
    }

    @Test
    void caseAndAccentsDoNotCount() {
        assertThat(pieces.encode("HÉLLO Wörld", 64)).isEqualTo(pieces.encode("hello world", 64));
    }

    @Test
    void punctuationPartsWords() {
        assertThat(pieces.encode("hello,world!", 64)).containsExactly(101, 7592, 1010, 2088, 999, 102);
    }

    @Test
    void everyIdeographIsAWord() {
        assertThat(pieces.encode("中国", 64)).containsExactly(101, 1746, 1799, 102);
    }

    @Test
    void whatCannotBeSeenIsDropped() {
        assertThat(pieces.encode("hel\u200Blo\u0000 \u00A0\tworld", 64)).containsExactly(101, 7592, 2088, 102);
    }

    @Test
    void aWordWithoutKnownPiecesIsUnknown() {
        assertThat(pieces.encode("hello ☃x", 64)).contains(100).startsWith(101, 7592);
        assertThat(pieces.encode("a".repeat(101), 64)).containsExactly(101, 100, 102);
    }

    @Test
    void aLongTextIsCutAndStillEnded() {
        int[] encoded = pieces.encode("hello ".repeat(500), 64);
        assertThat(encoded).hasSize(64).startsWith(101, 7592).endsWith(7592, 102);
    }

    @Test
    void anEmptyTextHasOnlyTheMarks() {
        assertThat(pieces.encode("", 64)).containsExactly(101, 102);
    }

    @Test
    void aVocabularyWithoutMarksIsRefused() {
        assertThatThrownBy(() -> new WordPiece(Map.of("[UNK]", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[CLS]");
    }
}
