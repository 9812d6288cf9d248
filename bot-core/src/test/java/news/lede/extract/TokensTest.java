package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @Test
    void wordsNumbersAndCharactersOfUnspacedScriptsAreTokens() {
        assertThat(Tokens.of("Ab 12cd, 日本é!"))
                .containsExactly(
                        new Token(0, 2, "ab"),
                        new Token(3, 5, "#"),
                        new Token(5, 7, "cd"),
                        new Token(9, 10, "日"),
                        new Token(10, 11, "本"),
                        new Token(11, 12, "é"));
        assertThat(Tokens.of("a日")).containsExactly(new Token(0, 1, "a"), new Token(1, 2, "日"));
        assertThat(Tokens.of("a𝐛 c")).containsExactly(new Token(0, 3, "ab"), new Token(4, 5, "c"));
        assertThat(Tokens.of(" .,! ")).isEmpty();
    }

    @Test
    void aNumberIsOneWhateverItsDigits() {
        assertThat(Tokens.of("1 23")).allMatch(Token::isNumber).hasSize(2);
        assertThat(Tokens.of("one")).noneMatch(Token::isNumber);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "one|1",
                "one two|2",
                "don't|1",
                "don’t go|2",
                "well-known man|2",
                "one, two|2",
                "日|1",
                "日本|1",
                "日本語|2",
                "日本語は|2",
                "a日本b|3",
                "- - -|0",
                "ราคา|2"
            })
    void lengthInWords(String text, int expected) {
        assertThat(Tokens.words(text)).isEqualTo(expected);
    }

    @Test
    void scriptsWithoutSpaces() {
        assertThat("日あアกລខမー".codePoints()).allMatch(Tokens::isUnspaced);
        assertThat("aж한ا".codePoints()).noneMatch(Tokens::isUnspaced);
        assertThat(Tokens.isUnspaced(0x0E01)).isTrue();
        assertThat(Tokens.isUnspaced(0x0DFF)).isFalse();
    }

    @Test
    void combiningMarksArePartOfWords() {
        assertThat(Tokens.isWordPart('a')).isTrue();
        assertThat(Tokens.isWordPart(0x0301)).isTrue();
        assertThat(Tokens.isWordPart(0x093E)).isTrue();
        assertThat(Tokens.isWordPart('-')).isFalse();
    }

    @Test
    void foldingLowersAndComposes() {
        assertThat(Tokens.fold("RIVER")).isEqualTo("river");
        assertThat(Tokens.fold("ﬁn")).isEqualTo("fin");
        assertThat(Tokens.fold("e\u0301")).isEqualTo("é");
    }
}
