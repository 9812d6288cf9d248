package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Role;
import news.lede.community.SuggestionId;
import news.lede.community.Suggestions.Kind;
import news.lede.community.Suggestions.State;
import news.lede.community.Suggestions.Suggestion;
import news.lede.community.WorkspaceId;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.story.StoryId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SuggestCommandTest {
    private static final String PIER = "https://pier.example/feed";
    private static final String SENTENCE = "Dockers in Port Arlen stopped work on Monday over the new shift plan.";

    private final TestDesk test = new TestDesk();
    private final WorkspaceId here = test.member().workspace().id();

    private Answer.Notice moderator(String typed) {
        return (Answer.Notice) test.desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), typed);
    }

    private Answer shownToModerators() {
        return test.desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), "/suggestions");
    }

    private List<Suggestion> open() {
        return test.store.suggestions().open(here, 10);
    }

    private State state(long id) {
        return test.store
                .suggestions()
                .find(here, new SuggestionId(id))
                .orElseThrow()
                .state();
    }

    private static String feed(String title) {
        return "<rss version=\"2.0\"><channel><title>" + title + "</title><item><title>One</title><link>https://"
                + "pier.example/one</link></item></channel></rss>";
    }

    @Nested
    class GivenAMember {
        @Test
        void anArticleIsKeptWithTheNameToThankFor() {
            test.add("Dockers walk out", "Valley News", Duration.ofHours(2), SENTENCE);

            Answer.Notice notice = test.notice("/suggest " + TestDesk.link("Dockers walk out") + " name:Ada L.");

            assertThat(notice.text()).contains("Dockers walk out", "next digest");
            assertThat(notice.actions()).isEmpty();
            assertThat(open()).singleElement().satisfies(kept -> {
                assertThat(kept.kind()).isEqualTo(Kind.LINK);
                assertThat(kept.address()).isEqualTo(TestDesk.link("Dockers walk out"));
                assertThat(kept.name()).isEqualTo("Ada L.");
                assertThat(kept.conversation())
                        .isEqualTo(test.member().conversation().id());
            });
        }

        @Test
        void aFeedIsKeptAsASource() {
            test.web.put(PIER, feed("Pier News"));

            assertThat(test.notice("/suggest " + PIER).text()).contains("Pier News", "source");
            assertThat(open()).singleElement().satisfies(kept -> {
                assertThat(kept.kind()).isEqualTo(Kind.SOURCE);
                assertThat(kept.address()).isEqualTo(PIER);
                assertThat(kept.name()).isEmpty();
            });
            assertThat(test.store.sources().findByAddress(PIER)).isEmpty();
        }

        @Test
        void aHomePageMeansTheFeedItNames() {
            test.web.put(
                    "https://pier.example/",
                    "<html><head><title>The Pier</title><link rel=\"alternate\" type=\"application/rss+xml\" title=\"All\""
                            + " href=\"/feed\"></head><body>Hello</body></html>");
            test.ask("/suggest https://pier.example/");
            assertThat(open()).extracting(Suggestion::address).containsExactly(PIER);
        }

        @Test
        void whatCannotBeReadIsNotSuggested() {
            test.web.put("https://pier.example/gone", new Status(500));

            test.notice("/suggest https://pier.example/gone");
            test.notice("/suggest a nice paper");

            assertThat(open()).isEmpty();
        }

        @Test
        void theSameAgainIsToldWhatBecameOfIt() {
            test.web.put(PIER, feed("Pier News"));
            test.ask("/suggest " + PIER);
            assertThat(test.notice("/suggest " + PIER).title()).isEqualTo("Suggested already");
            moderator("/suggestions decline:1");
            assertThat(test.notice("/suggest " + PIER).title()).isEqualTo("Declined before");
        }

        @Test
        void aSourceThatIsFollowedIsNotSuggested() {
            Source pier = test.store.sources().addIfAbsent(SourceKind.FEED, PIER, "Pier News");
            test.store.communities().follow(here, pier.id());
            test.web.put(PIER, feed("Pier News"));
            assertThat(test.notice("/suggest " + PIER).title()).isEqualTo("Read already");
            assertThat(open()).isEmpty();
        }

        @Test
        void fiveMayWaitAtATime() {
            for (int i = 1; i <= 6; i++) {
                test.add("Story " + i, "Paper", Duration.ofHours(2), SENTENCE);
            }
            for (int i = 1; i <= 5; i++) {
                test.ask("/suggest " + TestDesk.link("Story " + i));
            }

            assertThat(test.notice("/suggest " + TestDesk.link("Story 6")).text())
                    .contains("5 of your suggestions");
            moderator("/suggestions accept:1");
            assertThat(test.notice("/suggest " + TestDesk.link("Story 6")).title())
                    .isEqualTo("Thanks");
        }

        @Test
        void aLongNameIsSentBack() {
            assertThat(test.notice("/suggest " + PIER + " name:" + "x".repeat(41))
                            .text())
                    .contains("40");
        }

        @Test
        void theyMayNotDecide() {
            test.add("Dockers walk out", "Valley News", Duration.ofHours(2), SENTENCE);
            test.ask("/suggest " + TestDesk.link("Dockers walk out"));

            test.ask("/suggestions accept:1");
            test.ask("/suggestions decline:1");

            assertThat(state(1)).isEqualTo(State.OPEN);
        }
    }

    @Nested
    class GivenAModerator {
        @Test
        void nothingWaitingIsSaid() {
            assertThat(moderator("/suggestions").title()).isEqualTo("Nothing suggested");
        }

        @Test
        void anArticleIsShownWithItsSentencesAndButtons() {
            StoryId story = test.add("Dockers walk out", "Valley News", Duration.ofHours(2), SENTENCE);
            test.ask("/suggest " + TestDesk.link("Dockers walk out") + " name:Ada");

            Answer.StoryCard card = (Answer.StoryCard) shownToModerators();

            assertThat(card.story().view().id()).isEqualTo(story);
            assertThat(card.story().summary().getFirst().text()).isEqualTo(SENTENCE);
            assertThat(card.footer().orElseThrow()).startsWith("Suggested by Ada");
            assertThat(card.actions())
                    .containsExactly(
                            new Action("Accept", "/suggestions accept:1", Action.Kind.CONFIRM),
                            new Action("Decline", "/suggestions decline:1", Action.Kind.CANCEL));
        }

        @Test
        void severalAreTurnedOver() {
            test.web.put(PIER, feed("Pier News"));
            test.add("Dockers walk out", "Valley News", Duration.ofHours(2), SENTENCE);
            test.ask("/suggest " + PIER);
            test.ask("/suggest " + TestDesk.link("Dockers walk out"));

            Answer.Notice first = moderator("/suggestions");

            assertThat(first.text()).contains(PIER, "a member", "1 of 2");
            assertThat(first.actions()).last().isEqualTo(new Action("Next", "/suggestions page:2", Action.Kind.MORE));
            Answer second = test.desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), "/suggestions page:2");
            assertThat(second.title()).isEqualTo("Dockers walk out");
            assertThat(second.actions()).last().isEqualTo(new Action("Back", "/suggestions page:1", Action.Kind.BACK));
        }

        @Test
        void anAcceptedSourceIsFollowed() {
            test.web.put(PIER, feed("Pier News"));
            test.ask("/suggest " + PIER);

            assertThat(moderator("/suggestions accept:1").title()).isEqualTo("Accepted");

            assertThat(state(1)).isEqualTo(State.APPROVED);
            Source pier = test.store.sources().findByAddress(PIER).orElseThrow();
            assertThat(test.store.communities().ownSources(here)).containsExactly(pier.id());
        }

        @Test
        void aSourceThatCannotBeAddedWaitsOn() {
            test.web.put(PIER, feed("Pier News"));
            test.ask("/suggest " + PIER);
            test.web.put(PIER, new Status(503));

            assertThat(moderator("/suggestions accept:1").title()).isNotEqualTo("Accepted");

            assertThat(state(1)).isEqualTo(State.OPEN);
        }

        @Test
        void anAcceptedArticleWaitsForADigestWhichMayBeMissing() {
            test.add("Dockers walk out", "Valley News", Duration.ofHours(2), SENTENCE);
            test.ask("/suggest " + TestDesk.link("Dockers walk out"));

            assertThat(moderator("/suggestions accept:1").text()).contains("Dockers walk out", "/subscribe");

            assertThat(state(1)).isEqualTo(State.APPROVED);
        }

        @Test
        void theSecondToDecideIsToldWhatTheFirstDid() {
            test.add("Dockers walk out", "Valley News", Duration.ofHours(2), SENTENCE);
            test.ask("/suggest " + TestDesk.link("Dockers walk out"));
            moderator("/suggestions decline:1");

            Answer.Notice second = moderator("/suggestions accept:1");

            assertThat(second.text()).contains("declined before");
            assertThat(state(1)).isEqualTo(State.DECLINED);
        }

        @Test
        void aNumberThatIsNoneIsUnknown() {
            assertThat(moderator("/suggestions accept:99").title()).isEqualTo("Unknown suggestion");
            assertThat(moderator("/suggestions accept:x").title()).isEqualTo("Unknown suggestion");
        }

        @Test
        void theirOwnSuggestionIsDecidedAtOnce() {
            test.add("Dockers walk out", "Valley News", Duration.ofHours(2), SENTENCE);
            assertThat(moderator("/suggest " + TestDesk.link("Dockers walk out"))
                            .actions())
                    .extracting(Action::command)
                    .containsExactly("/suggestions accept:1", "/suggestions decline:1");
        }
    }
}
