package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Élections, elections",
        "MIGRACIÓN, migracion",
        "Straße, strasse",
        "Łódź, lodz",
        "Sağlık, saglik",
        "İklim, iklim",
        "Đại học, dai hoc",
        "Œuvre, oeuvre",
        "Æther, aether",
        "Fødevarer, fodevarer",
        "Ｎｅｗｓ, news",
        "الهِجرة, الهجرة"
    })
    void whatPeopleLeaveOutIsLeftOut(String written, String typed) {
        assertThat(NameFolding.fold(written)).isEqualTo(typed);
    }

    @Test
    void wordsArePartedAtAllThatIsNoLetterOrNumber() {
        assertThat(NameFolding.words(" Life - and_death, 24/7 ")).containsExactly("life", "and", "death", "24", "7");
    }
}
