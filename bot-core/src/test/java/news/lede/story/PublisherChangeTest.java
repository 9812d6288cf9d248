package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.story.WhatIsNew.Novelty;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherChangeTest {
    private static final String TEXT =
            "The ferry Marla sank off Port Alden on Friday. 12 people died, the coast guard said.";

    private static Article article(String title, String... paragraphs) {
        return Newsroom.article(1, title, "Alden Courier", paragraphs);
    }

    private static Article in(String language, String title, String... paragraphs) {
        Article a = article(title, paragraphs);
        return new Article(
                a.id(),
                a.report(),
                a.title(),
                Optional.empty(),
                a.url(),
                a.paragraphs(),
                a.published(),
                false,
                new Language(language),
                OptionalInt.empty(),
                a.firstSeen());
    }

    private static Novelty headline(String before, String after) {
        return PublisherChange.of(article(before, TEXT), article(after, TEXT));
    }

    private static Novelty text(String before, String after) {
        return PublisherChange.of(article("Ferry sinks", before), article("Ferry sinks", after));
    }

    @Test
    void anotherFigureInTheHeadlineIsMaterial() {
        Novelty change = headline("Ferry sinks, 12 dead", "Ferry sinks, 14 dead");

        assertThat(change.material()).isTrue();
        assertThat(change.changes())
                .containsExactly(new Change.HeadlineChanged("Ferry sinks, 12 dead", "Ferry sinks, 14 dead"));
    }

    @Test
    void theOppositeAndAnOutcomeAreMaterial() {
        assertThat(headline("Captain found guilty in Sarn", "Captain found not guilty in Sarn")
                        .material())
                .isTrue();
        assertThat(headline("Police look for captain", "Captain arrested in Sarn")
                        .material())
                .isTrue();
    }

    @Test
    void otherWordsAreAChangeWithoutBeingMaterial() {
        Novelty change = headline("Ferry sinks off Port Alden", "What we know about the lost ferry");

        assertThat(change.material()).isFalse();
        assertThat(change.changes()).hasExactlyElementsOfTypes(Change.HeadlineChanged.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ferry sinks off Port Alden | FERRY SINKS: off Port Alden!",
                "Ferry sinks off Port Alden | Ferry sinks off the Port Alden",
                "Passengres rescued off Port Alden | Passengers rescued off Port Alden",
                "Ferry sinks off Port Alden | UPDATE: Ferry sinks off Port Alden",
                "Ferry sinks off Port Alden (Reuters) | Ferry sinks off Port Alden",
                "Ferry sinks off Port Alden | Ferry sinks off Port Alden - Alden Courier",
                "Ferry sinking off Port Alden | Ferry sinks off Port Alden",
            })
    void spellingMarksAndSmallWordsAreNoChange(String before, String after) {
        assertThat(headline(before, after)).isEqualTo(new Novelty(false, List.of()));
    }

    @Test
    void anotherNameIsAChange() {
        assertThat(headline("Captain Okafor questioned", "Captain Weidner questioned")
                        .changes())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Correction: The ferry was built in 1998.",
                "en | An earlier version of this article misstated the ferry's age.",
                "de | Berichtigung: Die Fähre wurde 1998 gebaut.",
                "de | In einer früheren Version dieses Textes stand ein falsches Baujahr.",
                "fr | Une version précédente de cet article indiquait une autre date.",
                "es | Fe de errores: el barco se construyó en 1998.",
                "ja | 訂正：建造年は1998年です。",
            })
    void aCorrectionNoteIsMaterialWithTheNoteAsEvidence(String language, String note) {
        Novelty change = PublisherChange.of(in(language, "Marla", TEXT), in(language, "Marla", TEXT, note));

        assertThat(change.material()).isTrue();
        assertThat(change.changes()).singleElement().isInstanceOfSatisfying(Change.CorrectionNote.class, found -> {
            assertThat(found.note().paragraph()).isEqualTo(1);
            assertThat(found.note().sentence()).isEqualTo(note);
        });
    }

    @Test
    void anotherFigureInTheSameSentenceIsACorrection() {
        Novelty change = text(TEXT, TEXT.replace("12 people", "14 people"));

        assertThat(change.material()).isTrue();
        assertThat(change.changes()).singleElement().isInstanceOfSatisfying(Change.TextCorrected.class, corrected -> {
            assertThat(corrected.before()).isEqualTo("12 people died, the coast guard said.");
            assertThat(corrected.after().sentence()).isEqualTo("14 people died, the coast guard said.");
            assertThat(corrected.after().offset()).isEqualTo(47);
        });
    }

    @Test
    void anotherNameAndTheOppositeInTheSameSentenceAreCorrectionsToo() {
        String before = "The captain of the ferry, Ines Okafor, was questioned by the police in Sarn.";

        assertThat(text(before, before.replace("Ines Okafor", "Mara Lindholm")).changes())
                .hasExactlyElementsOfTypes(Change.TextCorrected.class);
        assertThat(text(before, before.replace("was questioned", "was not questioned"))
                        .changes())
                .hasExactlyElementsOfTypes(Change.TextCorrected.class);
    }

    @Test
    void polishedWordsAndMoreTextAreNoCorrections() {
        assertThat(text(TEXT, TEXT.replace("on Friday", "late on Friday")).changes())
                .isEmpty();
        assertThat(text(TEXT, TEXT.replace("Port Alden", "Port Aldn")).changes())
                .isEmpty();
        assertThat(text(TEXT, TEXT + " Divers arrived on Saturday.").changes()).isEmpty();
    }
}
