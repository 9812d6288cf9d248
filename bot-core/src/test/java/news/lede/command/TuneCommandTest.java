package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.story.StoryId;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TuneCommandTest {
    private static final TopicId FLOODING = new TopicId("flooding");
    private final TestDesk test = new TestDesk();
    private final Asker moderator = test.asker(Role.MODERATOR, Locale.ENGLISH);

    private Answer ask(String typed) {
        return test.desk.answer(moderator, typed);
    }

    private String text(String typed) {
        return test.text(ask(typed));
    }

    private Answer.Listing form(String typed) {
        Answer answer = ask(typed);
        if (answer instanceof Answer.Listing listing && listing.kind() == Answer.Listing.Kind.FORM) {
            return listing;
        }
        throw new AssertionError("no form: " + test.text(answer));
    }

    private static List<String> lines(Answer.Listing form, String heading) {
        return form.sections().stream()
                .filter(s -> s.heading().startsWith(heading))
                .flatMap(s -> s.lines().stream())
                .map(l -> l.name() + " " + l.text())
                .toList();
    }

    private Topic saved(TopicId id) {
        return test.store.topics().find(moderator.workspace().id(), id).orElseThrow();
    }

    @Test
    void isForModerators() {
        assertThat(test.text("/tune topic:flooding")).startsWith("For moderators");
    }

    @Nested
    class GivenStoriesOfTheWeek {
        private final StoryId river = test.add(
                "Flood reaches the old town",
                "Valley News",
                Duration.ofHours(2),
                "The flood came at night. The flood closed two roads and a school.");
        private final StoryId mails = test.add(
                "Flood of emails stops the council",
                "Mill News",
                Duration.ofDays(2),
                "A flood of emails arrived. The flood stopped the council's servers.");
        private final StoryId before = test.add(
                "Flood of last month is cleared", "Mill News", Duration.ofDays(20), "The flood is cleared. A flood!");

        @Test
        void aNewDefinitionShowsWhatItWouldHaveMatchedDayByDay() {
            Answer.Listing form = form("/tune topic:flooding words:\"flood, high water\"");

            assertThat(lines(form, "Your draft")).containsExactly("words flooding, flood, high water");
            assertThat(lines(form, "Would have matched 2 stories of 2"))
                    .containsExactly(
                            "Tue 28 Apr 0 stories",
                            "Wed 29 Apr 0 stories",
                            "Thu 30 Apr 0 stories",
                            "Fri 1 May 0 stories",
                            "Sat 2 May 1 story",
                            "Sun 3 May 0 stories",
                            "Mon 4 May 1 story");
            assertThat(lines(form, "Best matches"))
                    .hasSize(2)
                    .allMatch(line -> line.contains("mentions Flood"))
                    .noneMatch(line -> line.startsWith("#" + before + " "));
            assertThat(form.actions())
                    .extracting(Action::command)
                    .containsExactly("/tune flooding save:yes", "/tune flooding save:no", "/tune flooding");
        }

        @Test
        void nothingIsMatchedByADraftBeforeItIsSaved() {
            form("/tune topic:flooding words:flood description:\"Rivers over their banks.\"");
            assertThat(test.store.topics().of(moderator.workspace().id())).isEmpty();

            assertThat(text("/tune flooding save:yes")).contains("Saved", "/topic flooding");
            assertThat(saved(FLOODING).description()).isEqualTo("Rivers over their banks.");
            assertThat(test.titles("/topic flooding")).contains("Flood reaches the old town");
            assertThat(test.text("/topics")).contains("flooding");
        }

        @Test
        void eachCallChangesWhatItNamesAndLeavesTheRest() {
            form("/tune topic:flooding words:\"flood, dam\" not:\"flood of emails\" yes:" + river + " no:" + mails);
            Answer.Listing form = form("/tune flooding words:\"-dam, dyke\" must:water parent:weather");

            assertThat(lines(form, "Your draft"))
                    .containsExactly(
                            "words flooding, flood, dyke",
                            "must water",
                            "not flood of emails",
                            "parent weather",
                            "yes Flood reaches the old town. The flood came at night. The fl\u2026",
                            "no Flood of emails stops the council. A flood of emails arrive\u2026");
            text("/tune flooding save:yes");
            Topic topic = saved(FLOODING);
            assertThat(topic.mustNot()).containsEntry(Language.UNKNOWN, List.of("flood of emails"));
            assertThat(topic.examples(true)).singleElement().asString().startsWith("Flood reaches the old town. The");
            assertThat(topic.parent()).contains(new TopicId("weather"));
        }

        @Test
        void anotherModeratorsDraftIsNotMine() {
            form("/tune topic:flooding words:flood");
            Asker other = new Asker(
                    new news.lede.community.PersonKey("test", "8"),
                    Role.MODERATOR,
                    moderator.workspace(),
                    moderator.conversation(),
                    Locale.ENGLISH,
                    moderator.viewer());
            assertThat(test.text(test.desk.answer(other, "/tune flooding")))
                    .contains("A new topic", "words - flooding\n");
        }
    }

    @Test
    void aShippedTopicIsOverriddenHereAndCanBeHadBack() {
        assertThat(text("/tune Wetter")).contains("As it ships", "words - rain, storm*");
        assertThat(text("/tune weather save:yes")).contains("Nothing to save");

        text("/tune weather words:hail save:yes");

        assertThat(saved(new TopicId("weather")).words())
                .containsEntry(Language.ENGLISH, List.of("rain", "storm*"))
                .containsEntry(Language.UNKNOWN, List.of("hail"));
        assertThat(text("/tune weather")).contains("As this community defined it", "/tune weather remove:yes");
        assertThat(text("/tune weather remove:yes")).contains("As it ships again");
        assertThat(test.store.topics().of(moderator.workspace().id())).isEmpty();
        assertThat(text("/tune weather remove:yes")).contains("Not defined here");
    }

    @Test
    void aTopicOfOnesOwnIsRemovedWhole() {
        text("/tune Fähren words:ferry save:yes");
        assertThat(saved(new TopicId("fahren")).name(Language.ENGLISH)).isEqualTo("Fähren");
        assertThat(text("/tune fähren remove:yes")).contains("Removed");
        assertThat(text("/tune fähren")).contains("A new topic");
    }

    @Test
    void aDraftCanBeThrownAway() {
        assertThat(text("/tune flooding save:no")).contains("No draft");
        form("/tune flooding words:flood");
        assertThat(text("/tune flooding save:no")).contains("Draft thrown away");
        assertThat(text("/tune flooding")).contains("A new topic, not saved yet");
    }

    @Test
    void whatIsWrongIsToldWithTheCallToCorrectAndTheDraftStays() {
        form("/tune flooding words:dam");
        assertThat(text("/tune flooding words:\"river, *\" not:\"flood of emails\""))
                .contains("\"*\" cannot be looked for")
                .endsWith("What you typed, to correct: /tune flooding words:river, * not:flood of emails");
        assertThat(text("/tune flooding not:DAM")).contains("both wanted and forbidden", "/tune flooding not:DAM");
        assertThat(text("/tune flooding parent:wether")).contains("I don't know a topic \"wether\"");
        assertThat(text("/tune flooding yes:99")).contains("I don't know a story \"99\"");
        assertThat(text("/tune flooding save:perhaps")).contains("is yes or no, not \"perhaps\"");
        assertThat(text("/tune \"?!\"")).contains("cannot name a topic");
        assertThat(lines(form("/tune flooding"), "Your draft")).containsExactly("words flooding, dam");
    }

    @Test
    void threeLevelsAreRefused() {
        text("/tune storms parent:weather save:yes");
        assertThat(text("/tune hail parent:storms")).contains("Two levels at most");
        assertThat(text("/tune weather parent:economy")).contains("Two levels at most");
        assertThat(text("/tune weather parent:weather")).contains("Two levels at most");
        text("/tune storms parent:- save:yes");
        assertThat(saved(new TopicId("storms")).parent()).isEmpty();
    }

    @Test
    void aNameThatComesNearAKnownOneIsTold() {
        assertThat(text("/tune weathr")).contains("did you mean \"weather\"?");
    }

    @Test
    void tooManyWordsAreTold() {
        String words = String.join(
                ",",
                java.util.stream.IntStream.range(0, 101).mapToObj(i -> "w" + i).toList());
        assertThat(text("/tune flooding words:\"" + words + "\"")).contains("more than 100 under \"words\"");
    }
}
