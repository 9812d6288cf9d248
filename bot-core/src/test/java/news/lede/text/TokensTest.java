package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private static List<Token> of(String text, String language) {
        return Tokens.of(text, new Language(language));
    }

    private static List<String> words(String text, String language) {
        return of(text, language).stream().map(Token::text).toList();
    }

    private static List<String> stems(String text, String language) {
        return of(text, language).stream().map(Token::stem).toList();
    }

    @Test
    void wordsKeepWhatIsWrittenInsideThem() {
        assertThat(words("Jean-Luc didn’t pay 1,500.5 U.S. dollars — at 5 p.m., \"really\".", "en"))
                .containsExactly("Jean-Luc", "didn’t", "pay", "1,500.5", "U.S", "dollars", "at", "5", "p.m", "really");
    }

    @Test
    void aSentenceThatRunsIntoTheNextIsNotOneWord() {
        assertThat(words("He left.She stayed", "en")).containsExactly("He", "left", "She", "stayed");
    }

    @Test
    void eachTokenSaysWhereItStands() {
        String text = "  Ada met  Bo.";
        assertThat(of(text, "en")).extracting(t -> t.span().in(text)).containsExactly("Ada", "met", "Bo");
    }

    @Test
    void capitalsNumbersStopWordsAndFirstWordsAreMarked() {
        List<Token> tokens = of("The port of Alden closed. 40 ships left\nOthers stayed", "en");
        assertThat(tokens)
                .filteredOn(Token::sentenceInitial)
                .extracting(Token::text)
                .containsExactly("The", "40", "Others");
        assertThat(tokens)
                .filteredOn(Token::capitalised)
                .extracting(Token::text)
                .containsExactly("The", "Alden", "Others");
        assertThat(tokens).filteredOn(Token::stop).extracting(Token::text).containsExactly("The", "of");
        assertThat(tokens).filteredOn(Token::number).extracting(Token::text).containsExactly("40");
        assertThat(tokens)
                .filteredOn(Token::telling)
                .extracting(Token::folded)
                .containsExactly("port", "alden", "closed", "40", "ships", "left", "others", "stayed");
    }

    @ParameterizedTest
    @CsvSource({
        "en, elections, election",
        "de, Häusern, Haus",
        "fr, élections, élection",
        "es, elecciones, elección",
        "pt, governos, governo",
        "it, elezioni, elezione",
        "nl, verkiezingen, verkiezing",
        "ru, выборов, выборы",
        "uk, виборів, вибори",
        "ar, المدينة, مدينة",
        "tr, evlerin, evler",
        "ko, 선거에서, 선거를",
        "en, port’s, port",
        "fr, l’élection, élection",
        "tr, Ankara’da, Ankara"
    })
    void inflectedFormsShareAStem(String language, String one, String other) {
        assertThat(stems(one, language)).isEqualTo(stems(other, language));
    }

    @Test
    void accentsAreFoldedButNotInVietnamese() {
        assertThat(of("Müller Ångström Łódź", "en"))
                .extracting(Token::folded)
                .containsExactly("muller", "angstrom", "lodz");
        assertThat(of("má mà", "vi")).extracting(Token::folded).containsExactly("má", "mà");
        assertThat(of("йод ёж", "ru")).extracting(Token::folded).containsExactly("йод", "еж");
        assertThat(of("İstanbul ışık", "tr")).extracting(Token::folded).containsExactly("istanbul", "isik");
    }

    @Test
    void chineseAndHiraganaBecomePairsAndKatakanaStaysWhole() {
        assertThat(words("港口关闭", "zh")).containsExactly("港口", "口关", "关闭");
        assertThat(words("港", "zh")).containsExactly("港");
        assertThat(words("ウクライナの港", "ja")).containsExactly("ウクライナ", "の港");
        assertThat(words("第3回ABC", "ja")).containsExactly("第", "3", "回", "ABC");
    }

    @Test
    void thaiIsSplitIntoWords() {
        assertThat(words("ประเทศไทยมีทะเล", "th")).hasSizeGreaterThan(1);
    }

    @Test
    void stemsOfNumbersAreTheirValues() {
        assertThat(stems("1,500.50 and 1,500.5", "en")).containsExactly("1500.5", "and", "1500.5");
        assertThat(stems("1.500,5", "de")).containsExactly("1500.5");
    }

    @Test
    void noTextBreaksIt() {
        Random random = new Random(7);
        int[] points = {
            'a', 'B', '.', '\'', '-', ' ', '\n', '3', ',', 0x4E2D, 0x30A2, 0x3042, 0x0E01, 0x1F600, 0x0301, 0x064E,
            0xD55C, 0x20000
        };
        for (String language : List.of("en", "zh", "ja", "th", "vi", "und", "tr")) {
            for (int round = 0; round < 300; round++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(30); i > 0; i--) {
                    text.appendCodePoint(points[random.nextInt(points.length)]);
                }
                int last = -1;
                for (Token token : of(text.toString(), language)) {
                    assertThat(token.span().in(text.toString())).isEqualTo(token.text());
                    assertThat(token.span().start()).isGreaterThan(last);
                    assertThat(token.folded()).isNotEmpty();
                    last = token.span().start();
                }
            }
        }
    }

    @Test
    void readsSentencesThatAreKnownAsItFindsThemItself() {
        String text = "The U.S. ferry sank. \"Why?\" asked Ada Okafor. It had 1,500.5 tonnes on board.";
        List<Span> sentences = Sentences.split(text, Language.ENGLISH);

        List<List<Token>> known = Tokens.of(text, sentences, Language.ENGLISH);

        assertThat(known).hasSameSizeAs(sentences);
        assertThat(known.stream().flatMap(List::stream).toList()).isEqualTo(Tokens.of(text, Language.ENGLISH));
    }
}
