package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.article.Article;
import news.lede.story.StoryView;
import news.lede.summary.Summarizer.Length;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SummarizerTest {
    private static final String LEAD =
            "The council of Norby voted on Tuesday to close the old harbour bridge for two years.";
    private static final String SECOND =
            "Engineers had found cracks in three of its steel beams during an inspection in March.";
    private static final String THIRD =
            "Ferries will carry workers across the bay every ten minutes from the first of June.";
    private static final String FOURTH =
            "Shopkeepers on the eastern bank fear for their trade and ask for lower rents.";
    private static final String FIFTH =
            "A new bridge with a lane for bicycles is to open in the autumn of the year after next.";

    private final Summarizer summarizer = new Summarizer(ExtractLimit.DEFAULT);
    private final Article bridge =
            Articles.article(1, "Norby closes its harbour bridge", LEAD + " " + SECOND, THIRD + " " + FOURTH, FIFTH);

    @Nested
    class OfOneArticle {
        @Test
        void aLineBeginsWithTheLeadAndHasAtMostTwoSentences() {
            List<Statement> line = summarizer.summarize(Articles.story(bridge), Length.LINE);
            assertThat(line).extracting(Statement::text).startsWith(LEAD);
            assertThat(line).hasSizeBetween(1, 2);
        }

        @Test
        void aCardShowsThreeSentencesOfOneArticleAtMost() {
            List<Statement> card = summarizer.summarize(Articles.story(bridge), Length.CARD);
            assertThat(card).hasSize(3);
            assertThat(card.stream().mapToInt(s -> s.text().length()).sum()).isLessThanOrEqualTo(420);
        }

        @Test
        void anotherLimitHoldsFromTheNextAnswerOn() {
            AtomicReference<ExtractLimit> limit = new AtomicReference<>(new ExtractLimit(1, 200));
            Summarizer changing = new Summarizer(limit::get);
            StoryView story = Articles.story(bridge);
            assertThat(changing.summarize(story, Length.CARD)).hasSize(1);

            limit.set(new ExtractLimit(2, 400));
            assertThat(changing.summarize(story, Length.CARD)).hasSize(2);

            limit.set(new ExtractLimit(1, 200));
            assertThat(changing.summarize(story, Length.CARD)).hasSize(1);
        }

        @Test
        void sentencesStandInTheOrderOfTheArticle() {
            String text = bridge.text();
            List<Integer> places = summarizer.summarize(Articles.story(bridge), Length.CARD).stream()
                    .map(s -> text.indexOf(s.text()))
                    .toList();
            assertThat(places).isSorted().allMatch(at -> at >= 0);
        }

        @Test
        void everySentenceIsVerbatimWhereItsEvidenceSays() {
            for (Statement statement : summarizer.summarize(Articles.story(bridge), Length.CARD)) {
                Evidence evidence = statement.evidence().getFirst();
                String paragraph = evidence.article().paragraphs().get(evidence.paragraph());
                assertThat(paragraph.substring(evidence.offset())).startsWith(statement.text());
                assertThat(evidence.sentence()).isEqualTo(statement.text());
            }
        }

        @Test
        void furnitureAndLeaningSentencesGiveWay() {
            Article messy = Articles.article(
                    1,
                    "Norby closes its harbour bridge",
                    "By Jonas Kessler, reporter for the coast and the islands.",
                    "Sign up for our newsletter and follow us every single day.",
                    LEAD);
            assertThat(summarizer
                            .summarize(Articles.story(messy), Length.LINE)
                            .getFirst()
                            .text())
                    .isEqualTo(LEAD);
        }

        @Test
        void theTitleIsNotRepeated() {
            Article repeating = Articles.article(1, LEAD, LEAD, SECOND);
            assertThat(summarizer.summarize(Articles.story(repeating), Length.LINE))
                    .extracting(Statement::text)
                    .containsExactly(SECOND);
        }

        @Test
        void whatWasSaidOnceIsNotSaidAgain() {
            Article twice = Articles.article(
                    1,
                    "Bridge",
                    LEAD,
                    "On Tuesday the council of Norby voted to close the old harbour bridge for two years.",
                    SECOND);
            assertThat(summarizer.summarize(Articles.story(twice), Length.CARD))
                    .extracting(Statement::text)
                    .containsExactly(LEAD, SECOND);
        }

        @Test
        void aSentenceIsNeverCut() {
            String endless = "The council voted " + "and debated ".repeat(50) + "until dawn.";
            Article one = Articles.article(1, "Bridge", endless, SECOND);
            assertThat(summarizer.summarize(Articles.story(one), Length.LINE))
                    .extracting(Statement::text)
                    .containsExactly(SECOND);
            assertThat(summarizer.summarize(Articles.story(Articles.article(1, "Bridge", endless)), Length.CARD))
                    .isEmpty();
        }

        @Test
        void anArticleWithoutTextHasNoSummary() {
            assertThat(summarizer.summarize(Articles.story(Articles.article(1, "Bridge")), Length.CARD))
                    .isEmpty();
        }
    }

    @Nested
    class OfSeveralArticles {
        private final Article same = Articles.article(
                2,
                "Harbour bridge shut",
                "Norby's council voted on Tuesday to close the old harbour bridge for two years.",
                "Mayor Ada Brandt called the vote the hardest of her time in office so far.");

        @Test
        void whatTwoSourcesSayIsShownOnceWithBothAsEvidence() {
            List<Statement> card = summarizer.summarize(Articles.story(bridge, same), Length.FULL);
            List<Statement> votes = card.stream()
                    .filter(s -> s.text().contains("voted on Tuesday"))
                    .toList();
            assertThat(votes).hasSize(1);
            assertThat(votes.getFirst().evidence())
                    .extracting(e -> e.article().id().value())
                    .containsExactlyInAnyOrder(1L, 2L);
        }

        @Test
        void aDisputedFigureIsShownAsDisputed() {
            Article fourteen = Articles.article(
                    1, "Ferry off Norby", "At least 14 people were killed when a ferry sank off Norby on Monday.");
            Article twelve = Articles.article(
                    2, "Ferry sinks near Norby", "Twelve people were killed when a ferry sank off Norby on Monday.");
            List<Statement> line = summarizer.summarize(Articles.story(fourteen, twelve), Length.LINE);
            assertThat(line)
                    .first()
                    .satisfies(statement -> assertThat(statement.disputes())
                            .hasSize(1)
                            .first()
                            .satisfies(dispute -> assertThat(dispute.sides()).hasSize(2)));
        }

        @Test
        void aViewToldBeforeIsToldTheSameAndStillCounts() {
            StoryView story = Articles.story(bridge, same);
            List<Statement> first = summarizer.summarize(story, Length.LINE);
            Allowance allowance = summarizer.allowance();
            assertThat(summarizer.summarize(story, Length.LINE, allowance)).isSameAs(first);
            assertThat(summarizer.summarize(story, Length.LINE, allowance)).isNotSameAs(first);
        }

        @Test
        void aSentenceThatLeansIsShownOnlyBehindItsPredecessor() {
            Article leaning = Articles.article(
                    1,
                    "Harbour bridge of Norby closes",
                    LEAD,
                    "A crowd gathered.",
                    "She told the council of Norby that the old harbour bridge would close for two years at least.");
            assertThat(summarizer.summarize(Articles.story(leaning), Length.CARD))
                    .extracting(Statement::text)
                    .noneMatch(text -> text.startsWith("She told"));
        }

        @Test
        void eachSourceBringsWhatItAloneHas() {
            assertThat(summarizer.summarize(Articles.story(bridge, same), Length.FULL))
                    .extracting(Statement::text)
                    .contains("Mayor Ada Brandt called the vote the hardest of her time in office so far.");
        }

        @Test
        void aCardHasFourSentencesAtMostAndAFullStoryEight() {
            Article third = Articles.article(
                    3,
                    "Ferries for Norby",
                    "Two ferries were bought from a yard in Altenried for nine million crowns.",
                    "Captain Ilse Morrow will train forty sailors before the summer begins.",
                    "Tickets stay free for pupils and for people older than seventy years.");
            assertThat(summarizer.summarize(Articles.story(bridge, same, third), Length.CARD))
                    .hasSizeLessThanOrEqualTo(4);
            assertThat(summarizer.summarize(Articles.story(bridge, same, third), Length.FULL))
                    .hasSizeBetween(6, 8);
        }
    }

    @Nested
    class AsOneText {
        private static final String OPENING = "The council of Norby voted on Tuesday to close the old harbour bridge.";
        private static final String HE = "It found cracks in three steel beams in March.";
        private static final String AGAIN =
                "Norby councillors decided at a meeting on Tuesday that the old harbour bridge will close.";
        private static final String NEWS =
                "Norby has ordered two ferries from a yard in Altenried for nine million crowns.";

        private final Article opening = Articles.article(1, "Norby council closes harbour bridge", OPENING + " " + HE);

        @Test
        void theArticleThatOpensGoesOnBeforeAnotherSpeaks() {
            Article other = Articles.article(2, "Ferries for Norby", NEWS);

            assertThat(summarizer.summarize(Articles.story(opening, other), Length.CARD))
                    .extracting(Statement::text)
                    .containsExactly(OPENING, HE, NEWS);
        }

        @Test
        void aSecondLeadThatTellsTheSameGivesWayToNews() {
            Article other = Articles.article(2, "Bridge of Norby shut", AGAIN, NEWS);

            assertThat(summarizer.summarize(Articles.story(opening, other), Length.CARD))
                    .extracting(Statement::text)
                    .containsExactly(OPENING, HE, NEWS);
        }

        @Test
        void whatAnotherSaysOfItselfIsNotToldBehind() {
            Article other = Articles.article(
                    2, "Bridge of Norby", "We take the safety of the harbour bridge of Norby seriously in all we do.");

            assertThat(summarizer.summarize(Articles.story(opening, other), Length.CARD))
                    .extracting(Statement::text)
                    .containsExactly(OPENING, HE);
        }

        @Test
        void whatIsSaidAboutTheNewsDoesNotOpen() {
            Article quoting = Articles.article(
                    2,
                    "Bridge of Norby",
                    "\"The harbour bridge of Norby is closed,\" Mayor Ada Brandt told reporters on Tuesday.");

            assertThat(summarizer
                            .summarize(Articles.story(quoting, opening), Length.CARD)
                            .getFirst()
                            .text())
                    .isEqualTo(OPENING);
        }
    }

    @Nested
    class WithinOneAnswer {
        @Test
        void storiesThatShareAnArticleShareItsAllowance() {
            Allowance allowance = summarizer.allowance();
            assertThat(summarizer.summarize(Articles.story(bridge), Length.LINE, allowance))
                    .hasSize(2);
            assertThat(summarizer.summarize(Articles.story(bridge), Length.LINE, allowance))
                    .hasSize(1);
            assertThat(summarizer.summarize(Articles.story(bridge), Length.LINE, allowance))
                    .isEmpty();
        }

        @Test
        void aPublisherThatForbidsSnippetsIsNotQuoted() {
            Article silent = Articles.article(9, "Bridge", OptionalInt.of(0), LEAD);
            assertThat(summarizer.summarize(Articles.story(silent), Length.CARD))
                    .isEmpty();
        }

        @Test
        void aPublishersOwnLimitIsKept() {
            Article strict = Articles.article(9, "Bridge", OptionalInt.of(LEAD.length()), LEAD, SECOND);
            assertThat(summarizer.summarize(Articles.story(strict), Length.CARD))
                    .hasSize(1);
        }
    }

    @Nested
    class WhereOthersTellSomethingElse {
        private static final String REACTION =
                "Shopkeepers of Norby marched to the town hall on Wednesday and called the decision a disaster for their trade.";
        private static final String AGAIN =
                "Engineers found cracks in the steel beams of the harbour bridge of Norby, which ferries will replace from June.";
        private static final String OFF =
                "The aquarium of Sarn shows its first young seahorses, born in a tank that visitors can see until Easter.";

        private final Article reaction = Articles.article(
                2, "Norby shopkeepers protest", REACTION, AGAIN, "The council of Norby closed the harbour bridge.");
        private final Article aquarium = Articles.article(
                3, "Seahorses born in Sarn", OFF, "Keepers feed the little ones six times a day with tiny shrimps.");

        @Test
        void whatTheTitleSaysIsToldFirst() {
            StoryView story = Articles.story(bridge, reaction);

            assertThat(summarizer.summarize(story, Length.CARD).getFirst().text())
                    .isEqualTo(LEAD);
        }

        @Test
        void whatIsBesideThePointIsNotToldEarly() {
            StoryView story = Articles.story(bridge, reaction, aquarium);

            assertThat(summarizer.summarize(story, Length.CARD).stream().limit(3))
                    .extracting(Statement::text)
                    .doesNotContain(OFF);
        }
    }
}
