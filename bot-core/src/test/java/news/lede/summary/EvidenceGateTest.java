package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceGateTest {
    private static final String VOTE =
            "The council of Norby voted 14 to 9 on Tuesday to close the harbour bridge, Mayor Ada Brandt said.";

    @Test
    void aWholeSentenceOfTheEvidencePasses() {
        assertThat(refusals(VOTE, VOTE)).isEmpty();
        assertThat(refusals("  " + VOTE.replace(" ", "  "), VOTE)).isEmpty();
    }

    @Nested
    class Numbers {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Three people died in Norby. | 3 people died in Norby.",
                    "Some 2.5 million crowns were paid in Norby. | 2,500,000 crowns were paid in Norby.",
                    "A fine of 40m crowns was paid in Norby. | A fine of 40 million crowns was paid in Norby.",
                    "Twenty-one people live there. | 21 people live there.",
                    "Prices rose 5%. | Prices rose 5 percent."
                })
        void waysToWriteANumberAreOne(String text, String evidence) {
            assertThat(refusals(text, evidence)).isEmpty();
            assertThat(refusals(evidence, text)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Four people died in Norby. | Three people died in Norby.",
                    "Some 25 million crowns were paid. | Some 2.5 million crowns were paid.",
                    "Some 3 billion crowns were paid. | Some 3 million crowns were paid.",
                    "In 2024 the bridge opened. | In 2025 the bridge opened."
                })
        void anAlteredNumberIsRefused(String text, String evidence) {
            assertThat(refusals(text, evidence)).extracting(Refusal::kind).contains(Kind.NUMBER);
        }

        @Test
        void aNumberOfSomethingElseIsRefused() {
            String evidence = "The storm killed 12 people and damaged 340 houses.";
            assertThat(refusals("The storm killed 340 people.", evidence))
                    .extracting(Refusal::kind)
                    .contains(Kind.NUMBER);
            assertThat(refusals("The storm killed 340 people and damaged 12 houses.", evidence))
                    .extracting(Refusal::kind)
                    .contains(Kind.NUMBER);
            assertThat(refusals("The storm killed 12 people.", evidence)).isEmpty();
            assertThat(refusals("Damaged houses: 340.", evidence)).isEmpty();
        }
    }

    @Nested
    class NamesOfAnything {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "The council of Sundby closed the bridge. | The council of Norby closed the bridge.",
                    "Sundby closed the bridge. | Norby closed the bridge.",
                    "The bridge was closed by Ida Brandt. | The bridge was closed by Ada Brandt.",
                    "Ada Kessler met Jon Brandt at the bridge. | Ada Brandt met the reporters and old friends of Jon Kessler."
                })
        void anAlteredNameIsRefused(String text, String evidence) {
            assertThat(refusals(text, evidence)).extracting(Refusal::kind).contains(Kind.NAME);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Councillors closed the bridge in Norby. | The councillors of Norby closed the bridge.",
                    "Norby's bridge was closed. | The bridge of Norby was closed.",
                    "The UN sent aid. | The United Nations sent aid.",
                    "Brandt closed the bridge. | Ada Brandt closed the bridge."
                })
        void aNameTakenUpInAnotherFormPasses(String text, String evidence) {
            assertThat(refusals(text, evidence)).isEmpty();
        }

        @Test
        void germanNounsAreNoNames() {
            assertThat(EvidenceGate.refusals(
                            "Die Stadt Norby sperrt die Brücke.",
                            new Language("de"),
                            List.of("Norby sperrt die alte Brücke.")))
                    .isEmpty();
        }
    }

    @Nested
    class Negation {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "The bridge will not be closed. | The bridge will be closed.",
                    "The bridge will be closed. | The bridge will not be closed.",
                    "The union accepted the offer. | The union refused the offer.",
                    "Prices fell in March. | Prices rose in March.",
                    "The court found her innocent. | The court found her guilty.",
                    "The bridge isn't safe. | The bridge is safe."
                })
        void aTurnedStatementIsRefused(String text, String evidence) {
            assertThat(refusals(text, evidence)).extracting(Refusal::kind).contains(Kind.NEGATION);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "The union would not accept the offer. | The union refused to accept the offer.",
                    "The bridge is never closed. | The bridge is not ever closed.",
                    "The bridge was closed on Tuesday. | The bridge was closed on Tuesday, which nobody had foreseen."
                })
        void theSameInOtherWordsPasses(String text, String evidence) {
            assertThat(refusals(text, evidence)).isEmpty();
        }

        @Test
        void itIsKnownInOtherLanguages() {
            assertThat(EvidenceGate.refusals(
                            "Die Brücke wird gesperrt.",
                            new Language("de"),
                            List.of("Die Brücke wird nicht gesperrt.")))
                    .extracting(Refusal::kind)
                    .contains(Kind.NEGATION);
        }
    }

    @Nested
    class Quotes {
        @Test
        void aQuoteMustStandWordForWord() {
            String evidence = "\"We had no choice,\" Brandt said.";
            assertThat(refusals("Brandt said: “We had no choice.”", evidence)).isEmpty();
            assertThat(refusals("Brandt said they had \"no choice\".", evidence))
                    .isEmpty();
            assertThat(refusals("Brandt said: \"We had a choice.\"", evidence))
                    .extracting(Refusal::kind)
                    .contains(Kind.QUOTE);
        }

        @Test
        void reportedSpeechIsNoQuote() {
            assertThat(refusals("Brandt said \"they had a choice\".", "Brandt said they had a choice."))
                    .extracting(Refusal::kind)
                    .containsExactly(Kind.QUOTE);
        }

        @Test
        void apostrophesAreNoQuotes() {
            assertThat(refusals("Norby's bridge and the council's plan.", "The council's plan: Norby's bridge."))
                    .isEmpty();
        }
    }

    @Nested
    class Attribution {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "The bridge is safe, Kessler said. | The bridge is safe, Brandt said after meeting Kessler.",
                    "The bridge is safe, the union said. | The bridge is safe, the ministry said.",
                    "The bridge is safe. | The bridge is safe, Brandt said.",
                    "According to Kessler the bridge is safe. | According to Brandt the bridge is safe."
                })
        void anotherSpeakerOrNoneIsRefused(String text, String evidence) {
            assertThat(refusals(text, evidence)).isNotEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Brandt says the bridge is safe. | The bridge is safe, Brandt said.",
                    "According to Brandt the bridge is safe. | The bridge is safe, Brandt said.",
                    "The bridge is safe, said Brandt. | Mayor Ada Brandt told reporters the bridge is safe."
                })
        void theSameSpeakerPasses(String text, String evidence) {
            assertThat(refusals(text, evidence)).isEmpty();
        }
    }

    @Nested
    class Links {
        @Test
        void aLinkMustStandInTheEvidence() {
            String evidence = "The report is at https://norby.example/bridge and on harbour.org today.";
            assertThat(refusals("See https://norby.example/bridge.", evidence)).isEmpty();
            assertThat(refusals("See https://norby.example/other.", evidence))
                    .extracting(Refusal::kind)
                    .contains(Kind.LINK);
            assertThat(refusals("See the report on harbour.com today.", evidence))
                    .extracting(Refusal::kind)
                    .contains(Kind.LINK);
        }
    }

    /** Altered and faithful sentences made by a seeded program from invented evidence. */
    @Nested
    class OnManySentences {
        private static final List<String> PEOPLE =
                List.of("Ada Brandt", "Jon Kessler", "Mira Okonjo", "Tomas Vell", "Ines Karlow");
        private static final List<String> PLACES =
                List.of("Norby", "Altenried", "Sundhaven", "Port Calder", "Mirovice");
        private static final List<String> THINGS =
                List.of("harbour bridge", "city hospital", "north tunnel", "steel works", "old airport");

        private record Case(
                String evidence, String person, String other, String place, int number, String thing, Random random) {}

        private Case make(long seed) {
            Random random = new Random(seed);
            int p = random.nextInt(5);
            String person = PEOPLE.get(p);
            String other = PEOPLE.get((p + 1 + random.nextInt(4)) % 5);
            String place = PLACES.get(random.nextInt(5));
            String thing = THINGS.get(random.nextInt(5));
            int number = 12 + random.nextInt(800);
            String evidence = switch (random.nextInt(4)) {
                case 0 ->
                    person + " told the council of " + place + " that the " + thing + " will close after " + number
                            + " complaints.";
                case 1 ->
                    "The " + thing + " in " + place + " did not open on Monday because " + number
                            + " workers were missing, " + person + " said.";
                case 2 ->
                    "\"The " + thing + " is a danger to " + place + ",\" " + person + " said after " + number
                            + " people had signed a letter.";
                default ->
                    person + " said that " + number + " families in " + place + " would lose their homes near the "
                            + thing + ".";
            };
            return new Case(evidence, person, other, place, number, thing, random);
        }

        private String altered(Case c) {
            String otherPlace = PLACES.get((PLACES.indexOf(c.place) + 1 + c.random.nextInt(4)) % 5);
            return switch (c.random.nextInt(5)) {
                case 0 -> c.evidence.replace(c.person, c.other);
                case 1 -> c.evidence.replace(" " + c.number + " ", " " + (c.number + 1 + c.random.nextInt(90)) + " ");
                case 2 -> c.evidence.replace(c.place, otherPlace);
                case 3 ->
                    c.evidence.contains("did not open")
                            ? c.evidence.replace("did not open", "did open")
                            : c.evidence
                                    .replace(" will close", " will not close")
                                    .replace(" is a danger", " is no danger")
                                    .replace("would lose", "would not lose");
                default ->
                    c.evidence
                            .replace(", " + c.person + " said", "")
                            .replace(c.person + " said that ", "")
                            .replace(c.person + " told the council of " + c.place + " that the", "The")
                            .replace("\"The", "“" + c.other + " warned: the")
                            .replace(c.number + " families", (c.number + 3) + " families")
                            .replace(c.number + " workers", c.number + " workers");
            };
        }

        private String faithful(Case c) {
            String surname = c.person.split(" ")[1];
            String text = c.evidence.replace(c.person, c.random.nextBoolean() ? surname : c.person);
            return switch (c.random.nextInt(4)) {
                case 0 ->
                    text.replace(" told the council of " + c.place + " that", " said in " + c.place + " that")
                            .replace("because", "since");
                case 1 ->
                    text.replace("did not open", "failed to open")
                            .replace("would lose", "will lose")
                            .replace("after", "following");
                case 2 ->
                    text.replace(" on Monday", "")
                            .replace("families in " + c.place, "families")
                            .replace(" had signed a letter", " signed a letter");
                default ->
                    text.replace("said that", "said")
                            .replace("that the", "the")
                            .replace("people had signed", "people signed");
            };
        }

        @Test
        void alteredOnesAreRefusedAndFaithfulOnesPass() {
            List<String> passed = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            for (int seed = 0; seed < 200; seed++) {
                Case c = make(seed);
                String altered = altered(c);
                if (refusals(altered, c.evidence).isEmpty()) {
                    passed.add(altered + "  <=  " + c.evidence);
                }
                String faithful = faithful(c);
                List<Refusal> reasons = refusals(faithful, c.evidence);
                if (!reasons.isEmpty()) {
                    refused.add(reasons + " " + faithful + "  <=  " + c.evidence);
                }
            }
            assertThat(passed).as("altered but passed").hasSizeLessThanOrEqualTo(10);
            assertThat(refused).as("faithful but refused").hasSizeLessThanOrEqualTo(10);
        }
    }

    private static List<Refusal> refusals(String text, String evidence) {
        return EvidenceGate.refusals(text, Language.ENGLISH, List.of(evidence));
    }
}
