package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Option;
import news.lede.community.Introduction;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.discord.server.Asked;
import news.lede.discord.server.Faults.Fault;
import news.lede.discord.server.Person;
import news.lede.discord.server.Scene;
import news.lede.discord.server.Shown;
import news.lede.subscription.Channel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter and the real JDA against the local server, which refuses what Discord refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscordAdapterTest {
    private Rig rig;

    @BeforeAll
    void connect() throws IOException {
        rig = Rig.connected();
    }

    @AfterAll
    void leave() throws IOException {
        rig.close();
    }

    @AfterEach
    void nothingWasWrong() {
        rig.desk.before(q -> {});
        rig.server.faults().clear();
        assertThat(rig.server.traffic().violations()).isEmpty();
        assertThat(rig.server.unanswered()).isEmpty();
    }

    private Shown shown(Asked asked) {
        return asked.awaitMessage(Rig.SOON);
    }

    @Nested
    class GivenTheBotHasConnected {
        @Test
        void thenEveryCommandOfTheCoreIsRegisteredInItsLanguages() {
            for (CommandSpec spec : CommandSpecs.ALL) {
                JsonNode command = registered(spec.name());
                assertThat(command.path("description").asText()).isEqualTo(spec.description(Locale.ENGLISH));
                assertThat(command.path("description_localizations").path("de").asText())
                        .isEqualTo(spec.description(Locale.GERMAN));
                assertThat(command.path("options")
                                .valueStream()
                                .map(o -> o.path("name").asText()))
                        .containsExactlyElementsOf(
                                spec.options().stream().map(Option::name).toList());
            }
            assertThat(registered("Find related coverage").path("type").asInt()).isEqualTo(3);
            assertThat(registered("Summarise links")
                            .path("name_localizations")
                            .path("de")
                            .asText())
                    .isEqualTo("Links zusammenfassen");
        }

        private JsonNode registered(String name) {
            return Filled.registered(rig.server, name);
        }

        @Test
        void thenItTellsSo() {
            assertThat(rig.adapter.status()).isEqualTo(new DiscordStatus.Connected("lede"));
        }
    }

    @Nested
    class GivenSomebodyAsks {
        @ParameterizedTest
        @EnumSource(Scene.Where.class)
        void whenWithEveryCommand_thenEachIsAnswered(Scene.Where where) {
            Scene scene = switch (where) {
                case SERVER -> rig.server.inServer();
                case DIRECT_MESSAGE -> rig.server.inDirectMessage();
                case FOREIGN_SERVER -> rig.server.inForeignServer();
            };
            // What moderators do is not offered to guests.
            List<CommandSpec> offered = CommandSpecs.ALL.stream()
                    .filter(s -> where != Scene.Where.FOREIGN_SERVER || s.role() == Role.MEMBER)
                    .toList();
            for (CommandSpec spec : offered) {
                Shown shown = shown(scene.command(spec.name(), Filled.required(rig.server, spec.name())));
                assertThat(shown.asSeen(PaperDesk.NOW)).isNotBlank();
            }
        }

        @Test
        void whenForStories_thenAllSeeThem_andANoticeIsForTheAskerAlone() {
            assertThat(shown(rig.server.inServer().command("latest", Map.of())).ephemeral())
                    .isFalse();
            assertThat(shown(rig.server.inServer().command("start", Map.of())).ephemeral())
                    .isTrue();
        }

        @Test
        void whenInGerman_thenTheAnswerIsGerman() {
            Shown shown = shown(rig.server.inServer().speaking("de").command("latest", Map.of()));
            assertThat(shown.asSeen(PaperDesk.NOW)).doesNotContain("Latest");
            assertThat(rig.introduced.getLast().locale()).hasValue(Locale.GERMAN);
        }

        @Test
        void whenInAServer_thenAsItsWorkspace() {
            shown(rig.server.inServer().command("latest", Map.of("count", "3")));

            Introduction introduced = rig.introduced.getLast();
            assertThat(introduced.workspaceKey()).isEqualTo("guild:100");
            assertThat(introduced.workspaceTitle()).isEqualTo("Harbour Town");
            assertThat(introduced.person()).hasToString("discord:301");
            assertThat(introduced.place()).isEqualTo(new Place("discord", "200", Optional.empty()));
            Introduction.Private alone = introduced.privately().orElseThrow();
            assertThat(alone.place()).isEqualTo(new Place("discord", "user:301", Optional.empty()));
            assertThat(alone.workspaceKey()).isEqualTo("user:301");
            assertThat(alone.theyBegin()).isFalse();
            assertThat(introduced.role()).isEqualTo(Role.MEMBER);
            assertThat(rig.desk.questions().getLast().options()).containsExactly(Map.entry("count", "3"));
        }

        @Test
        void whenTheyMayManageTheServer_thenThatIsTold() {
            shown(rig.server.inServer().as(Person.manager("302", "mo")).command("topics", Map.of()));
            assertThat(rig.introduced.getLast().role()).isEqualTo(Role.MODERATOR);
        }

        @Test
        void whenInADirectMessage_thenAsTheirOwnWorkspace() {
            shown(rig.server.inDirectMessage().command("latest", Map.of()));
            assertThat(rig.introduced.getLast().workspaceKey()).isEqualTo("user:301");
            assertThat(rig.introduced.getLast().place().chat()).isEqualTo("user:301");
        }

        @Test
        void whenWhereTheBotIsNotAMember_thenAsTheirOwnWorkspaceWithoutRights() {
            shown(rig.server.inForeignServer().as(Person.manager("302", "mo")).command("latest", Map.of()));
            assertThat(rig.introduced.getLast().workspaceKey()).isEqualTo("user:302");
            assertThat(rig.introduced.getLast().place().chat()).isEqualTo("user:302");
            assertThat(rig.introduced.getLast().role()).isEqualTo(Role.MEMBER);
        }

        @Test
        void whenTyping_thenAtMost25ChoicesAreOfferedWithinTheirLength() {
            List<String> choices =
                    rig.server.inServer().complete("topic", "topic", "imm").awaitChoices(Rig.SOON);
            assertThat(choices).hasSize(25).allMatch(c -> c.startsWith("imm ") && c.length() <= 100);
        }
    }

    @Nested
    class GivenAnAnswerTakesLong {
        @Test
        void thenItIsDeferredAndComesLater() throws InterruptedException {
            CountDownLatch ready = new CountDownLatch(1);
            rig.desk.before(q -> await(ready));
            Asked asked = rig.server.inServer().command("latest", Map.of());

            assertThat(asked.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED);
            assertThat(asked.messages()).isEmpty();
            ready.countDown();
            assertThat(shown(asked).asSeen(PaperDesk.NOW)).contains("Ferry line 1");
        }

        @Test
        void thenOthersInOtherChannelsDoNotWait_andThoseInTheSameComeInOrder() {
            CountDownLatch ready = new CountDownLatch(1);
            rig.desk.before(q -> {
                if (q.command().equals("story")) {
                    await(ready);
                }
            });
            Asked slow = rig.server.inServer().command("story", Map.of("story", "4"));
            Asked behind = rig.server.inServer().command("topics", Map.of());
            Asked elsewhere =
                    rig.server.inServer().in(rig.server.channels().get(1)).command("help", Map.of());

            shown(elsewhere);
            assertThat(behind.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED);
            assertThat(behind.messages()).isEmpty();
            ready.countDown();
            shown(slow);
            shown(behind);
        }

        private void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    class GivenAMessageWithButtons {
        private Shown list;

        @BeforeEach
        void ask() {
            list = shown(rig.server.inServer().command("latest", Map.of()));
        }

        @Test
        void whenOneIsPressed_thenThePresserAloneSeesTheAnswer_andTheMessageStays() {
            Asked pressed = rig.server.inServer().as(Person.member("303", "cy")).press(list, "More");
            Shown second = shown(pressed);

            assertThat(second.ephemeral()).isTrue();
            assertThat(second.asSeen(PaperDesk.NOW)).contains("Stories 6 to 10");
            assertThat(pressed.awaitFirst(Rig.SOON)).isNotIn(Asked.First.UPDATE, Asked.First.DEFERRED_UPDATE);
        }

        @Test
        void whenFollowed_thenOneGetsFromTheListToTheStoryAndWhatRelates() {
            Shown card = shown(rig.server.inServer().press(list, "Open"));
            assertThat(card.asSeen(PaperDesk.NOW)).contains("Sources", "¹ Ferry line 4");
            Shown related = shown(rig.server.inServer().press(card, "Related"));
            assertThat(related.asSeen(PaperDesk.NOW)).contains("both mention Mara Lind");
            assertThat(rig.desk.questions().getLast().options()).containsEntry("typed", "4");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0:latest", "2:/latest", "1:latest", "page-7", "1:", "💥"})
        void whenItsIdIsNoneOfOurs_thenAPoliteNotice(String id) {
            Shown shown = shown(rig.server.inServer().pressId(list, id));
            assertThat(shown.ephemeral()).isTrue();
            assertThat(shown.asSeen(PaperDesk.NOW)).contains("too old");
        }

        @Test
        void whenItsIdIsForged_thenTheDeskAnswersAsToAnyWords() {
            Shown shown = shown(rig.server.inServer().pressId(list, "1:/nonsense"));
            assertThat(shown.asSeen(PaperDesk.NOW)).contains("I don't know the command");
        }
    }

    @Nested
    class GivenAMessageMenuIsUsed {
        @Test
        void whenTheMessageHasMoreLinksThanAGuestMaySendMessages_thenTheFirstFourAreSummarised_andTheRestIsSaid() {
            String text = IntStream.rangeClosed(1, 9)
                    .mapToObj(i -> "see https://news.example/" + i + ", and")
                    .reduce("", (a, b) -> a + " " + b);
            Asked asked = rig.server.inServer().messageMenu("Summarise links", text);

            Awaitility.await().until(() -> asked.messages().size() == 5);
            assertThat(asked.messages()).allMatch(Shown::ephemeral);
            assertThat(rig.desk.questions().reversed().stream()
                            .limit(4)
                            .map(q -> q.options().get("link")))
                    .containsExactly(
                            "https://news.example/4",
                            "https://news.example/3",
                            "https://news.example/2",
                            "https://news.example/1");
            assertThat(asked.messages().getLast().asSeen(PaperDesk.NOW)).contains("the first 4 of 9 links");
        }

        @Test
        void whenItHasNone_thenANoticeSaysSo() {
            assertThat(shown(rig.server.inServer().messageMenu("Summarise links", "hello"))
                            .asSeen(PaperDesk.NOW))
                    .contains("I find no link");
        }

        @Test
        void whenForRelatedCoverage_thenByItsWords() {
            shown(rig.server.inForeignServer().messageMenu("Find related coverage", "**Ferries** <@5> sail"));
            assertThat(rig.desk.questions().getLast().options()).containsEntry("story", "Ferries sail");
        }

        @Test
        void whenForRelatedCoverageOfNothing_thenANoticeSaysSo() {
            assertThat(shown(rig.server.inServer().messageMenu("Find related coverage", " "))
                            .asSeen(PaperDesk.NOW))
                    .contains("neither a link nor words");
        }
    }

    @Nested
    class GivenThingsGoWrong {
        @Test
        void whenTheDeskFails_thenThatIsSaid_andTheNextQuestionIsAnswered() {
            rig.desk.before(q -> {
                throw new IllegalStateException("boom");
            });
            Shown failed = shown(rig.server.inServer().command("latest", Map.of()));
            assertThat(failed.asSeen(PaperDesk.NOW)).contains("went wrong").doesNotContain("boom");
            rig.desk.before(q -> {});
            assertThat(shown(rig.server.inServer().command("latest", Map.of())).asSeen(PaperDesk.NOW))
                    .contains("Ferry");
        }

        @Test
        void whenAnEventIsMalformed_thenTheNextOneIsAnswered() {
            rig.server.sendEvent("INTERACTION_CREATE", "{}");
            rig.server.sendEvent("INTERACTION_CREATE", "{\"id\":\"x\",\"type\":99}");
            rig.server.sendEvent("MESSAGE_CREATE", "{\"what\":null}");
            rig.server.sendEvent("NOBODY_KNOWS", "[1]");
            shown(rig.server.inServer().command("help", Map.of()));
        }

        @Test
        void whenTheFirstAnswerMeets500_thenItIsGivenAgain() {
            rig.server.faults().next(1, "/callback", new Fault.Status(500));
            shown(rig.server.inServer().command("latest", Map.of()));
        }

        @Test
        void whenTheConnectionBreaksBeforeTheFirstAnswerArrives_thenItIsGivenAgain() {
            rig.server.faults().next(1, "/callback", new Fault.Cut());
            shown(rig.server.inServer().command("latest", Map.of()));
        }

        @Test
        void whenTooManyRequestsAreMade_thenTheAnswerWaitsAsLongAsAsked() {
            rig.server.faults().next(1, "/callback", new Fault.TooMany(1));
            shown(rig.server.inServer().command("latest", Map.of()));
        }

        @Test
        void whenTheLaterAnswerMeets500_thenItIsGivenAgain() {
            rig.server.faults().next(1, "/messages/@original", new Fault.Status(500));
            CountDownLatch ready = rig.desk.hold();
            Asked asked = rig.server.inServer().command("latest", Map.of());
            asked.awaitFirst(Rig.SOON);
            ready.countDown();
            shown(asked);
            assertThat(rig.server.faults().left()).isZero();
        }

        @Test
        void whenItIsLateAndAnEmbed_thenItTakesThePlaceOfTheDeferral() {
            rig.desk.style(Channel.Style.EMBED);
            CountDownLatch ready = rig.desk.hold();
            Asked asked = rig.server.inServer().command("latest", Map.of());
            try {
                assertThat(asked.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED);
                ready.countDown();
                assertThat(shown(asked).json().path("embeds")).hasSize(1);
                assertThat(shown(asked).buttons()).containsKeys("1", "More");
            } finally {
                ready.countDown();
                rig.desk.style(Channel.Style.CARD);
            }
        }
    }
}
