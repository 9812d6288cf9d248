package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Enclosure;
import news.lede.community.Asker;
import news.lede.community.Audit;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Workspace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityTransferTest {
    private static final PersonKey EVA = new PersonKey("other", "9");

    private final TestDesk test = new TestDesk();
    private final AtomicInteger fetched = new AtomicInteger();

    private Answer here(Role role, String typed) {
        return test.desk.answer(test.asker(role, Locale.ENGLISH), typed);
    }

    /** Somebody in a community of another platform. */
    private Asker there(Role role) {
        Workspace workspace = test.store.communities().workspace("other", "2", "Norby readers");
        return new Asker(
                EVA,
                role,
                workspace,
                test.store.communities().conversation(workspace.id(), new Place("other", "22", Optional.empty())),
                Locale.ENGLISH,
                test.store.communities().viewer(workspace.id()));
    }

    private Answer bring(Role role, byte[] file) {
        return test.desk.answer(
                there(role),
                "/settings import:yes",
                _ -> Optional.of(most -> {
                    fetched.incrementAndGet();
                    return file;
                }));
    }

    private Enclosure taken() {
        here(Role.MODERATOR, "/timezone Europe/Vienna");
        here(Role.MODERATOR, "/subscribe weather to:here confirm:yes");
        return here(Role.MODERATOR, "/settings export:yes").enclosure().orElseThrow();
    }

    private static String said(Answer answer) {
        return answer.title() + " "
                + (answer instanceof Answer.Listing listing
                        ? listing.sections().toString()
                        : ((Answer.Notice) answer).text());
    }

    private static String confirming(Answer answer) {
        return answer.actions().stream()
                .map(Action::command)
                .filter(command -> command.startsWith("/settings confirm:"))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class TakingOut {
        @Test
        void givesAModeratorTheWholeCommunityAsAFile() {
            Enclosure file = taken();

            assertThat(file.name()).isEqualTo("lede-community-2026-05-04.json");
            assertThat(file.text()).contains("\"lede-community\"", "Europe/Vienna", "weather");
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"MEMBER", "EDITOR"})
        void isRefusedToOthersAndWrittenDown(Role role) {
            Answer answer = here(role, "/settings export:yes");

            assertThat(answer.enclosure()).isEmpty();
            assertThat(answer.title()).isEqualTo("For moderators");
            assertThat(test.store.audit().latest(test.member().workspace().id(), OptionalLong.empty(), 1))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.refused()).isTrue());
        }

        @Test
        void isOfferedToModeratorsAlone() {
            assertThat(here(Role.MODERATOR, "/settings").actions())
                    .extracting(Action::command)
                    .contains("/settings export:yes", "/settings import:yes");
            assertThat(here(Role.MEMBER, "/settings").actions())
                    .extracting(Action::command)
                    .noneMatch(command -> command.startsWith("/settings"));
        }
    }

    @Nested
    class BringingIn {
        @Test
        void showsWhatWouldChangeAndChangesNothingUntilTheButton() {
            byte[] file = taken().bytes();

            Answer shown = bring(Role.MODERATOR, file);

            assertThat(said(shown)).contains("What this file would change here", "From the file", "Europe/Vienna");
            assertThat(zone()).isEqualTo(ZoneOffset.UTC);
            assertThat(there(Role.MODERATOR).conversation())
                    .satisfies(place -> assertThat(test.store.subscriptions().of(place.id()))
                            .isEmpty());

            Answer done = test.desk.answer(there(Role.MODERATOR), confirming(shown));

            assertThat(done.title()).isEqualTo("The file is in");
            assertThat(zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
            assertThat(test.store
                            .subscriptions()
                            .of(there(Role.MODERATOR).conversation().id()))
                    .hasSize(1);
            assertThat(test.store.audit().latest(there(Role.MEMBER).workspace().id(), OptionalLong.empty(), 1))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.change().actor()).isEqualTo(new Audit.Actor.Member(EVA));
                        assertThat(entry.refused()).isFalse();
                    });
        }

        private ZoneId zone() {
            return test.store
                    .communities()
                    .find(there(Role.MEMBER).workspace().id())
                    .orElseThrow()
                    .zone();
        }

        @Test
        void isRefusedToAMemberBeforeTheFileIsFetched() {
            Answer answer = bring(Role.MEMBER, taken().bytes());

            assertThat(answer.title()).isEqualTo("For moderators");
            assertThat(fetched).hasValue(0);
            assertThat(test.store.audit().latest(there(Role.MEMBER).workspace().id(), OptionalLong.empty(), 1))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.refused()).isTrue());
        }

        @Test
        void isRefusedToAMemberWhoPressesAModeratorsButton() {
            String button = confirming(bring(Role.MODERATOR, taken().bytes()));

            assertThat(test.desk.answer(there(Role.MEMBER), button).title()).isEqualTo("For moderators");
            assertThat(zone()).isEqualTo(ZoneOffset.UTC);
        }

        @Test
        void byAButtonThatIsOfAnotherCommunityBringsNothing() {
            String button = confirming(bring(Role.MODERATOR, taken().bytes()));

            assertThat(here(Role.MODERATOR, button).title()).isEqualTo("I no longer have the file");
        }

        @Test
        void waitsAQuarterOfAnHourForItsButton() {
            String button = confirming(bring(Role.MODERATOR, taken().bytes()));
            test.clock.advance(Duration.ofMinutes(16));

            assertThat(test.desk.answer(there(Role.MODERATOR), button).title()).isEqualTo("I no longer have the file");
        }

        @Test
        void whatSomebodyWasGrantedIsForAnOwnerToBring() {
            here(Role.OWNER, "/grant person:8 role:editor");
            byte[] file = taken().bytes();

            assertThat(said(bring(Role.MODERATOR, file))).contains("Left out").doesNotContain("test:8");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}; Not a community's file",
                    "buy milk; Not a community's file",
                    "\u00ff\u00fe; Not a community's file"
                })
        void refusesWhatIsNoSuchFile(String given) {
            String[] parts = given.split("; ");

            assertThat(bring(Role.MODERATOR, parts[0].getBytes(StandardCharsets.ISO_8859_1))
                            .title())
                    .isEqualTo(parts[1]);
        }

        @Test
        void refusesWhatIsDamagedNewerOrTooLarge() {
            String file = taken().text();

            assertThat(bring(Role.MODERATOR, file.replace("Vienna", "Berlin").getBytes(StandardCharsets.UTF_8))
                            .title())
                    .isEqualTo("The file is damaged");
            assertThat(bring(
                                    Role.MODERATOR,
                                    file.replaceFirst("\"version\" ?: ?\\d+", "\"version\":99")
                                            .getBytes(StandardCharsets.UTF_8))
                            .title())
                    .isEqualTo("From a newer version");
            assertThat(bring(Role.MODERATOR, new byte[(8 << 20) + 1]).title()).isEqualTo("Too large");
        }

        @Test
        void whenTheFileDoesNotArrive_thenItSaysSo() {
            Answer answer = test.desk.answer(
                    there(Role.MODERATOR),
                    "/settings import:yes",
                    _ -> Optional.of(_ -> {
                        throw new IOException("the service is away");
                    }));

            assertThat(answer.title()).isEqualTo("The file did not arrive");
        }

        @Test
        void withoutAFileItSaysHowToSendOne() {
            assertThat(Stream.of("/settings import:yes", "/settings import:no")
                            .map(typed -> here(Role.MODERATOR, typed).title()))
                    .containsOnly("Send me the file");
        }
    }
}
