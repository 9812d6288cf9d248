package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Account;
import news.lede.answer.Answer.Account.Line;
import news.lede.answer.AnswerJson;
import news.lede.answer.AnswerText;
import news.lede.answer.Phrases;
import news.lede.source.Source;
import news.lede.story.StoryId;
import news.lede.summary.Evidence;
import org.junit.jupiter.api.Test;

class EvidenceViewTest {
    private static final String SENTENCE =
            "Some 400 dockers in Port Arlen stopped work at the grain quay on Monday over the new shift plan.";

    private final TestDesk test = new TestDesk();

    private StoryId walkout() {
        return test.add(
                "Dockers walk out in Port Arlen",
                "Valley News",
                Duration.ofHours(2),
                SENTENCE + " The owners of the port said on Monday that no ship had been turned away so far.");
    }

    private Account evidence(StoryId story) {
        return (Account) test.ask("/story " + story + " view:evidence");
    }

    private static List<Line> lines(Account account) {
        return account.sections().stream().flatMap(s -> s.lines().stream()).toList();
    }

    @Test
    void everySentenceOfTheSummaryStandsBesideTheArticleItWasTakenFrom() {
        StoryId story = walkout();
        Answer.StoryCard card = (Answer.StoryCard) test.ask("/story " + story);

        Account account = evidence(story);

        assertThat(account.kind()).isEqualTo(Account.Kind.EVIDENCE);
        assertThat(account.title()).isEqualTo("What it rests on: Dockers walk out in Port Arlen");
        assertThat(lines(account))
                .extracting(Line::text)
                .containsExactlyElementsOf(
                        card.story().summary().stream().map(s -> s.text()).toList());
        assertThat(lines(account).getFirst().evidence())
                .extracting(Evidence::sentence)
                .containsExactly(SENTENCE);
        assertThat(lines(account).getFirst().articles())
                .singleElement()
                .satisfies(article -> assertThat(article.publisher()).contains("Valley News"));
    }

    @Test
    void articlesThatNothingWasTakenFromFollowByTheirHeadlines() {
        StoryId story = walkout();
        test.join(story, "Walk-out at the quay", "Mill News", Duration.ofHours(1));

        Account account = evidence(story);

        assertThat(account.sections().getLast().heading()).isEqualTo("Other sources of this story");
        assertThat(account.sections().getLast().lines()).extracting(Line::text).containsExactly("Walk-out at the quay");
    }

    @Test
    void whereNothingMayBeQuotedHeadlinesAreLeft() {
        StoryId story = test.add("Dockers walk out in Port Arlen", "Valley News", Duration.ofHours(2));

        Account account = evidence(story);

        assertThat(lines(account)).extracting(Line::text).containsExactly("Dockers walk out in Port Arlen");
        assertThat(account.footer()).contains("The publisher allows no excerpts; read it there.");
    }

    @Test
    void showsNothingOfASourceThatIsNotFollowedHere() {
        Source foreign = test.foreign();
        StoryId story = walkout();
        test.join(
                story,
                foreign,
                "Dockers stay out",
                "Foreign Gazette",
                Duration.ofHours(1),
                "Some 700 dockers in Port Arlen stopped work at the grain quay on Monday, the union said.");

        assertThat(test.text("/story " + story + " view:evidence")).doesNotContain("700", "Foreign Gazette");
    }

    @Test
    void neverShowsMoreOfAnArticleThanItsLimit() {
        StoryId story = walkout();
        for (int i = 1; i < 6; i++) {
            test.join(
                    story,
                    "Dockers walk out, day " + i,
                    "Paper " + i,
                    Duration.ofMinutes(100 - i),
                    SENTENCE + " On day " + i + " the union of the dockers spoke of a strike that would last weeks.");
        }

        Account account = evidence(story);

        assertThat(lines(account)).anySatisfy(line -> assertThat(line.label()).isEqualTo("says it too"));
        account.story()
                .articles()
                .forEach(article -> assertThat(lines(account).stream()
                                .filter(line -> line.articles().getFirst().equals(article)
                                        && !line.text().equals(article.title()))
                                .mapToInt(line -> line.text().length())
                                .sum())
                        .isLessThanOrEqualTo(420));
    }

    @Test
    void leadsBackToTheStoryAndWhereSourcesDiffer() {
        StoryId story = test.add(
                "Ferry runs aground off Port Arlen",
                "Valley News",
                Duration.ofHours(2),
                "Twelve people were killed when a ferry ran aground off Port Arlen on Monday, police said.");
        assertThat(evidence(story).actions())
                .containsExactly(
                        new Action("Whole story", "/story 1", Action.Kind.OPEN),
                        new Action("Related", "/related 1", Action.Kind.RELATED));

        test.join(
                story,
                "Ferry aground off Port Arlen",
                "Mill News",
                Duration.ofHours(2),
                "Fifteen people were killed when a ferry ran aground off Port Arlen on Monday, doctors said.");
        Action compare = new Action("Compare", "/compare 1", Action.Kind.COMPARE);
        assertThat(evidence(story).actions()).contains(compare);
        assertThat(test.ask("/story " + story).actions()).contains(compare);
    }

    @Test
    void isOneStoryToAProgram() {
        Account account = evidence(walkout());
        String json = new AnswerJson(new AnswerText(Phrases.of(test.member(), TestDesk.NOW))).write(account);
        assertThat(json).contains("\"kind\" : \"story\"", "\"sentence\" : \"" + SENTENCE + "\"");
    }

    @Test
    void anotherViewIsAButtonOfAnotherTime() {
        assertThat(test.notice("/story " + walkout() + " view:upside-down").title())
                .isEqualTo("This button is too old");
    }
}
