package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
    @Test
    void whiteSpaceAndControlCharactersBecomeSingleSpaces() {
        assertThat(Display.plain(" a\r\n\tb\u0000c\u00A0\u2003d\u2028e\u0085f "))
                .isEqualTo("a b c d e f");
    }

    @Test
    void switchesOfDirectionAndInvisibleTagsGo() {
        assertThat(Display.plain("\u202Eab\u202C\u2066c\u2069\uFEFF\u200Bd\u2060\u00ADe\uDB40\uDC41f"))
                .isEqualTo("abcdef");
    }

    @Test
    void whatScriptsAndEmojiNeedStays() {
        String text = "נמל ➜ क्‍ष \uD83D\uDC69\u200D\uD83D\uDE80 می‌شود e\u0301";
        assertThat(Display.plain(text)).isEqualTo(text);
    }

    @Test
    void whatBordersOnWhatGoesStays() {
        String borders = "\u200E\u2065\u206A\uDB40\uDC80\uE000\uD7FF";
        assertThat(Display.plain("a" + borders + "b")).isEqualTo("a" + borders + "b");
        assertThat(Display.plain("a\u202A\u202E\u2066\u2069\uDB40\uDC00\uDB40\uDC7Fb"))
                .isEqualTo("ab");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(Display.plain("a\uD83Db\uDE80")).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void towersOfMarksAreTakenDown() {
        assertThat(Display.plain("e" + "\u0301".repeat(40) + "f")).isEqualTo("e" + "\u0301".repeat(4) + "f");
        assertThat(Display.plain("e" + "\u0301\u200D".repeat(40)))
                .containsOnlyOnce("e")
                .hasSizeLessThan(50);
        assertThat(Display.plain(("e" + "\u0301".repeat(4)).repeat(3))).hasSize(15);
    }

    @Test
    void whatIsReadAsOneCharacterIsNotCut() {
        String family = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        for (int max = 4; max < 4 + family.length(); max++) {
            assertThat(Display.brief("ab " + family + "cd", max)).isEqualTo("ab…");
        }
        assertThat(Display.brief("abe\u0301\u0301c", 5)).isEqualTo("ab…");
        assertThat(Display.brief("a\uD83C\uDDE9\uD83C\uDDEAbc", 4)).isEqualTo("a…");
        assertThat(Display.brief("\uD83D\uDC69\u200D".repeat(100), 150))
                .hasSizeBetween(140, 150)
                .endsWith("…");
    }

    @ParameterizedTest
    @CsvSource({
        "harbour, 7, harbour",
        "harbours, 7, harbou…",
        "har bours, 5, har…",
        "abc😀d, 5, abc…",
        "abc😀, 5, abc😀"
    })
    void isCutBetweenCharacters(String text, int max, String shown) {
        assertThat(Display.brief(text, max)).isEqualTo(shown).hasSizeLessThanOrEqualTo(max);
    }
}
