package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.Charge;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantCommandTest {
    private static final PersonKey BEN = new PersonKey("test", "8");

    private final TestDesk test = new TestDesk();
    private final WorkspaceId here = test.member().workspace().id();
    private final Charge conversation =
            new Charge.OfConversation(test.member().conversation().id());

    private Answer.Notice moderator(String typed) {
        return (Answer.Notice) as(Role.MODERATOR, typed);
    }

    private Answer as(Role role, String typed) {
        return test.desk.answer(test.asker(role, Locale.ENGLISH), typed);
    }

    private Set<Charge> charges() {
        return test.store.delegations().of(here, Set.of(BEN));
    }

    private Role role() {
        return test.store.communities().role(here, BEN);
    }

    @Test
    void aTopicAndAPlaceAreHandedOverAndTheyAreAnEditorFromThen() {
        Answer.Notice notice = moderator("/grant person:8 topic:Weather");

        assertThat(notice.title()).isEqualTo("What member test:8 may here");
        assertThat(notice.text()).isEqualTo("editor · topic weather");
        assertThat(role()).isEqualTo(Role.EDITOR);
        assertThat(moderator("/grant person:8 role:editor").text()).contains("topic weather", "this place");
        assertThat(charges()).containsExactlyInAnyOrder(new Charge.OfTopic("weather"), conversation);
    }

    @Test
    void whoHasNothingMoreIsAMemberAgain() {
        moderator("/grant person:8 topic:weather");
        moderator("/grant person:8 role:editor");

        moderator("/grant person:8 topic:weather remove:yes");
        assertThat(role()).isEqualTo(Role.EDITOR);
        moderator("/grant person:8 role:editor remove:yes");

        assertThat(role()).isEqualTo(Role.MEMBER);
        assertThat(charges()).isEmpty();
    }

    @Test
    void everythingIsTakenAwayAtOnce() {
        moderator("/grant person:8 topic:weather");
        moderator("/grant person:8 role:editor");

        assertThat(moderator("/grant person:8 role:member").text()).isEqualTo("member");

        assertThat(role()).isEqualTo(Role.MEMBER);
        assertThat(charges()).isEmpty();
    }

    @Test
    void whoModeratesIsForOwnersToSay() {
        assertThat(moderator("/grant person:8 role:moderator").title()).isEqualTo("For owners");
        assertThat(role()).isEqualTo(Role.MEMBER);

        as(Role.OWNER, "/grant person:8 role:moderator");
        assertThat(role()).isEqualTo(Role.MODERATOR);
        assertThat(moderator("/grant person:8 role:member").title()).isEqualTo("For owners");
        assertThat(role()).isEqualTo(Role.MODERATOR);

        moderator("/grant person:8 topic:weather");
        moderator("/grant person:8 topic:weather remove:yes");
        assertThat(role()).isEqualTo(Role.MODERATOR);
    }

    @Test
    void whoHasWhatIsListed() {
        assertThat(moderator("/grant").title()).isEqualTo("Nobody was granted anything");
        moderator("/grant person:8 topic:weather");
        moderator("/grant person:<@&99> role:editor");

        assertThat(test.text(as(Role.MODERATOR, "/grant")))
                .contains("member test:8 - editor · topic weather", "role 99 - editor · this place");
    }

    @ParameterizedTest
    @CsvSource({"<@8>, 8", "<@!8>, 8", "8, 8", "test:8, 8", "<@&8>, role:8", "role:8, role:8"})
    void personsAreReadAsPlatformsWriteThem(String typed, String id) {
        assertThat(PersonReader.read(typed, "test")).contains(new PersonKey("test", id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@anna", "Anna", "discord:8", "8a", "<@>"})
    void aNameIsNobodyWeKnow(String typed) {
        assertThat(PersonReader.read(typed, "test")).isEqualTo(Optional.empty());
        assertThat(moderator("/grant person:" + typed + " role:editor").title()).isEqualTo("Who is that?");
    }

    @Test
    void anUnknownTopicIsHandedToNobody() {
        assertThat(moderator("/grant person:8 topic:cooking").title()).isEqualTo("Unknown topic");
        assertThat(charges()).isEmpty();
    }

    @Test
    void aloneThereIsNobodyToGrantAnythingTo() {
        Asker alone = test.asker(Role.OWNER, Locale.ENGLISH).alone();
        assertThat(test.desk.answer(alone, "/grant person:8 role:editor").title())
                .isEqualTo("Yours alone");
        assertThat(charges()).isEmpty();
    }
}
