package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static List<Name> in(String text, String language) {
        Language of = new Language(language);
        return Names.in(text, Tokens.of(text, of), of);
    }

    private static List<String> texts(String text, String language) {
        return in(text, language).stream().map(Name::text).toList();
    }

    @Test
    void runsOfCapitalisedWordsAreNames() {
        assertThat(texts("On Monday Ada Okafor met the mayor of Port Alden and Juan de la Cruz.", "en"))
                .containsExactlyInAnyOrder("Ada Okafor", "Port Alden", "Juan de la Cruz");
    }

    @Test
    void aPartOfANameCountsForTheWhole() {
        assertThat(in("Yesterday Ada Okafor spoke. Later Okafor's team left, said Okafor.", "en"))
                .first()
                .isEqualTo(new Name("Ada Okafor", "ada okafor", 3));
    }

    @Test
    void aPartThatFitsTwoNamesStaysApart() {
        assertThat(in("We saw Ada Okafor and Ben Okafor; then Okafor left.", "en"))
                .extracting(Name::key)
                .containsExactlyInAnyOrder("ada okafor", "ben okafor", "okafor");
    }

    @Test
    void aNameThatBeginsAndEndsAlikeIsOneName() {
        assertThat(in("They met Odell Varga Odell and then Odell.", "en"))
                .containsExactly(new Name("Odell Varga Odell", "odell varga odell", 2));
    }

    @Test
    void aCapitalAtTheStartOfASentenceIsNoProof() {
        assertThat(texts("Rescuers came. Storms hit. Alden fell silent, as Alden does.", "en"))
                .containsExactly("Alden");
    }

    @Test
    void aHeadlineInTitleCaseIsNoProof() {
        assertThat(texts(
                        "Deadly Storm Closes Harbour Near Alden\nA storm closed the harbour near Alden on Friday.",
                        "en"))
                .containsExactly("Alden");
    }

    @Test
    void acronymsAndPossessivesAreNames() {
        assertThat(texts("A report by the OMK blamed Brandt’s yard.", "en")).containsExactly("OMK", "Brandt");
    }

    @Test
    void germanNounsAreNotNames() {
        assertThat(texts(
                        "Die Polizei hat den Hafen in Altenried gesperrt. Der Bürgermeister Jonas Weidner kam nach Angaben der Zeitung.",
                        "de"))
                .contains("Altenried")
                .anyMatch(name -> name.contains("Jonas Weidner"))
                .doesNotContain("Polizei", "Hafen", "Angaben", "Zeitung");
    }

    @Test
    void scriptsWithoutCapitalsHaveThoseInKatakana() {
        assertThat(texts("港でマリーナ・コルテスが話した。", "ja")).isNotEmpty();
        assertThat(texts("港口关闭了。", "zh")).isEmpty();
    }

    @Test
    void aTextWithoutWordsHasNone() {
        assertThat(in("... !", "en")).isEmpty();
        assertThat(in("", "de")).isEmpty();
    }
}
