package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import news.lede.community.Place;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Person;
import news.lede.discord.server.Scene;
import news.lede.discord.server.Shown;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever makes a channel a destination learns at once what keeps us from writing there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DestinationTest {
    private static final long ALL = 274878024705L;
    private static final Person MANAGER = Person.manager("302", "mo");

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
    void everythingIsAllowedAgain() {
        may(ALL);
        assertThat(rig.server.traffic().violations()).isEmpty();
    }

    private void may(long permissions) {
        rig.server.everyoneMay(permissions);
        rig.server.inServer().command("start", Map.of()).awaitMessage(Rig.SOON);
    }

    private List<String> answered(Asked asked, int messages) {
        Awaitility.await().atMost(Rig.SOON).until(() -> asked.messages().size() >= messages);
        assertThat(asked.messages()).allMatch(Shown::ephemeral);
        return asked.messages().stream().map(m -> m.asSeen(PaperDesk.NOW)).toList();
    }

    private Scene moderator() {
        return rig.server.inServer().as(MANAGER);
    }

    @ParameterizedTest
    @CsvSource({"MESSAGE_SEND,Send Messages", "MESSAGE_EMBED_LINKS,Embed Links", "MESSAGE_HISTORY,Read Message History"
    })
    void theMissingRightIsNamed_andWhereToGrantIt(Permission missing, String named) {
        may(ALL & ~missing.getRawValue());
        List<String> said = answered(moderator().command("channel", Map.of()), 2);
        assertThat(said.get(1)).contains("#news-200", named, "Edit Channel, Permissions");
    }

    @Test
    void severalAreNamedAtOnce() {
        may(ALL & ~Permission.MESSAGE_SEND.getRawValue() & ~Permission.MESSAGE_HISTORY.getRawValue());
        Asked asked = moderator().command("subscribe", Map.of("topic", "harbour", "to", "here"));
        assertThat(answered(asked, 2).get(1)).contains("Send Messages, Read Message History");
    }

    @Test
    void inGermanThePermissionsAreThoseOfGermanMenus() {
        may(ALL & ~Permission.MESSAGE_SEND.getRawValue());
        Asked asked = moderator().speaking("de").command("channel", Map.of());
        assertThat(answered(asked, 2).get(1)).contains("Nachrichten senden");
    }

    @Test
    void aForumNeedsPostsAndThreads() {
        may(ALL & ~Permission.MESSAGE_SEND.getRawValue() & ~Permission.MESSAGE_SEND_IN_THREADS.getRawValue());
        Asked asked = moderator().in(rig.server.openPost("a question").id()).command("channel", Map.of());
        assertThat(answered(asked, 2).get(1)).contains("#forum", "Create Posts, Send Messages in Threads");
        assertThat(rig.introduced.getLast().place())
                .isEqualTo(new Place("discord", DiscordServer.FORUM, Optional.empty()));
    }

    @Test
    void whereNothingIsMissingNothingIsSaid_norToThoseWhoCannotMendIt_norForOnesOwnMessages() {
        assertThat(answered(moderator().command("channel", Map.of()), 1)).hasSize(1);
        may(ALL & ~Permission.MESSAGE_SEND.getRawValue());
        answered(rig.server.inServer().command("subscribe", Map.of("topic", "harbour")), 1);
        Asked own = moderator().command("subscribe", Map.of("topic", "harbour", "to", "me"));
        answered(own, 1);
        Asked alone = rig.server.inDirectMessage().as(MANAGER).command("channel", Map.of());
        answered(alone, 1);
        Shown list = rig.server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);
        Asked pressed = moderator().pressId(list, "1:/subscribe harbour to:7 confirm:yes");
        answered(pressed, 2);
        assertThat(own.messages()).hasSize(1);
        assertThat(alone.messages()).hasSize(1);
    }
}
