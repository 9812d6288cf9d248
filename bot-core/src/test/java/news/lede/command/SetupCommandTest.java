package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Pick;
import news.lede.community.Asker;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SetupCommandTest {
    private final SubscribeDesk test = new SubscribeDesk();

    private Answer ask(String typed) {
        return test.ask(test.moderator(), typed);
    }

    private Listing form(String typed) {
        if (ask(typed) instanceof Listing listing && listing.kind() == Listing.Kind.FORM) {
            return listing;
        }
        throw new AssertionError("no form: " + test.text(test.moderator(), typed));
    }

    private Answer.Notice notice(String typed) {
        if (ask(typed) instanceof Answer.Notice notice) {
            return notice;
        }
        throw new AssertionError("no notice: " + test.text(test.moderator(), typed));
    }

    private Channel channel() {
        return test.desk
                .store
                .subscriptions()
                .channel(test.moderator().conversation().id());
    }

    private List<Subscription> here() {
        return test.of(test.moderator());
    }

    private List<String> topics() {
        return here().stream()
                .map(s -> s.wish().subject() instanceof Subject.OfTopic(String topic) ? topic : "*")
                .toList();
    }

    private static Cadence.ByDigest digest(Subscription subscription) {
        return (Cadence.ByDigest) subscription.cadence();
    }

    private static List<String> picked(Pick pick) {
        return pick.values().stream()
                .filter(Pick.Value::picked)
                .map(Pick.Value::value)
                .toList();
    }

    @Nested
    class TheOverview {
        @Test
        void showsEveryStepWithWhatIsSetAndTheWayToIt() {
            Listing overview = form("/setup");

            assertThat(overview.title()).isEqualTo("Setting this place up");
            assertThat(overview.sections().getFirst().lines())
                    .containsExactly(
                            new Listing.Line("Language", "English, as the app says"),
                            new Listing.Line("Time zone", "UTC"),
                            new Listing.Line("Packs of sources", "2 sources"),
                            new Listing.Line("Topics", "no topics yet"),
                            new Listing.Line("Look", "the whole card"),
                            new Listing.Line("Schedule", "no topics yet · no quiet hours"),
                            new Listing.Line("Budget", "24 messages a day, as is usual"));
            assertThat(overview.actions())
                    .extracting(Action::command)
                    .containsExactly(
                            "/setup language",
                            "/setup zone",
                            "/setup packs",
                            "/setup topics",
                            "/setup style",
                            "/setup when",
                            "/setup budget",
                            "/setup preview");
        }

        @Test
        void isNotForMembers() {
            assertThat(test.ask(test.member(), "/setup").title()).isEqualTo("For moderators");
            assertThat(test.ask(test.member(), "/setup budget:1").title()).isEqualTo("For moderators");
            assertThat(channel().budget()).isEmpty();
        }
    }

    @Nested
    class EachStep {
        @Test
        void saysWhichItIsAndLeadsOnAndBack() {
            Listing step = form("/setup packs");

            assertThat(step.title()).isEqualTo("Step 3 of 7: Packs of sources");
            assertThat(step.actions())
                    .containsExactly(
                            new Action("Overview", "/setup"),
                            new Action("Time zone", "/setup zone", Action.Kind.BACK),
                            new Action("Topics", "/setup topics", Action.Kind.MORE));
        }

        @Test
        void ofTheLanguageKeepsItAndGoesOnInIt() {
            assertThat(picked(form("/setup language").picks().getFirst())).containsExactly("auto");

            Listing changed = form("/setup language:de");

            assertThat(changed.title()).isEqualTo("Schritt 1 von 7: Sprache");
            assertThat(picked(changed.picks().getFirst())).containsExactly("de");
            assertThat(test.moderator().workspace().language()).isEqualTo(new Language("de"));
        }

        @Test
        void ofTheZoneOffersTheOneThatIsSetTooWithItsTime() {
            Pick zones = form("/setup zone:Kathmandu").picks().getFirst();

            assertThat(test.moderator().workspace().zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
            assertThat(zones.values())
                    .contains(new Pick.Value("Kathmandu 17:45", "Asia/Kathmandu", "/setup zone:Asia/Kathmandu", true))
                    .contains(new Pick.Value("Berlin 14:00", "Europe/Berlin", "/setup zone:Europe/Berlin", false));
            assertThat(form("/setup zone").actions())
                    .contains(new Action("Another zone…", "/setup zone ask:zone", Action.Kind.ASK));
        }

        @Test
        void ofThePacksTicksThoseThatAreFollowedAndOffersToTakeThemBack() {
            Pick before = form("/setup packs").picks().getFirst();
            assertThat(before.several()).isTrue();
            assertThat(before.values())
                    .containsExactly(
                            new Pick.Value("News of the coast", "coast", "/setup packs:coast", false),
                            new Pick.Value("News of the valley", "valley", "/setup packs:valley", false));

            Pick after = form("/setup packs:coast").picks().getFirst();

            assertThat(after.values())
                    .contains(new Pick.Value("News of the coast", "coast", "/setup packs:-coast", true));
            form("/setup packs:valley,-coast");
            assertThat(test.desk
                            .store
                            .communities()
                            .followedPacks(test.moderator().workspace().id()))
                    .contains("valley")
                    .doesNotContain("coast");
        }

        @Test
        void ofTheTopicsSubscribesThisPlaceToADigestInTheMorning() {
            form("/setup topics:harbour");

            Subscription one = test.only(test.moderator());
            assertThat(one.wish().subject()).isEqualTo(new Subject.OfTopic("harbour"));
            assertThat(digest(one).times()).containsExactly(LocalTime.of(8, 0));
            assertThat(digest(one).days()).hasSize(7);
            assertThat(test.desk.store.subscriptions().nextDue(one.id()))
                    .contains(Instant.parse("2026-05-05T08:00:00Z"));
        }

        @Test
        void ofTheTopicsStartsWithAllNewsAndEndsWhatHasAMinus() {
            Pick topics = form("/setup topics:everything,harbour").picks().getFirst();

            assertThat(picked(topics)).containsExactly("everything", "harbour");
            assertThat(topics.values().getFirst().command()).isEqualTo("/setup topics:-everything");
            form("/setup topics:-everything,weather");
            assertThat(topics()).containsExactly("harbour", "weather");
        }

        @Test
        void ofTheStyleSetsIt() {
            Pick styles = form("/setup style:compact").picks().getFirst();

            assertThat(picked(styles)).containsExactly("compact");
            assertThat(channel().style()).isEqualTo(Channel.Style.COMPACT);
            assertThat(styles.values()).extracting(Pick.Value::value).doesNotContain("embed");
        }

        @Test
        void ofTheScheduleOffersQuietHoursAloneUntilThereIsSomethingToTell() {
            assertThat(form("/setup when").picks()).extracting(Pick::option).containsExactly("quiet");

            form("/setup topics:harbour");

            assertThat(form("/setup when").picks()).extracting(Pick::option).containsExactly("when", "at", "quiet");
            assertThat(form("/setup when:now").picks()).extracting(Pick::option).containsExactly("when", "quiet");
        }

        @Test
        void ofTheBudgetOffersTheOneThatIsSetToo() {
            Pick budgets = form("/setup budget:7").picks().getFirst();

            assertThat(picked(budgets)).containsExactly("7");
            assertThat(channel().budget()).isEqualTo(OptionalInt.of(7));
            assertThat(picked(form("/setup budget:default").picks().getFirst())).containsExactly("default");
        }

        @Test
        void everyValueCanBeTypedAndLeadsToAForm() {
            form("/setup topics:harbour");
            for (SetupStep step : SetupStep.values()) {
                if (step == SetupStep.PREVIEW) {
                    continue;
                }
                for (Pick pick : form(SetupForms.typed(step)).picks()) {
                    for (Pick.Value value : pick.values()) {
                        assertThat(Picks.chosen(pick.command(), pick.option(), List.of(value.value())))
                                .as(value.command())
                                .isPresent();
                        assertThat(ask(value.command())).as(value.command()).isInstanceOf(Listing.class);
                    }
                }
            }
        }
    }

    @Nested
    class TheSchedule {
        @Test
        void holdsForAllThatThisPlaceIsToldAndKeepsWhatIsNotNamed() {
            ask("/setup topics:harbour,weather when:weekdays at:7:30");
            assertThat(here()).allSatisfy(s -> assertThat(digest(s).days()).hasSize(5));

            form("/setup at:18:00");
            assertThat(here()).allSatisfy(s -> {
                assertThat(digest(s).days()).hasSize(5);
                assertThat(digest(s).times()).containsExactly(LocalTime.of(18, 0));
            });

            form("/setup when:daily");
            assertThat(here()).allSatisfy(s -> {
                assertThat(digest(s).days()).hasSize(7);
                assertThat(digest(s).times()).containsExactly(LocalTime.of(18, 0));
            });
        }

        @Test
        void turnsDigestsIntoMessagesAtOnceWithoutLosingFilterOrPause() {
            ask("/subscribe harbour filter:strike when:daily to:here confirm:yes");
            Subscription before = test.only(test.moderator());
            Instant until = Instant.parse("2026-05-10T00:00:00Z");
            test.desk.store.subscriptions().pause(before.id(), Optional.of(until));

            form("/setup when:now");

            Subscription after = test.only(test.moderator());
            assertThat(after.cadence()).isEqualTo(new Cadence.Instantly());
            assertThat(after.wish()).isEqualTo(before.wish());
            assertThat(after.pausedUntil()).contains(until);
        }

        @Test
        void isThatOfTheOthersForATopicThatIsAdded() {
            ask("/setup topics:harbour when:weekly at:9");
            form("/setup topics:weather");

            assertThat(here())
                    .extracting(Subscription::cadence)
                    .hasSize(2)
                    .allMatch(here().getFirst().cadence()::equals);
        }

        @Test
        void cannotBeSetWhereNothingIsTold() {
            assertThat(notice("/setup when:daily").title()).isEqualTo("Nothing to tell yet");
        }

        @Test
        void leavesOtherPlacesAsTheyAre() {
            Asker alone = test.alone();
            test.ask(alone, "/setup topics:weather when:weekly");
            Subscription own = test.only(alone);

            form("/setup topics:harbour when:now");

            assertThat(test.only(alone)).isEqualTo(own);
        }
    }

    @Nested
    class OneCall {
        @Test
        void setsEverythingAndShowsItInShort() {
            Listing all = form("/setup language:en zone:Berlin packs:coast topics:harbour,weather style:headlines "
                    + "when:daily at:8:00,18:00 quiet:22-7 budget:6");

            assertThat(all.title()).isEqualTo("Saved. How this place is set up now");
            assertThat(all.sections().getFirst().lines())
                    .extracting(Listing.Line::text)
                    .containsExactly(
                            "English",
                            "Europe/Berlin",
                            "News of the coast · 4 sources",
                            "Harbours and ships and Weather",
                            "headlines alone",
                            "every day at 08:00 and 18:00 (Europe/Berlin) · quiet from 22:00 to 07:00",
                            "6 messages a day");
        }

        @Test
        void changesNothingOfWhatItDoesNotName() {
            ask("/setup language:de zone:Berlin packs:coast topics:harbour style:compact when:now quiet:22-7 budget:6");
            ask("/channel silent:all");

            form("/setup budget:9");
            form("/setup style:headlines");
            form("/setup zone:Lissabon".replace("Lissabon", "Lisbon"));

            assertThat(channel().quiet()).contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
            assertThat(channel().silence()).isEqualTo(Channel.Silence.ALL);
            assertThat(channel().budget()).isEqualTo(OptionalInt.of(9));
            assertThat(channel().style()).isEqualTo(Channel.Style.HEADLINES);
            assertThat(test.moderator().workspace().language()).isEqualTo(new Language("de"));
            assertThat(test.moderator().workspace().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
            assertThat(topics()).containsExactly("harbour");
        }

        @Test
        void changesNothingWhereAPartOfItIsWrong() {
            for (String wrong : List.of(
                    "language:klingon",
                    "zone:Nowhere",
                    "packs:cost",
                    "packs:coast,-",
                    "topics:harbour,blah",
                    "topics:harbour when:daily at:25:00",
                    "quiet:always",
                    "budget:1000")) {
                assertThat(ask("/setup language:de budget:3 " + wrong).title())
                        .as(wrong)
                        .isNotBlank();
                assertThat(ask("/setup language:de zone:Berlin packs:valley style:compact " + wrong))
                        .as(wrong)
                        .isInstanceOf(Answer.Notice.class);
            }
            assertThat(test.moderator().workspace().spoken()).isEmpty();
            assertThat(test.moderator().workspace().zone()).isEqualTo(ZoneOffset.UTC);
            assertThat(channel().budget()).isEmpty();
            assertThat(here()).isEmpty();
        }

        @Test
        void offersThePackOrTopicThatWasMeant() {
            assertThat(notice("/setup packs:cost").actions())
                    .containsExactly(new Action("coast", "/setup packs:coast"));
            assertThat(notice("/setup topics:harbor").actions())
                    .containsExactly(new Action("harbour", "/setup topics:harbour"));
            assertThat(notice("/setup packs:mountains").text()).contains("coast and valley");
        }

        @Test
        void doesNothingTwice() {
            form("/setup topics:harbour packs:coast");
            List<Subscription> before = here();
            form("/setup topics:harbour packs:coast");

            assertThat(here()).isEqualTo(before);
        }
    }

    @Nested
    class TheLedger {
        private List<String> changes() {
            return test.desk.store.audit().latest(test.moderator().workspace().id(), OptionalLong.empty(), 50).stream()
                    .map(e -> e.change().action() + " " + e.change().was() + " "
                            + e.change().became())
                    .toList();
        }

        @Test
        void hasEveryChangeOnce() {
            form("/setup language:de packs:coast topics:harbour budget:6");
            form("/setup packs:-coast topics:-harbour");

            assertThat(changes()).hasSize(6);
            assertThat(changes()).anyMatch(c -> c.equals("channel {} {budget=6}"));
            assertThat(changes()).anyMatch(c -> c.equals("workspace {} {language=de}"));
        }

        @Test
        void hasNothingWhereNothingChanged() {
            form("/setup budget:6");
            int before = changes().size();
            form("/setup budget:6");
            form("/setup");

            assertThat(changes()).hasSize(before);
        }
    }
}
