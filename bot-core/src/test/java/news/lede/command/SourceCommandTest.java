package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.community.Asker;
import news.lede.community.Quotas;
import news.lede.community.Role;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCommandTest {
    private static final String PIER = "https://pier.example/feed";

    private final TestDesk test = new TestDesk();

    SourceCommandTest() {
        test.web.put(PIER, feed("Pier News"));
    }

    private static String feed(String title) {
        return "<rss version=\"2.0\"><channel><title>" + title
                + "</title><item><title>Ferry sails</title></item></channel></rss>";
    }

    private Asker moderator() {
        return test.asker(Role.MODERATOR, Locale.ENGLISH);
    }

    private Answer ask(String typed) {
        return test.desk.answer(moderator(), typed);
    }

    private Answer.Notice notice(String typed) {
        if (ask(typed) instanceof Answer.Notice notice) {
            return notice;
        }
        throw new AssertionError(test.text(ask(typed)));
    }

    private Listing listing(String typed) {
        if (ask(typed) instanceof Listing listing) {
            return listing;
        }
        throw new AssertionError(test.text(ask(typed)));
    }

    private List<String> commands(Answer answer) {
        return answer.actions().stream().map(Action::command).toList();
    }

    private Optional<Source> at(String address) {
        return test.store.sources().findByAddress(address);
    }

    private PollState polled(SourceId source, int failures) {
        return new PollState(
                source,
                PollState.Known.NOTHING,
                Optional.of(TestDesk.NOW.plusSeconds(60)),
                Optional.of(TestDesk.NOW.minusSeconds(120)),
                Optional.of(TestDesk.NOW.minusSeconds(300)),
                failures,
                Optional.empty(),
                PollState.Pace.UNKNOWN,
                Optional.empty(),
                "read");
    }

    @Nested
    class GivenAnAddress {
        @Test
        void aFeedIsTriedAndFollowedUnderItsTitle() {
            Answer.Notice notice = notice("/source add " + PIER);

            assertThat(notice.title()).isEqualTo("Followed from now on");
            assertThat(notice.text()).startsWith("Pier News (https://pier.example/feed) is followed here");
            assertThat(at(PIER)).map(Source::title).contains("Pier News");
            assertThat(test.member().viewer().sources())
                    .contains(at(PIER).orElseThrow().id());
            assertThat(test.web.asked()).containsExactly(PIER);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/source add source:" + PIER,
                    "/source add link:" + PIER,
                    "/source source:" + PIER + " action:add",
                    "/source ADD <" + PIER + ">",
                    "/source add pier.example/feed"
                })
        void itMayBeWrittenInManyWays(String typed) {
            assertThat(notice(typed).title()).isEqualTo("Followed from now on");
        }

        @Test
        void addingItAgainSaysSoAndAsksNobody() {
            ask("/source add " + PIER);
            test.store.pollStates().save(polled(at(PIER).orElseThrow().id(), 0));

            assertThat(notice("/source add " + PIER).title()).isEqualTo("Followed already");
            assertThat(test.web.asked()).hasSize(1);
        }

        @Test
        void aPageWithOneFeedMeansThatFeed() {
            test.web.put(
                    "https://pier.example/",
                    "<html><link rel=alternate type=application/rss+xml href=/feed><p>Hello</p></html>");

            assertThat(notice("/source add https://pier.example/").text()).startsWith("Pier News");
            assertThat(at("https://pier.example/")).isEmpty();
            assertThat(at(PIER)).isPresent();
        }

        @Test
        void aPageWithSeveralFeedsLetsTheModeratorChoose() {
            test.web.put("https://pier.example/", """
                    <html><link rel=alternate type=application/rss+xml title="News" href=/feed>
                    <link rel=alternate type=application/rss+xml title="Sport" href=/sport></html>
                    """);

            Answer.Notice notice = notice("/source add https://pier.example/");

            assertThat(notice.text()).isEqualTo("pier.example has 2 feeds. Choose one:");
            assertThat(notice.actions())
                    .containsExactly(
                            new Action("News", "/source add https://pier.example/feed"),
                            new Action("Sport", "/source add https://pier.example/sport"));
            assertThat(test.store.sources().all()).hasSize(1);
        }

        @Test
        void aPageWithoutAFeedCanBeFollowedItself() {
            test.web.put("https://pier.example/", "<html><title>The Pier</title><p>Hello</p></html>");

            Answer.Notice notice = notice("/source add https://pier.example/");

            assertThat(notice.title()).isEqualTo("A page without a feed");
            assertThat(commands(notice)).containsExactly("/source page https://pier.example/");
            assertThat(notice(commands(notice).getFirst()).text()).startsWith("The Pier (https://pier.example/)");
            assertThat(at("https://pier.example/")).map(Source::kind).contains(SourceKind.PAGE);
        }

        @Test
        void aPageWhoseOnlyFeedIsBrokenSaysSo() {
            test.web.put(
                    "https://mill.example/",
                    "<html><link rel=alternate type=application/rss+xml href=/gone><p>Hello</p></html>");

            assertThat(notice("/source add https://mill.example/").title()).isEqualTo("The feed cannot be read");
        }

        @Test
        void aRefusedOneIsToldWhy() {
            test.web.put(
                    "http://127.0.0.1/feed",
                    new Refused(Refusal.PRIVATE_ADDRESS, java.net.URI.create("http://127.0.0.1/feed")));

            assertThat(notice("/source add http://127.0.0.1/feed").title()).isEqualTo("Not on the public internet");
            assertThat(test.store.sources().all()).hasSize(1);
        }

        @Test
        void oneThatAnswersBadlyIsToldWhy() {
            test.web.put("https://mill.example/feed", new Status(404));
            test.web.put("https://mill.example/words", "Just words.");

            assertThat(notice("/source add https://mill.example/feed").title()).isEqualTo("Nothing there");
            assertThat(notice("/source add https://mill.example/words").title()).isEqualTo("Not a feed");
            assertThat(notice("/source add ftp://mill.example/feed").title()).isEqualTo("Not a web address");
            Answer.Notice secret = notice("/source add https://ada:secret@mill.example/feed");
            assertThat(secret.title()).isEqualTo("Address with a password");
            assertThat(test.text(secret)).doesNotContain("secret");
        }

        @Test
        void tooManyTriesHaveToWait() {
            for (int i = 0; i < 20; i++) {
                notice("/source add https://nothing" + i + ".example/");
            }

            assertThat(notice("/source add " + PIER).title()).isEqualTo("A moment, please");
            assertThat(test.web.asked()).hasSize(20);

            test.clock.advance(Duration.ofMinutes(10));
            assertThat(notice("/source add " + PIER).title()).isEqualTo("Followed from now on");
        }

        @Test
        void nobodyFollowsMoreThanTheLimit() {
            for (int i = 0; i < test.limits.forAll(Quotas.Kind.SOURCES); i++) {
                test.following
                        .follows()
                        .follow(moderator().workspace().id(), SourceKind.FEED, "https://s" + i + ".example/", "S" + i);
            }

            assertThat(notice("/source add " + PIER).text()).contains("200 sources of its own");
        }
    }

    @Nested
    class GivenAPack {
        @Test
        void itIsFollowedByItsName() {
            Answer.Notice notice = notice("/source add coast");

            assertThat(notice.text()).startsWith("The pack coast (News of the coast) is followed here");
            assertThat(notice.text()).contains("2 sources");
            assertThat(test.member().viewer().sources()).hasSize(3);
            assertThat(notice("/source add \"pack:Coast\"").title()).isEqualTo("Followed already");
        }

        @Test
        void itIsRemovedByItsName() {
            ask("/source add coast");

            Answer.Notice notice = notice("/source remove coast");

            assertThat(notice.title()).isEqualTo("No longer followed");
            assertThat(commands(notice)).containsExactly("/source add coast");
            assertThat(test.member().viewer().sources()).hasSize(1);
        }

        @Test
        void aMistypedOneIsGuessedAndAnUnknownOneToldWithThoseThereAre() {
            assertThat(commands(notice("/source add caost"))).containsExactly("/source add coast");
            assertThat(notice("/source add mountains").text()).contains("coast, valley, and default");
        }

        @Test
        void aSourceOfItGoesOnlyWithIt() {
            ask("/source add coast");

            Answer.Notice notice = notice("/source remove Pier News");

            assertThat(notice.title()).isEqualTo("Part of a pack");
            assertThat(commands(notice)).containsExactly("/source remove coast");
        }
    }

    @Nested
    class GivenASourceToRemove {
        @Test
        void itIsKnownByTitleAddressOrPartOfItsTitle() {
            for (String name : List.of("Pier News", PIER, "pier")) {
                ask("/source add " + PIER);

                assertThat(notice("/source remove " + name).text())
                        .startsWith("Pier News is not followed here any more");
                assertThat(at(PIER)).isEmpty();
            }
        }

        @Test
        void theUnknownIsToldWithWhatComesNear() {
            assertThat(notice("/source remove Pier News").text()).contains("These can be removed: default");
            ask("/source add " + PIER);

            assertThat(notice("/source remove Peir News").text()).contains("Did you mean \"Pier News\"?");
            assertThat(notice("/source remove Mountain Post").text())
                    .contains("default")
                    .contains("Pier News");
        }

        @Test
        void whatOthersFollowCannotBeSeenOrRemoved() {
            test.foreign();

            assertThat(notice("/source remove Foreign Feed").text()).contains("is not followed here");
            assertThat(test.text(ask("/sources"))).doesNotContain("Foreign");
        }
    }

    @Nested
    class GivenAWrongCall {
        @Test
        void membersMayNotButMaySeeTheSources() {
            assertThat(test.notice("/source list").title()).isEqualTo("For moderators");
            assertThat(test.ask("/sources")).isInstanceOf(Listing.class);
        }

        @Test
        void whatToDoIsExplained() {
            assertThat(notice("/source").text()).contains("action");
            assertThat(notice("/source drop x").text()).contains("add, page, remove or list, but not \"drop\"");
            assertThat(notice("/source add").title()).isEqualTo("Which source?");
        }
    }

    @Nested
    class GivenSourcesToShow {
        @Test
        void ownOnesComeFirstThenEachPackWithHowTheyAreDoing() {
            ask("/source add coast");
            ask("/source add " + PIER);
            SourceId own = at(PIER).orElseThrow().id();
            test.store.pollStates().save(polled(own, 0));
            Source packed = test.store.sources().inPack("coast").getFirst();
            test.store.pollStates().save(polled(packed.id(), 2));

            assertThat(test.text(ask("/sources"))).isEqualTo("""
                            4 sources are followed here

                            Followed by this community alone
                            Pier News - pier.example, answered 5 minutes ago

                            Pack coast: News of the coast
                            Pier News - pier.news.example, no usable answer the last 2 times; last good answer 5 minutes ago
                            Quay News - quay.news.example, not asked yet

                            From whoever runs me
                            Imported - handed in as files

                            More to follow: valley. /source add PACK follows one of them.""");
            assertThat(test.text(ask("/source list"))).isEqualTo(test.text(ask("/sources")));
        }

        @Test
        void eventsGiveTheWords() {
            ask("/source add " + PIER);
            SourceId own = at(PIER).orElseThrow().id();
            test.store.pollStates().save(polled(own, 9));
            test.store
                    .sourceEvents()
                    .record(new SourceEvent(own, TestDesk.NOW, SourceEvent.Kind.DEAD, "no answer for a week"));

            assertThat(test.text(ask("/sources")))
                    .contains("has not answered for long; last good answer 5 minutes ago");
        }

        @Test
        void aLongListIsTurnedPageByPage() {
            for (int i = 10; i < 40; i++) {
                test.following
                        .follows()
                        .follow(moderator().workspace().id(), SourceKind.FEED, "https://s" + i + ".example/", "S" + i);
            }

            Listing first = listing("/sources");
            Listing last = listing("/sources page:3");

            assertThat(first.sections().getFirst().lines()).hasSize(15);
            assertThat(commands(first)).containsExactly("/sources 2");
            assertThat(last.sections()).extracting(s -> s.lines().size()).containsExactly(1);
            assertThat(commands(last)).containsExactly("/sources 2");
            assertThat(notice("/sources page:4").title()).isEqualTo("No more");
            assertThat(commands(listing("/source list"))).containsExactly("/source list page:2");
        }

        @Test
        void whoFollowsNothingIsOfferedPacks() {
            ask("/source remove default");

            Answer.Notice notice = notice("/sources");

            assertThat(notice.title()).isEqualTo("No sources");
            assertThat(commands(notice))
                    .containsExactly("/source add coast", "/source add valley", "/source add default");
            assertThat(test.notice("/sources").actions()).isEmpty();
        }
    }

    @Test
    void whatCanBeFollowedIsCompleted() {
        ask("/source add " + PIER);

        assertThat(test.desk.complete(moderator(), "source", "source", "co"))
                .extracting(Choice::value)
                .containsExactly("coast");
        assertThat(test.desk.complete(moderator(), "source", "source", "pier"))
                .extracting(Choice::value)
                .containsExactly("Pier News");
        assertThat(test.desk.complete(moderator(), "source", "action", ""))
                .extracting(Choice::value)
                .containsExactly("add", "page", "remove", "list");
        assertThat(test.desk.complete(test.member(), "source", "source", "co")).isEmpty();
    }

    @Test
    void everythingIsSaidInGermanToo() {
        Asker german = test.asker(Role.MODERATOR, Locale.GERMAN);

        assertThat(test.text(test.desk.answer(german, "/source add " + PIER))).contains("wird hier ab jetzt gefolgt");
        assertThat(test.text(test.desk.answer(german, "/sources"))).contains("Nur dieser Gemeinschaft");
    }
}
