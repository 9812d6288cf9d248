package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.WhatIsNew.Novelty;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIsNewTest {
    private static final Instant NOON = Newsroom.NOON;

    private final Known known = new Known();
    private long ids;

    private Novelty read(String title, String text) {
        return read(title, text, "en", NOON.plusSeconds(ids));
    }

    private Novelty read(String title, String text, String language, Instant published) {
        ids++;
        Article article = new Article(
                new ArticleId(ids),
                new ReportId(ids),
                title,
                Optional.of("Alden Courier"),
                Optional.empty(),
                text.isEmpty() ? List.of() : List.of(text),
                published,
                false,
                new Language(language),
                OptionalInt.empty(),
                published);
        Claims claims = Claims.of(article);
        Novelty novelty = WhatIsNew.of(claims, known);
        known.learn(claims);
        return novelty;
    }

    private static List<Outcome> outcomes(Novelty novelty) {
        return novelty.changes().stream()
                .filter(Change.NewOutcome.class::isInstance)
                .map(change -> ((Change.NewOutcome) change).outcome())
                .toList();
    }

    private static List<String> persons(Novelty novelty) {
        return novelty.changes().stream()
                .filter(Change.NewPerson.class::isInstance)
                .map(change -> ((Change.NewPerson) change).name())
                .toList();
    }

    @Test
    void theFirstArticleIsTheStoryWithItsFirstSentence() {
        Novelty first = read("Ferry sinks", "A ferry sank off Port Alden. Nobody knows why.");

        assertThat(first.material()).isTrue();
        assertThat(first.changes())
                .containsExactly(new Change.FirstReport(
                        Optional.of(new Proof(new ArticleId(1), 0, 0, "A ferry sank off Port Alden."))));
    }

    @Test
    void aFirstArticleWithoutTextIsAFirstReportToo() {
        assertThat(read("Ferry sinks", "").changes()).containsExactly(new Change.FirstReport(Optional.empty()));
    }

    @Test
    void anotherSourceWithTheSameFactsIsNotMaterial() {
        read("Ferry sinks", "A ferry sank off Port Alden and 12 people died.");

        Novelty second = read("Ferry lost", "The ferry went down off Port Alden on Friday, killing 12 people.");

        assertThat(second).isEqualTo(new Novelty(false, List.of(new Change.NewSource())));
    }

    @Nested
    class Figures {
        @Test
        void aTollThatRoseIsMaterialAndSaysWhatItWas() {
            read("Ferry sinks", "A ferry sank off Port Alden and 12 people died.");

            Novelty second =
                    read("More dead", "Rescuers worked on. At least 14 people were killed, the coast guard said.");

            assertThat(second.material()).isTrue();
            assertThat(second.changes()).singleElement().isInstanceOfSatisfying(Change.NewFigure.class, figure -> {
                assertThat(figure.figure()).isEqualTo("At least 14 people were killed");
                assertThat(figure.toll()).isEqualTo("killed");
                assertThat(figure.before()).hasValueSatisfying(before -> {
                    assertThat(before.figure()).startsWith("12 people");
                    assertThat(before.proof().article()).isEqualTo(new ArticleId(1));
                });
                assertThat(figure.proof())
                        .isEqualTo(new Proof(
                                new ArticleId(2), 0, 20, "At least 14 people were killed, the coast guard said."));
            });
        }

        @Test
        void theFirstTollOfAStoryIsNew() {
            read("Quake in Sarn", "A quake shook Sarn.");

            assertThat(read("Quake in Sarn", "A quake shook Sarn. Seven people were injured.")
                            .changes())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Change.NewFigure.class,
                            figure -> assertThat(figure.before()).isEmpty());
        }

        @Test
        void aFigureThatIsKnownIsNotNewAgainNorOneThatGoesWithIt() {
            read("Ferry sinks", "A ferry sank and 12 people died.");
            read("Ferry sinks", "The ferry sank, killing 14 people.");

            assertThat(read("Ferry", "The ferry sank and 12 people died.").changes())
                    .containsExactly(new Change.NewSource());
            assertThat(read("Ferry", "The ferry sank and at least 13 people died.")
                            .changes())
                    .containsExactly(new Change.NewSource());
        }

        @Test
        void anOlderArticleThatComesLateBringsNoNewFigure() {
            read("Ferry sinks", "A ferry sank and 14 people died.", "en", NOON);

            Novelty late = read("Ferry", "A ferry sank and 12 people died.", "en", NOON.minus(Duration.ofHours(3)));

            assertThat(late.changes()).containsExactly(new Change.NewSource());
        }

        @Test
        void figuresOfYearsAgoAreBackground() {
            read("Ferry sinks", "A ferry sank and 14 people died.");

            assertThat(read("Ferry", "The ferry sank on Friday. In 2009 another ferry sank and 90 people died.")
                            .changes())
                    .containsExactly(new Change.NewSource());
        }

        @Test
        void aNumberOfThingsIsNotTakenForAnotherOfTheSame() {
            read("Shells hit school", "Three shells hit a school.");

            assertThat(read("School", "Seven shells hit the school on Friday.").changes())
                    .containsExactly(new Change.NewSource());
        }

        @Test
        void aNumberInANameCountsNothing() {
            read("Fire in Sarn", "A warehouse burnt in Sarn.");

            assertThat(read("Fire", "The men of Brigade 1122 found the killed guards of the warehouse.")
                            .changes())
                    .containsExactly(new Change.NewSource());
        }

        @Test
        void nobodyIsNotOne() {
            read("Fire in Sarn", "A warehouse burnt in Sarn.");

            assertThat(read("Fire", "No one was injured in the fire.").changes())
                    .containsExactly(new Change.NewSource());
        }
    }

    @Nested
    class Outcomes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "en | Two men were arrested in Sarn on Monday. | ARREST",
                    "en | A court in Sarn found the captain guilty, and he was sentenced to nine years. | SENTENCE",
                    "en | The minister resigned on Monday. | RESIGNATION",
                    "en | The truce began at dawn. | CEASEFIRE",
                    "de | Die Polizei hat in Altenried zwei Männer festgenommen. | ARREST",
                    "de | Der Minister ist am Montag zurückgetreten. | RESIGNATION",
                    "fr | Le ministre a démissionné lundi. | RESIGNATION",
                    "es | La policía detuvo a dos hombres en Sarn. | ARREST",
                    "pt | O ministro renunciou na segunda-feira. | RESIGNATION",
                    "it | La polizia ha arrestato due uomini: il capo è stato arrestato a Sarn. | ARREST",
                    "nl | De politie heeft twee mannen aangehouden. | ARREST",
                    "ru | Министр подал в отставку в понедельник. | RESIGNATION",
                    "uk | Міністр подав у відставку в понеділок. | RESIGNATION",
                    "tr | Bakan pazartesi günü istifa etti. | RESIGNATION",
                    "ar | استقال الوزير يوم الاثنين. | RESIGNATION",
                    "vi | Bộ trưởng đã từ chức hôm thứ Hai. | RESIGNATION",
                    "zh | 部长周一宣布辞职。 | RESIGNATION",
                    "ja | 大臣は月曜日に辞任した。 | RESIGNATION",
                })
        void whatIsToldAsHavingHappenedIsNewAndMaterial(String language, String sentence, Outcome outcome) {
            read("Start", "...", language, NOON);

            Novelty second = read("More", sentence, language, NOON);

            assertThat(outcomes(second)).contains(outcome);
            assertThat(second.material()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "The minister may have resigned, some say.",
                    "Police will say if anybody is arrested.",
                    "Nobody was arrested.",
                    "The captain was not convicted.",
                    "Protesters demand that the governor be sacked.",
                    "The arrested man comes from Sarn.",
                    "Convicted smuggler Ines Okafor lives in Sarn.",
                    "The captain had been arrested in 2009.",
                    "He was jailed for theft three years ago.",
                })
        void whatIsTakenBackOrDescribesOrLiesBackIsNot(String sentence) {
            read("Start", "It began in Sarn.");

            assertThat(outcomes(read("More", sentence))).isEmpty();
        }

        @Test
        void whatTheStoryHasSpokenOfIsNotNew() {
            read("Arrests after fire", "A warehouse burnt in Sarn, and the police reported arrests.");

            assertThat(outcomes(read("Fire", "Two men were arrested in Sarn."))).isEmpty();
        }

        @Test
        void deepInTheTextItCountsOnlyWithTheHeadline() {
            String text = "The fire in Sarn is out. Rain fell. The roads are open. Two men were arrested.";
            read("Fire", "A warehouse burnt in Sarn.");

            assertThat(outcomes(read("Fire in Sarn is out", text))).isEmpty();
        }

        @Test
        void deepInTheTextItCountsWithTheHeadline() {
            String text = "The fire in Sarn is out. Rain fell. The roads are open. Two men were arrested.";
            read("Fire", "A warehouse burnt in Sarn.");

            assertThat(outcomes(read("Arrests after fire in Sarn", text))).containsExactly(Outcome.ARREST);
        }

        @Test
        void whatSomebodyIsKnownByIsNoNews() {
            read("Escape in Sarn", "A prisoner fled from Sarn.");

            assertThat(outcomes(read("Escape", "A man sentenced to life pulled a gun on two guards in Sarn.")))
                    .isEmpty();
            assertThat(outcomes(read("Escape", "The guard told the governor, who was jailed for theft.")))
                    .isEmpty();
        }

        @Test
        void whatComesAfterSomethingShowsThatItWasKnown() {
            read("Trial in Sarn", "Jonas Brandt was sentenced to six years in Sarn.");

            assertThat(outcomes(read("Trial", "Jonas Brandt was convicted of fraud in Sarn.")))
                    .isEmpty();
        }
    }

    @Nested
    class Persons {
        @Test
        void aVictimASuspectAndWhoeverIsInOfficeAreNamed() {
            read("Fire", "A warehouse burnt in Sarn.");

            assertThat(persons(read("Fire", "The police named the suspect as Jonas Brandt. It rained.")))
                    .containsExactly("Jonas Brandt");
            assertThat(persons(read("Fire", "Among the dead is Mara Lind, 34, a baker from Sarn.")))
                    .containsExactly("Mara Lind");
            assertThat(persons(read("Fire", "On Monday Mayor Tomas Weidner opened the street again.")))
                    .containsExactly("Tomas Weidner");
        }

        @Test
        void aNewNameAloneIsNotMaterial() {
            read("Fire", "A warehouse burnt in Sarn.");

            assertThat(read("Fire", "The police named the suspect as Jonas Brandt.")
                            .material())
                    .isFalse();
        }

        @Test
        void anOfficeIsNoPartOfTheName() {
            read("Fire", "A warehouse burnt in Sarn.");

            assertThat(persons(read("Fire", "On Monday the Sarn Mayor Tomas Weidner opened the street again.")))
                    .containsExactly("Tomas Weidner");
        }

        @Test
        void whoIsKnownByLastNameIsNotNew() {
            read("Fire", "A warehouse burnt in Sarn, and the police look for Brandt.");

            assertThat(persons(read("Fire", "The police named the suspect as Jonas Brandt.")))
                    .isEmpty();
        }

        @Test
        void whoSpeaksOrPhotographsIsNotMeant() {
            read("Fire", "A warehouse burnt in Sarn.");

            assertThat(persons(read("Fire", "The fire is out, police captain Ines Okafor said.")))
                    .isEmpty();
            assertThat(persons(read("Fire", "The fire is out. Photo: Director Ada Moll")))
                    .isEmpty();
        }

        @Test
        void ministriesAndPlacesAreNoPersons() {
            read("Fire", "A warehouse burnt in Sarn.");

            assertThat(persons(read("Fire", "The suspect came from Kestrel Valley to Port Alden Police.")))
                    .isEmpty();
        }
    }
}
