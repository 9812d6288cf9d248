package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Optional;
import news.lede.community.Place;
import news.lede.discord.server.DiscordServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where we may write, as it is told without anything being sent. */
class AccessTest {
    private static final long EVERYTHING_NEEDED = 274878024705L;
    private static final long SEND = 1L << 11;

    private Rig rig;

    @BeforeEach
    void connect() throws IOException {
        rig = Rig.connected();
        rig.doors.watch(new Place("discord", "200", Optional.empty()));
        rig.doors.watch(new Place("discord", "200", Optional.of(DiscordServer.THREAD)));
        rig.doors.watch(new Place("discord", "200", Optional.of("9999")));
    }

    @AfterEach
    void leave() throws IOException {
        rig.close();
    }

    private void awaitTold(String... lines) {
        await().atMost(Rig.SOON)
                .untilAsserted(() -> assertThat(rig.doors.told()).containsExactly(lines));
    }

    @Test
    void removedAndLetInAgain() {
        rig.server.removeBot();
        awaitTold("200 KICKED", "206 KICKED", "9999 KICKED");

        rig.server.letBotIn();
        awaitTold("200 KICKED", "206 KICKED", "9999 KICKED", "200 open", "206 open", "9999 open");
    }

    @Test
    void anOutageShutsNothing() {
        rig.server.outage();
        rig.server.letBotIn();

        awaitTold("200 open", "206 open", "9999 open");
    }

    @Test
    void rightsTakenAndGivenBack_threadsHavingTheirOwn() {
        rig.server.everyoneMay(EVERYTHING_NEEDED & ~SEND);
        awaitTold("200 NO_RIGHTS", "206 open", "9999 open");

        rig.server.everyoneMay(EVERYTHING_NEEDED);
        awaitTold("200 NO_RIGHTS", "206 open", "9999 open", "200 open", "206 open", "9999 open");
    }

    @Test
    void aChannelThatIsDeleted() {
        rig.server.sendEvent(
                "CHANNEL_DELETE",
                "{\"id\":\"200\",\"type\":0,\"guild_id\":\"100\",\"name\":\"news-200\",\"position\":0,\"permission_overwrites\":[]}");

        awaitTold("200 DELETED", "206 DELETED", "9999 DELETED");
    }
}
