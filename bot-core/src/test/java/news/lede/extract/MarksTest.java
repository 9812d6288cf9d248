package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
    @ParameterizedTest
    @ValueSource(strings = {"It rained.", "Did it?", "\"It did!\"", "雨だ。」", "It rained. ", ".", "It (rained).)"})
    void theseEndASentence(String text) {
        assertThat(Marks.endsSentence(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It rained", "It rained,", "", "\"", ")", "3.5 km"})
    void theseDoNot(String text) {
        assertThat(Marks.endsSentence(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"It rained.,true", "雨だ。,true", "Did it?,false", "'',false", "It rained,false"})
    void aStatementEndsWithAStop(String text, boolean expected) {
        assertThat(Marks.endsStatement(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"and|true", "And|false", ", he said|true", "7 days|false", "。|true", "«Yes|false"})
    void whatGoesOnInASentenceBeginsSmallOrWithAClosingMark(String text, boolean expected) {
        assertThat(Marks.continuesSentence(text)).isEqualTo(expected);
    }

    @Test
    void marksAreToldApart() {
        assertThat(Marks.isTerminal('.')).isTrue();
        assertThat(Marks.isTerminal('a')).isFalse();
        assertThat(Marks.isCloser('.')).isFalse();
        assertThat(Marks.isCloser('»')).isTrue();
        assertThat(Marks.isCloser('"')).isTrue();
        assertThat(Marks.startsWithClosing(".")).isTrue();
        assertThat(Marks.startsWithClosing("a.")).isFalse();
        assertThat(Marks.endsWithOpening("he said (")).isTrue();
        assertThat(Marks.endsWithOpening("(he said")).isFalse();
    }

    @Test
    void casedTextHasLettersOfEitherCase() {
        assertThat(Marks.isCased("日本 A")).isTrue();
        assertThat(Marks.isCased("日本 a")).isTrue();
        assertThat(Marks.isCased("日本 12")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"- River,true", "- river,false", "日本,true", "12 boats,true", "--,true"})
    void aBigStartIsNoSmallLetter(String text, boolean expected) {
        assertThat(Marks.startsBig(text)).isEqualTo(expected);
    }
}
