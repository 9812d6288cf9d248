package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import news.lede.text.Language;
import news.lede.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventKindsTest {
    private static Optional<EventKind> kind(String code, String title, String text) {
        Language language = new Language(code);
        return EventKinds.in(language).of(Tokens.of(title + "\n" + text, language), title.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Earthquakes shake Tolmin for a second night   | EARTHQUAKE
            en | Ferry owner Casimir Holt convicted of fraud   | TRIAL
            en | Former mayor of Arlen goes on trial           | TRIAL
            en | Thousands join protests in Port Ellery        | PROTEST
            en | Train crash near Larkhaven hurts twelve       | CRASH
            de | Erdbeben erschüttert Altenried                | EARTHQUAKE
            de | Angeklagter schweigt vor Gericht in Altenried | TRIAL
            fr | Séisme près de Valmorin : douze blessés       | EARTHQUAKE
            es | Huelga de estibadores en Puerto Alba          | STRIKE
            pt | Inundações isolam aldeias de Vale Claro       | FLOOD
            it | Terremoto nella notte a Pietralba             | EARTHQUAKE
            nl | Verkiezingen in Dorrestad uitgesteld          | ELECTION
            ru | Землетрясение разбудило жителей Аларинска     | EARTHQUAKE
            vi | Động đất làm rung chuyển thị trấn An Lạc      | EARTHQUAKE
            """)
    void theHeadlineSaysItInManyLanguages(String language, String title, EventKind kind) {
        assertThat(kind(language, title, "")).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Market crash wipes out savings
            en | Drug trial gives hope
            en | Strikes on the capital go on
            en | Protest after arrests in Arlen
            sv | Jordbävning i Talvik
            """)
    void whatCouldBeTwoOrIsUnknownIsLeftOpen(String language, String title) {
        assertThat(kind(language, title, "")).isEmpty();
    }

    @Test
    void theLeadTellsItWhenItSaysItTwice() {
        assertThat(kind("en", "Night of fear in Tolmin", "An earthquake woke the town, and aftershocks followed."))
                .contains(EventKind.EARTHQUAKE);
        assertThat(kind("en", "Night of fear in Tolmin", "Since the earthquake of last year nobody sleeps well."))
                .isEmpty();
    }

    @Test
    void theHeadlineCountsBeforeTheLeadAndTheRestNotAtAll() {
        assertThat(kind("en", "Earthquake shakes Tolmin", "Wildfires and a blaze were feared."))
                .contains(EventKind.EARTHQUAKE);
        assertThat(kind("en", "Night of fear in Tolmin", "x ".repeat(150) + "An earthquake, and aftershocks."))
                .isEmpty();
    }
}
