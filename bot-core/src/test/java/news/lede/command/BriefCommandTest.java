package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.article.ArticleId;
import news.lede.community.Role;
import news.lede.story.StoryId;
import news.lede.text.ReadingTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BriefCommandTest {
    private static final String[] PEOPLE = {
        "Ada Brix", "Bo Carling", "Cora Delft", "Dag Ehrlen", "Edda Fromm", "Finn Garland", "Greta Holm", "Hugo Ibsen",
        "Ines Jarl", "Jon Kessel", "Kira Lomm", "Lars Mohn", "Mia Nord", "Nils Orten", "Olga Prahl", "Paul Quist",
        "Rita Sand", "Sven Tarn", "Tove Ulm", "Udo Varn"
    };

    private final TestDesk test = new TestDesk();

    /** A story of its own on somebody, with enough to tell. */
    private StoryId story(String person, Duration age, String publisher) {
        return test.add(person + " in town", publisher, age, sentences(person));
    }

    private static String sentences(String person) {
        return person + " opened a workshop in the old mill on Monday morning, after nine years of planning."
                + " The town had paid for the roof, while " + person + " had found money for all the machines."
                + " More than forty people want to learn there how boats are built and mended."
                + " The first course begins in June and lasts until the end of the autumn.";
    }

    private Answer.Briefing briefing(String typed) {
        Answer answer = test.ask(typed);
        if (answer instanceof Answer.Briefing briefing) {
            return briefing;
        }
        throw new AssertionError("no briefing: " + test.text(answer));
    }

    private static double seconds(Answer.Briefing briefing) {
        return briefing.stories().stream()
                .mapToDouble(item -> ReadingTime.seconds(item.view().title())
                        + item.summary().stream()
                                .mapToDouble(s -> ReadingTime.seconds(s.text()))
                                .sum())
                .sum();
    }

    private static List<StoryId> ids(Answer.Briefing briefing) {
        return briefing.stories().stream().map(item -> item.view().id()).toList();
    }

    @Test
    void putsWhatManyReportBeforeWhatIsNew() {
        story("Ada Brix", Duration.ofMinutes(5), "Mill News");
        StoryId large = story("Bo Carling", Duration.ofHours(9), "Mill News");
        test.join(large, "Bo Carling at work", "Quay News", Duration.ofHours(8), sentences("Bo Carling"));
        test.join(large, "What Bo Carling plans", "Pier News", Duration.ofHours(7), sentences("Bo Carling"));
        Answer.Briefing briefing = briefing("/brief");
        assertThat(briefing.title()).isEqualTo("Briefing of 2 minutes");
        assertThat(briefing.stories().getFirst().view().id()).isEqualTo(large);
        assertThat(briefing.stories().getFirst().reasons()).contains("3 independent publishers");
        assertThat(briefing.footer()).contains("2 of 2 stories of the last 24 hours, about 1 minute to read.");
        assertThat(briefing.actions())
                .containsExactly(new Action("In 5 minutes", "/brief 5"), new Action("Latest stories", "/latest"));
    }

    @Test
    void tellsTheFirstStoryAtMoreLengthThanTheOthers() {
        for (int i = 0; i < 6; i++) {
            story(PEOPLE[i], Duration.ofMinutes(i), "Mill News");
        }
        List<StoryItem> items = briefing("/brief").stories();
        assertThat(items.getFirst().summary())
                .hasSizeGreaterThan(items.get(1).summary().size());
        assertThat(items).allSatisfy(item -> assertThat(item.summary()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({"/brief, 120", "/brief 2, 120", "/brief 5, 300", "/brief length:5, 300"})
    void fillsItsTimeAndKeepsWithinIt(String typed, int most) {
        for (int i = 0; i < PEOPLE.length; i++) {
            story(PEOPLE[i], Duration.ofMinutes(i), "Mill News");
        }
        assertThat(seconds(briefing(typed))).isLessThanOrEqualTo(most).isGreaterThan(most * 0.7);
    }

    @Test
    void showsNoMoreOfAnArticleThanOneAnswerMay() {
        for (int i = 0; i < PEOPLE.length; i++) {
            story(PEOPLE[i], Duration.ofMinutes(i), "Mill News");
        }
        Map<ArticleId, Integer> sentences = new HashMap<>();
        briefing("/brief 5").stories().stream()
                .flatMap(item -> item.summary().stream())
                .forEach(s -> sentences.merge(s.evidence().getFirst().article().id(), 1, Integer::sum));
        assertThat(sentences.values()).allMatch(count -> count <= 3);
    }

    @Test
    void leavesOutWhatIsOlderThanADay() {
        StoryId young = story("Ada Brix", Duration.ofHours(23), "Mill News");
        story("Bo Carling", Duration.ofHours(25), "Mill News");
        assertThat(ids(briefing("/brief"))).containsExactly(young);
    }

    @Test
    void tellsTheDayBeforeTheNewestStoryWhenNothingCame() {
        StoryId newest = story("Ada Brix", Duration.ofHours(50), "Mill News");
        StoryId thatDay = story("Bo Carling", Duration.ofHours(70), "Mill News");
        story("Cora Delft", Duration.ofHours(75), "Mill News");
        Answer.Briefing briefing = briefing("/brief");
        assertThat(ids(briefing)).containsExactly(newest, thatDay);
        assertThat(briefing.footer().orElseThrow())
                .startsWith("Nothing came in the last 24 hours; this is the day up to the newest story (2 days ago)");
    }

    @Test
    void hasTwoStoriesOfOneSubjectAndThoseBesideEachOther() {
        StoryId first = story("Ada Brix", Duration.ofMinutes(1), "Mill News");
        StoryId other = story("Bo Carling", Duration.ofMinutes(2), "Mill News");
        StoryId second = test.add(
                "Ada Brix answers her critics", "Mill News", Duration.ofMinutes(3), "Ada Brix said the town knew.");
        test.add("Ada Brix to retire", "Mill News", Duration.ofMinutes(4), "Next year Ada Brix leaves the mill.");
        assertThat(ids(briefing("/brief"))).containsExactly(first, second, other);
    }

    @Test
    void ofAThousandStoriesItWeighsThoseWithTheMostArticles() {
        StoryId large = story("Ada Brix", Duration.ofHours(20), "Mill News");
        test.join(large, "Ada Brix at work", "Quay News", Duration.ofHours(20), sentences("Ada Brix"));
        for (int i = 0; i < 400; i++) {
            test.add("Note " + i, "Mill News", Duration.ofMinutes(i), "A short note " + i + ".");
        }
        test.add("Too old", "Mill News", Duration.ofHours(30), "An old note.");
        Answer.Briefing briefing = briefing("/brief");
        assertThat(briefing.stories().getFirst().view().id()).isEqualTo(large);
        assertThat(briefing.footer().orElseThrow()).contains("of 401 stories");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/brief 3", "/brief long", "/brief 5 hours", "/brief -2"})
    void aLengthThereIsNotIsTold(String typed) {
        story("Ada Brix", Duration.ofMinutes(5), "Mill News");
        assertThat(test.notice(typed).text()).startsWith("A briefing takes 2 or 5 minutes to read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/brief 5", "/brief 5 minutes", "/brief 5min", "/brief length:\"5 min.\"", "/brief 5'"})
    void aLengthMayBeTypedInSeveralWays(String typed) {
        story("Ada Brix", Duration.ofMinutes(5), "Mill News");
        assertThat(briefing(typed).title()).isEqualTo("Briefing of 5 minutes");
    }

    @Test
    void lengthsAreCompletedInTheReadersLanguage() {
        assertThat(test.desk.complete(test.asker(Role.MEMBER, Locale.GERMAN), "brief", "length", ""))
                .containsExactly(new Choice("2 Minuten", "2"), new Choice("5 Minuten", "5"));
    }

    @Test
    void withoutNewsItSaysWhatToDo() {
        assertThat(test.notice("/brief").title()).isEqualTo("No news here yet");
    }
}
