package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import news.lede.answer.Answer;
import news.lede.article.Article;
import news.lede.article.NewArticle;
import news.lede.community.Role;
import news.lede.story.Change;
import news.lede.story.Proof;
import news.lede.story.StoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimelineCommandTest {
    private static final String LOST = "Ferry Alma lost off Port Arlen";

    private final TestDesk test = new TestDesk();
    private StoryId ferry = new StoryId(0);

    @BeforeEach
    void addStory() {
        ferry = test.add(
                LOST,
                "The Harbour Post",
                Duration.ofHours(14),
                "The ferry Alma sank off Port Arlen and 12 people died. Divers are on the way.");
        test.join(
                ferry,
                "Alma: more dead",
                "Valley News",
                Duration.ofHours(3),
                "At least 14 people were killed on the ferry Alma, the coast guard said.",
                "Rain fell.");
        test.join(
                ferry,
                "Captain of the Alma in custody",
                "Mill News",
                Duration.ofHours(2),
                "Two officers of the ferry Alma were arrested in Port Arlen on Monday.");
    }

    private Article member(int index) {
        return test.store
                .articles()
                .find(test.store.stories().find(ferry).orElseThrow().members().get(index))
                .orElseThrow();
    }

    /** The publisher of a member changes what it said, an hour later. */
    private void changed(Article article, String title, List<String> paragraphs, Change... changes) {
        test.store
                .articles()
                .revise(
                        article.id(),
                        new NewArticle(
                                title,
                                article.publisher(),
                                article.url(),
                                paragraphs,
                                article.published(),
                                false,
                                article.language(),
                                OptionalInt.empty()),
                        TestDesk.NOW);
        test.store
                .stories()
                .revise(ferry, article.id(), true, List.of(changes), TestDesk.NOW.plus(Duration.ofHours(1)));
    }

    private Answer.Account timeline() {
        Answer answer = test.ask("/timeline " + ferry);
        assertThat(answer).isInstanceOf(Answer.Account.class);
        return (Answer.Account) answer;
    }

    private List<String> lines() {
        return timeline().sections().stream()
                .flatMap(section -> section.lines().stream())
                .map(line -> line.label() + " | " + line.text())
                .toList();
    }

    @Test
    void eachDayHasItsStepsInOrderWithWhatEachBrought() {
        Answer.Account account = timeline();

        assertThat(account.kind()).isEqualTo(Answer.Account.Kind.TIMELINE);
        assertThat(account.title())
                .isEqualTo("How it developed: " + account.story().title());
        assertThat(account.sections())
                .extracting(Answer.Account.Section::heading)
                .containsExactly("Sunday, May 3, 2026", "Monday, May 4, 2026");
        assertThat(lines())
                .containsExactly(
                        "22:00 · important | first report: “The ferry Alma sank off Port Arlen and 12 people died.”",
                        "09:00 · important | number of dead: “At least 14 people were killed on the ferry Alma, the coast guard said.” (before: 12 people died)",
                        "10:00 · important | an arrest: “Two officers of the ferry Alma were arrested in Port Arlen on Monday.”");
    }

    @Test
    void whatALineRestsOnStandsBesideIt() {
        assertThat(timeline().sections().getLast().lines().getFirst().evidence())
                .extracting(evidence -> evidence.sentence())
                .containsExactly(
                        "At least 14 people were killed on the ferry Alma, the coast guard said.",
                        "The ferry Alma sank off Port Arlen and 12 people died.");
        assertThat(test.text("/timeline " + ferry)).contains("Valley News · ", TestDesk.link("Alma: more dead"));
    }

    @Test
    void aGermanReaderReadsItInGerman() {
        String text = test.text(test.desk.answer(test.asker(Role.MEMBER, Locale.GERMAN), "/timeline " + ferry));

        assertThat(text)
                .contains(
                        "So hat es sich entwickelt: ", "Montag, 4. Mai 2026", "09:00 · wichtig - Zahl der Toten: „At");
    }

    @Test
    void theStoryIsNamedAsForStory() {
        assertThat(test.ask("/timeline alma lost")).isInstanceOf(Answer.Account.class);
        assertThat(test.ask("/timeline " + TestDesk.link("Alma: more dead"))).isInstanceOf(Answer.Account.class);
        assertThat(test.notice("/timeline 99").title()).isEqualTo("Unknown story");
        test.add("Another ferry Alma", "Mill News", Duration.ofHours(1), "It floats.");
        assertThat(test.notice("/timeline alma"))
                .satisfies(notice -> assertThat(notice.text()).endsWith("for example: /timeline 4"))
                .satisfies(notice -> assertThat(notice.actions())
                        .extracting(action -> action.command())
                        .contains("/timeline " + ferry));
    }

    @Test
    void theCardOfAStoryLeadsToIt() {
        assertThat(test.ask("/story " + ferry).actions())
                .extracting(action -> action.command())
                .contains("/timeline " + ferry);
    }

    @Test
    void aStoryOfWhichNothingIsVisibleIsUnknown() {
        StoryId secret = test.add(test.foreign(), "Secret", "Foreign Feed", Duration.ofHours(1), "It is secret.");

        assertThat(test.notice("/timeline " + secret).title()).isEqualTo("Unknown story");
    }

    @Nested
    class WhenAPublisherChangesItsArticle {
        @Test
        void anotherHeadlineIsToldAtTheTimeWeNoticedIt() {
            changed(
                    member(0),
                    "Ferry Alma lost, 14 dead",
                    member(0).paragraphs(),
                    new Change.HeadlineChanged(LOST, "Ferry Alma lost, 14 dead"));

            assertThat(lines())
                    .last()
                    .isEqualTo(
                            "13:00 · important | headline changed from “" + LOST + "” to “Ferry Alma lost, 14 dead”");
        }

        @Test
        void aCorrectedSentenceIsQuotedBeforeAndAfter() {
            Article second = member(1);
            String before = second.paragraphs().getFirst();
            String after = before.replace("14", "13");
            changed(
                    second,
                    second.title(),
                    List.of(after),
                    new Change.TextCorrected(before, new Proof(second.id(), 0, 0, after)));

            assertThat(lines())
                    .last()
                    .isEqualTo("13:00 · important | corrected text: “" + after + "” (before: “" + before + "”)");
            assertThat(timeline().sections().getLast().lines().getLast().evidence())
                    .extracting(evidence -> evidence.sentence())
                    .containsExactly(after, before);
        }

        @Test
        void aWithdrawnArticleIsToldWithItsHeadlineAsEvidence() {
            changed(member(2), member(2).title(), member(2).paragraphs(), new Change.Withdrawn(410));

            assertThat(lines()).last().isEqualTo("13:00 · important | the publisher took the article down");
            assertThat(timeline().sections().getLast().lines().getLast().evidence())
                    .extracting(evidence -> evidence.sentence())
                    .containsExactly("Captain of the Alma in custody");
        }
    }

    @Test
    void whatThePublisherAllowsNoExcerptOfIsNotQuoted() {
        StoryId story = test.add("Long", "Mill News", Duration.ofHours(1), "A" + " very".repeat(110) + " long day.");

        assertThat(((Answer.Account) test.ask("/timeline " + story))
                        .sections()
                        .getFirst()
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.text()).isEqualTo("first report"));
    }

    @Test
    void ofManyStepsTheMaterialOnesStayAndTheRestIsCounted() {
        for (int i = 0; i < 40; i++) {
            test.join(ferry, "Alma " + i, "Paper " + i, Duration.ofMinutes(100 - i), "The Alma again, part " + i + ".");
        }

        assertThat(lines())
                .hasSize(30)
                .filteredOn(line -> line.contains("important"))
                .hasSize(3);
        assertThat(timeline().footer()).contains("13 further steps are left out.");
    }
}
