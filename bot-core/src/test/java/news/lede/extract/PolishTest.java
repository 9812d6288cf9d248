package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolishTest {
    private final Polish polish = new Polish();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Credit: Gannet/ Archive The draft of the treaty is long.|The draft of the treaty is long.",
                "Credit: Gannet/ Ada Byron The draft is long.|The draft is long.",
                "Credit: Gannet/ Ada Byron Duties fall.|Duties fall.",
                "Foto: Anzeiger/ Archiv Nach dem Sturm bleibt der Hafen zu.|Nach dem Sturm bleibt der Hafen zu.",
                "Foto: Bote/ Jan De Vries Die Brücke ist zu.|Vries Die Brücke ist zu.",
                "Crédito: Ribera/ Archivo La lonja cierra hoy.|La lonja cierra hoy.",
                "Zdjęcie: Kurier/ Archiwum Według wójta prom stoi.|Według wójta prom stoi.",
                "Credit: Gannet/ A. Byron The draft is long.|The draft is long.",
                "Credit: Gannet/ Boats Boats leave today.|Boats leave today.",
                "Credit: The draft is long.|The draft is long.",
                "Credit : The draft is long.|The draft is long.",
                "They left. Credit: Gannet/ Ada Byron The draft is long.|They left. The draft is long.",
                "The bank gives credit: it is cheap.|The bank gives credit: it is cheap.",
                "A credit: it is cheap.|A credit: it is cheap.",
                "The Credit: it is cheap.|The Credit: it is cheap.",
                "Credit is cheap: a study.|Credit is cheap: a study.",
                "Credit: one two three four five/ Ada The end.|one two three four five/ Ada The end.",
                "WASHINGTON, June 12 (Agency) - The town spoke.|The town spoke.",
                "VELMORA – The town spoke.|The town spoke.",
                "Velmora - The town spoke.|Velmora - The town spoke.",
                "写真：三宅。市は発表した。|三宅。市は発表した。"
            })
    void whatIsNoTextGoes(String text, String expected) {
        assertThat(polish.polish(text)).containsExactly(expected);
    }

    @Test
    void markedPointsStandApart() {
        assertThat(polish.polish("* Boats leave * Lock shut * Town speaks"))
                .containsExactly("Boats leave", "Lock shut", "Town speaks");
        assertThat(polish.polish("• Boats leave • Lock shut VELMORA, June 12 (Agency) - The town spoke."))
                .containsExactly("The town spoke.");
        assertThat(polish.polish("Two * three is six.")).containsExactly("Two * three is six.");
    }

    @Test
    void nothingIsLeftOfMarksAlone() {
        assertThat(polish.polish("– … –")).isEmpty();
    }
}
