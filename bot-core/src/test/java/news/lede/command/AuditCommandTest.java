package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.community.Asker;
import news.lede.community.Audit;
import news.lede.community.PersonKey;
import news.lede.community.PrivateChat;
import news.lede.community.Quotas;
import news.lede.community.Role;
import news.lede.subscription.Channel;
import news.lede.subscription.Subscription;
import news.lede.text.Language;
import news.lede.topic.TopicId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCommandTest {
    private final TestDesk test = new TestDesk();

    private Asker asker(String person, Role role) {
        Asker asker = test.asker(role, Locale.ENGLISH);
        return new Asker(
                new PersonKey("test", person),
                role,
                test.store.communities().find(asker.workspace().id()).orElseThrow(),
                asker.conversation(),
                asker.locale(),
                asker.viewer(),
                () -> new PrivateChat.None());
    }

    private Answer anna(String typed) {
        return test.desk.answer(asker("1", Role.MODERATOR), typed);
    }

    private Answer bruno(String typed) {
        return test.desk.answer(asker("2", Role.MODERATOR), typed);
    }

    private String log() {
        return test.text(anna("/audit"));
    }

    private Channel channel() {
        return test.store.subscriptions().channel(test.member().conversation().id());
    }

    @Test
    void anEmptyLogSaysWhatItWillHold() {
        assertThat(anna("/audit").title()).isEqualTo("Nothing changed yet");
        assertThat(anna("/audit undo:yes").title()).isEqualTo("Nothing to take back");
    }

    @Test
    void tellsWhatWasChangedByWhomWithBeforeAndAfterTheNewestFirst() {
        anna("/channel budget:6");
        bruno("/channel budget:8 style:compact");

        List<Listing.Line> lines =
                ((Listing) anna("/audit")).sections().getFirst().lines();

        assertThat(lines).extracting(Listing.Line::name).containsExactly("#2", "#1");
        assertThat(lines.getFirst().text()).contains("member test:2", "this place: budget 6 → 8, style card → compact");
        assertThat(lines.getLast().text()).contains("you", "this place: new (budget 6)");
    }

    @Test
    void namesWhomThePlatformNamesAndNumbersTheOthers() {
        bruno("/channel budget:6");
        anna("/grant person:3 role:moderator");
        test.desk.answer(asker("9", Role.OWNER), "/grant person:3 role:moderator");
        test.names = (_, persons) -> {
            assertThat(persons).doesNotContain(new PersonKey("test", "1"));
            return Map.of(new PersonKey("test", "2"), "Bruno of the *pier*", new PersonKey("test", "3"), "Cleo");
        };

        assertThat(log())
                .contains("member Bruno of the *pier*", "what member Cleo may", "member test:9")
                .doesNotContain("test:2", "test:3");
        assertThat(test.text(anna("/grant"))).contains("member Cleo");
    }

    @Test
    void tellsWhatWasRefusedByCommandAndOptionsButNotInTheirWords() {
        test.desk.answer(asker("3", Role.MEMBER), "/channel budget:6 mention:secret");

        assertThat(log())
                .contains("member test:3", "refused: /channel (budget, mention)")
                .doesNotContain("secret");
    }

    @Test
    void longLogsAreReadPageByPage() {
        for (int i = 1; i <= 12; i++) {
            anna("/channel budget:" + i);
        }
        Listing first = (Listing) anna("/audit");
        assertThat(first.sections().getFirst().lines()).hasSize(10);
        assertThat(first.actions()).extracting(Action::command).contains("/audit before:3");

        assertThat(((Listing) anna("/audit before:3")).sections().getFirst().lines())
                .extracting(Listing.Line::name)
                .containsExactly("#2", "#1");
    }

    @Nested
    class TakingBack {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/channel budget:6 quiet:22:00-07:00 silent:all style:headlines mention:<@&123456789012345678> crosspost:yes",
                    "/pause",
                    "/language de",
                    "/timezone Berlin",
                    "/source add coast",
                    "/source remove default",
                    "/subscribe weather when:daily at:8:00 to:here confirm:yes",
                    "/subscribe words:\"night boat\" filter:-football language:en,de least:2 to:here confirm:yes",
                    "/tune topic:flooding words:\"flood*, high water\" must:rain not:emails yes:\"The river rises\" save:yes",
                    "/tune topic:weather parent:harbour description:\"All of it\" save:yes",
                    "/grant person:8 topic:weather",
                    "/grant person:8 role:editor"
                })
        void restoresEverythingAsItWasAndCanItselfBeTakenBack(String change) {
            anna("/channel budget:9");
            String before = everything();
            anna(change);
            String after = everything();
            assertThat(after).isNotEqualTo(before);

            assertThat(anna("/audit undo:yes").title()).isEqualTo("Taken back");

            assertThat(everything()).isEqualTo(before);
            assertThat(log()).contains("taken back by #3");
        }

        /** All that a workspace set, but the numbers of subscriptions. */
        private String everything() {
            Asker asker = asker("1", Role.OWNER);
            Matters matters = new Ledger(test.newsroom(() -> test.index)).matters();
            return String.join(
                    "\n",
                    channel().toString(),
                    asker.workspace().toString(),
                    test.store.communities().followedPacks(asker.workspace().id()).stream()
                            .sorted()
                            .toList()
                            .toString(),
                    test.store.topics().of(asker.workspace().id()).toString(),
                    test.store.communities().granted(asker.workspace().id()).toString(),
                    test.store.delegations().of(asker.workspace().id()).stream()
                            .map(d -> d.person() + " " + d.charge())
                            .toList()
                            .toString(),
                    test.store.subscriptions().of(asker.workspace().id()).stream()
                            .map(SubscriptionMatter::fields)
                            .toList()
                            .toString(),
                    matters.workspace().read(asker.workspace().id(), "").toString());
        }

        @Test
        void bringsBackWhatWasEndedOrRemoved() {
            anna("/subscribe weather when:daily at:8:00 to:here confirm:yes");
            Subscription ended = subscriptions().getFirst();
            anna("/unsubscribe weather");
            anna("/tune topic:ferries words:ferry save:yes");
            anna("/tune topic:ferries remove:yes");

            anna("/audit undo:yes");
            assertThat(test.store.topics().find(test.member().workspace().id(), new TopicId("ferries")))
                    .isPresent();
            anna("/audit undo:yes");
            anna("/audit undo:yes");

            assertThat(subscriptions()).singleElement().satisfies(again -> {
                assertThat(again.wish()).isEqualTo(ended.wish());
                assertThat(again.cadence()).isEqualTo(ended.cadence());
            });
        }

        private List<Subscription> subscriptions() {
            return test.store.subscriptions().of(test.member().conversation().id());
        }

        @Test
        void goesBackThroughHistoryOneByOne() {
            anna("/channel budget:6");
            anna("/channel budget:7");
            anna("/language de");

            anna("/audit undo:yes");
            anna("/audit undo:yes");
            assertThat(channel().budget()).isEqualTo(OptionalInt.of(6));
            anna("/audit undo:yes");

            assertThat(channel().budget()).isEmpty();
            assertThat(asker("1", Role.MEMBER).workspace().language()).isEqualTo(Language.UNKNOWN);
            assertThat(anna("/audit undo:yes").title()).isEqualTo("Nothing to take back");
        }

        @Test
        void leavesAloneWhatElseWasChangedOfTheSameThing() {
            anna("/channel budget:6");
            bruno("/channel style:compact");

            anna("/audit undo:yes number:1");

            assertThat(channel().budget()).isEmpty();
            assertThat(channel().style()).isEqualTo(Channel.Style.COMPACT);
        }

        @Test
        void isRefusedWhereSomebodyChangedTheSameSince() {
            anna("/channel budget:6");
            bruno("/channel budget:8");

            Answer.Notice notice = (Answer.Notice) anna("/audit undo:yes number:1");

            assertThat(notice.title()).isEqualTo("Changed since");
            assertThat(notice.text()).contains("budget 6 → 8");
            assertThat(notice.actions()).extracting(Action::command).contains("/audit undo:yes number:2");
            assertThat(channel().budget()).isEqualTo(OptionalInt.of(8));
        }

        @Test
        void isDoneOnce() {
            anna("/channel budget:6");
            anna("/audit undo:yes number:1");

            assertThat(bruno("/audit undo:yes number:1").title()).isEqualTo("Taken back before");
            assertThat(bruno("/audit undo:yes number:77").title()).isEqualTo("Nothing to take back");
        }

        @Test
        void doesNotCoverSettledReports() {
            test.add("Rain over Norby", "Hill News", Duration.ofHours(1), "It rained.");
            test.ask("/report 1 kind:wrong");
            anna("/reports settle:1");

            assertThat(log()).contains("reports Rain over Norby: open 1 → 0");
            assertThat(anna("/audit undo:yes").title()).isEqualTo("That stays");
        }

        @Test
        void ofWhoModeratesIsForOwners() {
            test.desk.answer(asker("9", Role.OWNER), "/grant person:8 role:moderator");

            assertThat(anna("/audit undo:yes").title()).isEqualTo("For owners");
            assertThat(test.desk
                            .answer(asker("9", Role.OWNER), "/audit undo:yes number:1")
                            .title())
                    .isEqualTo("Taken back");
            assertThat(test.store
                            .communities()
                            .granted(test.member().workspace().id()))
                    .isEmpty();
        }

        @Test
        void saysSoWhereThereIsNoRoomAnyMore() {
            anna("/tune topic:ferries words:ferry save:yes");
            anna("/tune topic:ferries remove:yes");
            test.store.quotas().say(test.member().workspace().id(), Quotas.Kind.TOPICS, OptionalInt.of(0));

            assertThat(anna("/audit undo:yes").title()).isEqualTo("No longer possible");
            assertThat(test.store.topics().of(test.member().workspace().id())).isEmpty();
        }
    }

    @Nested
    class WhenTwoChangeTheSame {
        @Test
        void theSecondIsShownWhatTheFirstChanged() {
            anna("/channel budget:6 style:compact");

            assertThat(test.text(bruno("/channel budget:8")))
                    .contains("Changed meanwhile by member test:1", "(budget 6)")
                    .doesNotContain("style –");
        }

        @Test
        void nothingIsSaidOfOtherFieldsOrOldChangesOrOnesOwn() {
            anna("/channel budget:6");
            assertThat(test.text(bruno("/channel style:compact"))).doesNotContain("meanwhile");
            assertThat(test.text(anna("/channel budget:7"))).doesNotContain("meanwhile");
            test.clock.advance(Meanwhile.RECENT.plusMillis(1));
            assertThat(test.text(bruno("/channel budget:8"))).doesNotContain("meanwhile");
        }

        @Test
        void aDefinitionIsSavedOverAnotherOnlyOnceThatWasShown() {
            bruno("/tune topic:weather words:sleet");
            test.clock.advance(Duration.ofMinutes(1));
            anna("/tune topic:weather words:hail save:yes");

            Answer.Notice notice = (Answer.Notice) bruno("/tune topic:weather save:yes");
            assertThat(notice.title()).isEqualTo("Somebody was faster");
            assertThat(notice.text()).contains("member test:1", "hail");
            assertThat(words()).contains("hail").doesNotContain("sleet");

            bruno(notice.actions().getFirst().command());
            assertThat(words()).contains("sleet").doesNotContain("hail");
        }

        @Test
        void whoGoesOnWritingIsShownItToo() {
            bruno("/tune topic:weather words:sleet");
            test.clock.advance(Duration.ofMinutes(1));
            anna("/tune topic:weather words:hail save:yes");

            assertThat(test.text(bruno("/tune topic:weather words:fog"))).contains("Changed meanwhile", "hail");
        }

        private String words() {
            return test.store
                    .topics()
                    .find(test.member().workspace().id(), new TopicId("weather"))
                    .orElseThrow()
                    .words()
                    .toString();
        }
    }

    @Test
    void aForgottenPersonIsAFormerMember() {
        anna("/channel budget:6");
        test.store.audit().forget(new PersonKey("test", "1"));

        assertThat(test.text(bruno("/audit"))).contains("a former member").doesNotContain("test:1");
    }

    @Test
    void refusedTriesOfOnePersonDoNotFillTheLog() {
        for (int i = 0; i < 2 * Audit.MOST_REFUSED; i++) {
            test.desk.answer(asker("3", Role.MEMBER), "/source list");
        }
        anna("/channel budget:6");
        assertThat(((Listing) anna("/audit"))
                        .sections()
                        .getFirst()
                        .lines()
                        .getFirst()
                        .name())
                .isEqualTo("#" + (Audit.MOST_REFUSED + 1));
    }
}
