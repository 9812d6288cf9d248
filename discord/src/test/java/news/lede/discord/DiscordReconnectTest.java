package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever breaks the connection: what is asked once it stands again is answered, and nothing twice. */
class DiscordReconnectTest {
    /** Five seconds lie between two logins, by Discord's rule. */
    private static final Duration WITH_NEW_LOGIN = Duration.ofSeconds(30);

    /** What breaks it. */
    enum Break {
        ASKED_TO_RECONNECT(true) {
            @Override
            void happen(DiscordServer server) {
                server.askToReconnect();
            }
        },
        INVALID_BUT_RESUMABLE(true) {
            @Override
            void happen(DiscordServer server) {
                server.invalidateSession(true);
            }
        },
        INVALID(false) {
            @Override
            void happen(DiscordServer server) {
                server.invalidateSession(false);
            }
        },
        CUT(true) {
            @Override
            void happen(DiscordServer server) {
                server.cutGateway();
            }
        },
        UNKNOWN_ERROR(true) {
            @Override
            void happen(DiscordServer server) {
                server.closeGateway(4000, "We're not sure what went wrong.");
            }
        };

        private final boolean resumes;

        Break(boolean resumes) {
            this.resumes = resumes;
        }

        abstract void happen(DiscordServer server);
    }

    @ParameterizedTest
    @EnumSource(Break.class)
    void afterABreak_everythingAskedIsAnsweredOnce(Break what) throws IOException {
        try (Rig rig = Rig.connected()) {
            List<Asked> asked = new ArrayList<>();
            asked.add(rig.server.inServer().command("latest", Map.of()));
            asked.getFirst().awaitMessage(Rig.SOON);
            what.happen(rig.server);
            rig.server.awaitSessions(2, WITH_NEW_LOGIN);
            for (String channel : rig.server.channels()) {
                asked.add(rig.server.inServer().in(channel).command("topics", Map.of()));
            }

            asked.forEach(a -> a.awaitMessage(Rig.SOON));
            assertThat(rig.server.resumes() == 1).isEqualTo(what.resumes);
            answeredOnce(rig, asked);
            await().until(() -> rig.adapter.status() instanceof DiscordStatus.Connected);
        }
    }

    @Test
    void whatIsAskedDuringABreakIsAnsweredAfterIt() throws IOException {
        try (Rig rig = Rig.connected()) {
            rig.server.cutGateway();
            Asked asked = rig.server.inServer().command("latest", Map.of());
            asked.awaitMessage(WITH_NEW_LOGIN);
            answeredOnce(rig, List.of(asked));
        }
    }

    @Tag("long")
    @Test
    void twentyBreaksInARow() throws IOException {
        try (Rig rig = Rig.connected()) {
            List<Asked> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Break what = Break.values()[i % Break.values().length];
                int sessions = rig.server.identifies() + rig.server.resumes();
                what.happen(rig.server);
                rig.server.awaitSessions(sessions + 1, Duration.ofMinutes(2));
                asked.add(rig.server.inServer().command("latest", Map.of()));
                asked.getLast().awaitMessage(WITH_NEW_LOGIN);
            }
            answeredOnce(rig, asked);
        }
    }

    private static void answeredOnce(Rig rig, List<Asked> asked) {
        assertThat(rig.desk.questions()).hasSameSizeAs(asked);
        assertThat(asked).allMatch(a -> a.messages().size() == 1);
        assertThat(rig.server.traffic().violations()).isEmpty();
        assertThat(rig.server.unanswered()).isEmpty();
    }
}
