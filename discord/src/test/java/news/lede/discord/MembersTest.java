package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import news.lede.community.PersonKey;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.discord.server.Person;
import news.lede.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {
    private Rig rig;

    @BeforeEach
    void connect() throws IOException {
        rig = Rig.connected();
        rig.server
                .inServer()
                .as(Person.member("303", "kim"))
                .command("help", Map.of())
                .awaitMessage(Rig.SOON);
    }

    @AfterEach
    void leave() throws IOException {
        rig.close();
    }

    private Map<PersonKey, String> names(String workspace, PersonKey... persons) {
        return rig.adapter
                .names()
                .of(
                        new Workspace(
                                new WorkspaceId(workspace.hashCode()),
                                "discord",
                                workspace,
                                "Harbour Town",
                                Language.ENGLISH,
                                ZoneOffset.UTC),
                        List.of(persons));
    }

    @Test
    void aMemberIsCalledAsTheServerCallsThem() {
        PersonKey kim = new PersonKey("discord", "303");

        // What a busy machine does not learn within a second is asked again with the next.
        await().untilAsserted(() -> assertThat(names("guild:100", kim, new PersonKey("discord", "999")))
                .containsExactly(Map.entry(kim, "kim of the harbour")));
    }

    @Test
    void aRoleIsCalledByItsName_thoseOfOtherServersAreNot() {
        PersonKey everyone = PersonKey.ofRole("discord", "100");

        await().untilAsserted(() -> assertThat(names("guild:100", everyone, PersonKey.ofRole("discord", "12345")))
                .containsExactly(Map.entry(everyone, "@everyone")));
        assertThat(names("guild:999", everyone)).isEmpty();
    }

    @Test
    void ofPrivateChatsAndOfWhatIsNoIdNothingIsAsked() {
        assertThat(names("user:303", new PersonKey("discord", "303"))).isEmpty();
        assertThat(names("guild:100", new PersonKey("discord", "303/roles"))).isEmpty();
    }
}
