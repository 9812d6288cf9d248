package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.alert.Messenger;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Result;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Place;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told by a bot that has begun to log in and was not told its servers yet: what waited while nobody sent is due at once. */
class StillLoggingInTest {
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);

    private DiscordServer server;
    private Rig rig;

    @BeforeEach
    void begin() throws IOException {
        server = DiscordServer.start();
        server.tellNoServers();
        rig = Rig.started(server);
        server.awaitSessions(1, Rig.LOGIN);
    }

    @AfterEach
    void end() throws IOException {
        rig.close();
    }

    private static Outgoing message(String channel, String nonce) {
        return new Outgoing(
                new Place("discord", channel, Optional.empty()),
                nonce,
                PaperDesk.card(TEXTS, PaperDesk.item(4, 3, 2, List.of())),
                new Phrases(TEXTS, Instant.EPOCH, ZoneOffset.UTC),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private Result sent(Outgoing message) {
        Messenger messenger = rig.adapter.messenger();
        return await().atMost(Rig.SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> messenger.send(message), result -> !(result instanceof Result.RetryAt));
    }

    @Test
    void aForumIsAForum() {
        assertThat(sent(message(DiscordServer.FORUM, "a"))).isInstanceOf(Result.Delivered.class);
        assertThat(server.allRooms())
                .filteredOn(room -> room.parent().equals(DiscordServer.FORUM))
                .hasSize(1);
    }

    @Test
    void aChannelThatIsShutIsNoServerThatSentUsAway() {
        String channel = server.channels().getFirst();
        server.room(channel).trouble(Room.Trouble.HIDDEN);

        assertThat(sent(message(channel, "a")))
                .isInstanceOfSatisfying(
                        Result.Unreachable.class,
                        result -> assertThat(result.reason()).isEqualTo(Messenger.Reason.NO_RIGHTS));
    }
}
