package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.article.Article;
import news.lede.community.Asker;
import news.lede.community.Conversation;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.source.Source;
import news.lede.story.Change;
import news.lede.story.Proof;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinceCommandTest {
    private static final String PORT = "Dockers walk out";

    private final TestDesk test = new TestDesk();
    private StoryId port = new StoryId(0);

    @BeforeEach
    void aStoryOfYesterday() {
        test.clock.set(TestDesk.NOW.minus(Duration.ofHours(30)));
        port = test.add(PORT, "Quay News", Duration.ofHours(31), "The dockers walked out.");
        test.clock.set(TestDesk.NOW);
    }

    private Optional<Instant> mark() {
        return mark(test.member());
    }

    private Optional<Instant> mark(Asker asker) {
        return test.store.looks().last(asker.conversation().id(), asker.person(), test.clock.instant());
    }

    private void look() {
        test.ask("/since");
        test.clock.advance(Duration.ofHours(2));
    }

    private Article article(StoryId story) {
        return test.views.view(story, test.member().viewer()).orElseThrow().newest();
    }

    private static Proof proof(Article article) {
        return new Proof(article.id(), 0, 0, article.text());
    }

    private List<String> reasons(String typed, StoryId story) {
        return test.list(typed).stories().stream()
                .filter(item -> item.view().id().equals(story))
                .findFirst()
                .orElseThrow()
                .reasons();
    }

    @Nested
    class TheFirstTime {
        @Test
        void tellsTheLastDayAndThatItIsRememberedFromNowOn() {
            test.clock.set(TestDesk.NOW.minus(Duration.ofHours(20)));
            StoryId rain = test.add("Rain", "Mill News", Duration.ofHours(20), "It rains.");
            test.clock.set(TestDesk.NOW);
            Answer.StoryList list = test.list("/since");
            assertThat(list.stories()).extracting(item -> item.view().id()).containsExactly(rain);
            assertThat(list.title()).isEqualTo("What changed in the last 24 hours");
            assertThat(list.stories().getFirst().reasons()).containsExactly("new");
            assertThat(list.footer())
                    .contains("From now on I remember when you look here. The last 24 hours: 1 new story.");
            assertThat(mark()).contains(TestDesk.NOW);
        }

        @Test
        void saysSoWhenThereWasNothing() {
            assertThat(test.notice("/since").text()).startsWith("From now on I remember when you look here");
            assertThat(mark()).contains(TestDesk.NOW);
        }
    }

    @Nested
    class Afterwards {
        @BeforeEach
        void lookOnce() {
            look();
        }

        @Test
        void nothingIsToldWithTheTimeOfTheLastLook() {
            assertThat(test.notice("/since").text())
                    .isEqualTo(
                            "You last looked 2 hours ago. No story here has changed since then, and none was added.");
        }

        @Test
        void aStoryThatGrewTellsByHowMany() {
            test.join(port, "Walkout", "Mill News", Duration.ofHours(-1), "Nobody works.");
            test.join(port, "Port stands still", "The Harbour Post", Duration.ofHours(-1), "All is quiet.");
            test.join(port, "Port silent", "Harbour Radio", Duration.ofHours(-1), "All is very quiet.");
            Answer.StoryList list = test.list("/since");
            assertThat(list.title()).isEqualTo("What changed since you last looked");
            assertThat(reasonsOf(list)).containsExactly("2 more independent publishers");
            assertThat(list.footer()).contains("You last looked 2 hours ago. Since then: 1 that grew.");
        }

        @Test
        void anotherArticleOfTheSamePublisherIsOneArticleMore() {
            test.join(port, "Walkout goes on", "Quay News", Duration.ofHours(-1), "Nobody works.");
            assertThat(reasons("/since", port)).containsExactly("1 more article");
        }

        @Test
        void whatARevisionBroughtIsToldInWords() {
            test.join(
                    port,
                    "Walkout",
                    "Mill News",
                    Duration.ofHours(-1),
                    "Some 400 dockers walked out after Mara Lind had left.");
            Article mill = article(port);
            test.store
                    .stories()
                    .describe(
                            port,
                            2,
                            true,
                            List.of(
                                    new Change.NewFigure("400 dockers", "", Optional.empty(), proof(mill)),
                                    new Change.NewPerson("Mara Lind", proof(mill)),
                                    new Change.NewSource()));
            assertThat(reasons("/since", port))
                    .containsExactly(
                            "1 more independent publisher",
                            "new figure: 400 dockers; named for the first time: Mara Lind");
        }

        @Test
        void whatSomebodyInvisibleSaidBeforeIsNotTold() {
            test.join(port, test.foreign(), "Secret", "Foreign Feed", Duration.ofHours(5), "Some 300 dockers.");
            test.join(port, "Walkout", "Mill News", Duration.ofHours(-1), "Some 400 dockers walked out.");
            Article mill = article(port);
            Change.NewFigure figure = new Change.NewFigure(
                    "400 dockers",
                    "",
                    Optional.of(new Change.Earlier(
                            "300 dockers",
                            new Proof(
                                    test.store
                                            .stories()
                                            .find(port)
                                            .orElseThrow()
                                            .members()
                                            .get(1),
                                    0,
                                    0,
                                    "Some 300 dockers."))),
                    proof(mill));
            test.store.stories().describe(port, 3, true, List.of(figure));
            assertThat(reasons("/since", port))
                    .containsExactly("1 more independent publisher", "new figure: 400 dockers");
        }

        @Test
        void aCorrectionIsToldThoughNothingJoined() {
            Article quay = article(port);
            test.store
                    .stories()
                    .revise(
                            port,
                            quay.id(),
                            true,
                            List.of(new Change.HeadlineChanged("Dockers strike", PORT)),
                            test.clock.instant());
            Answer.StoryList list = test.list("/since");
            assertThat(reasonsOf(list))
                    .singleElement()
                    .asString()
                    .startsWith("Quay News: headline changed from")
                    .containsSubsequence("Dockers strike", PORT);
            assertThat(list.footer().orElseThrow()).endsWith("Since then: 1 that was corrected.");
        }

        @Test
        void whatOnlyOthersSeeIsNoChange() {
            Source foreign = test.foreign();
            test.add(foreign, "Secret", "Foreign Feed", Duration.ofHours(-1), "A secret.");
            test.join(port, foreign, "More secrets", "Foreign Feed", Duration.ofHours(-1), "Secrets on dockers.");
            assertThat(test.notice("/since").title()).isEqualTo("Nothing changed");
        }

        @Test
        void materialNewsOfKnownStoriesComeBeforeNewStories() {
            StoryId fresh = test.add("Rain", "Mill News", Duration.ofHours(-2), "It rains.");
            test.join(fresh, "It rains", "Quay News", Duration.ofHours(-2), "Rain everywhere.");
            test.join(fresh, "Wet day", "The Harbour Post", Duration.ofHours(-2), "Wet streets.");
            test.join(port, "Walkout", "Mill News", Duration.ofHours(-1), "Some 400 dockers walked out.");
            assertThat(test.list("/since").stories())
                    .extracting(item -> item.view().id())
                    .containsExactly(fresh, port);
            test.store.stories().describe(port, 2, true, List.of());
            assertThat(later().stories()).extracting(item -> item.view().id()).containsExactly(port, fresh);
        }

        /** As somebody else who looked at the same time sees it. */
        private Answer.StoryList later() {
            Asker other = person("8");
            test.store.looks().looked(other.conversation().id(), other.person(), TestDesk.NOW);
            return (Answer.StoryList) test.desk.answer(other, "/since");
        }

        @Test
        void lookingMovesTheMark() {
            test.add("Rain", "Mill News", Duration.ofHours(-2), "It rains.");
            assertThat(test.list("/since").stories()).hasSize(1);
            assertThat(mark()).contains(TestDesk.NOW.plus(Duration.ofHours(2)));
            assertThat(test.notice("/since").title()).isEqualTo("Nothing changed");
        }

        @Test
        void turningPagesDoesNotMoveTheMarkAndStaysWithinTheLook() {
            for (int i = 0; i < 3; i++) {
                test.add("Note " + i, "Mill News", Duration.ofMinutes(-119 + i), "A short note " + i + ".");
            }
            Answer.StoryList first = test.list("/since count:2");
            Instant looked = test.clock.instant();
            Action more = first.actions().getFirst();
            assertThat(more.command()).startsWith("/since 2 page:2 span:").hasSizeLessThan(60);

            test.clock.advance(Duration.ofMinutes(5));
            test.add("Too late", "Mill News", Duration.ofMinutes(-125), "A late note.");
            Answer.StoryList second = test.list(more.command());
            assertThat(second.stories())
                    .singleElement()
                    .satisfies(item -> assertThat(first.stories())
                            .noneMatch(other ->
                                    other.view().id().equals(item.view().id())));
            assertThat(second.stories().getFirst().view().title()).startsWith("Note ");
            assertThat(mark()).contains(looked);
            assertThat(test.list("/since").stories().getFirst().view().title()).isEqualTo("Too late");
        }

        @Test
        void aMonthLaterItBeginsAnew() {
            test.clock.advance(Duration.ofDays(31));
            assertThat(test.notice("/since").text()).startsWith("From now on I remember");
        }

        private List<String> reasonsOf(Answer.StoryList list) {
            return list.stories().getFirst().reasons();
        }
    }

    private Asker person(String id) {
        Asker member = test.member();
        return new Asker(
                new PersonKey("test", id),
                Role.MEMBER,
                member.workspace(),
                member.conversation(),
                Locale.ENGLISH,
                member.viewer());
    }

    @Test
    void everybodyHasAMarkOfTheirOwnInEachConversation() {
        look();
        assertThat(mark(person("8"))).isEmpty();
        Asker member = test.member();
        Conversation elsewhere = test.store
                .communities()
                .conversation(member.workspace().id(), new Place("test", "2", Optional.empty()));
        assertThat(mark(new Asker(
                        member.person(),
                        member.role(),
                        member.workspace(),
                        elsewhere,
                        member.locale(),
                        member.viewer())))
                .isEmpty();
        assertThat(mark()).isPresent();
    }

    @Test
    void aLookThatFailedIsNone() {
        look();
        Instant before = mark().orElseThrow();
        test.add("Rain", "Mill News", Duration.ofHours(-2), "It rains.");
        CommandDesk broken = new CommandDesk(test.newsroom(() -> test.index, new StoryRanking(() -> {
            throw new IllegalStateException("no publishers to be had");
        })));
        assertThat(broken.answer(test.member(), "/since").title()).isEqualTo("Something went wrong");
        assertThat(mark()).contains(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/since span:x", "/since span:1-2-3", "/since span:ABC-DEF-"})
    void aSpanNoButtonOfOursWroteIsRefused(String typed) {
        assertThat(test.notice(typed).title()).isEqualTo("This button is too old");
        assertThat(mark()).isEmpty();
    }
}
