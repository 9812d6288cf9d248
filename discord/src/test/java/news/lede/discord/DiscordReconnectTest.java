package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Person;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever breaks the connection: what is asked once it stands again is answered, and nothing twice. */
class DiscordReconnectTest {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordReconnectTest.class);
    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    /** Five seconds lie between two logins, by Discord's rule. */
    private static final Duration WITH_NEW_LOGIN = Duration.ofSeconds(60);
    /** Discord's own, at which a machine that stands still for a second misses none. */
    private static final Duration SELDOM = Duration.ofSeconds(41);

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
        HEARTBEATS_UNANSWERED(true) {
            @Override
            void happen(DiscordServer server) {
                int resumes = server.resumes();
                server.ignoreHeartbeats(true);
                // Else the new connection may miss some too before they are answered again.
                server.heartbeatEvery(SELDOM);
                await().atMost(WITH_NEW_LOGIN).until(() -> server.resumes() > resumes);
                server.ignoreHeartbeats(false);
                server.heartbeatEvery(HEARTBEAT);
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
        try (Rig rig = connected(what == Break.HEARTBEATS_UNANSWERED ? HEARTBEAT : SELDOM)) {
            List<Asked> asked = new ArrayList<>();
            asked.add(rig.server.inServer().command("latest", Map.of()));
            asked.getFirst().awaitMessage(Rig.SOON);
            int resumes = rig.server.resumes();
            int sessions = rig.server.identifies() + resumes;
            what.happen(rig.server);
            rig.server.awaitSessions(sessions + 1, WITH_NEW_LOGIN);
            for (String channel : rig.server.channels()) {
                asked.add(rig.server.inServer().in(channel).command("topics", Map.of()));
            }

            asked.forEach(a -> a.awaitMessage(Rig.SOON));
            assertThat(rig.server.resumes()).isEqualTo(what.resumes ? resumes + 1 : resumes);
            answeredOnce(rig, asked);
            await().until(() -> rig.adapter.status() instanceof DiscordStatus.Connected);
        }
    }

    @Test
    void eachHeartbeatIsASign() throws IOException {
        try (Rig rig = connected(HEARTBEAT)) {
            long signs = rig.adapter.signs();

            await().atMost(Rig.SOON).until(() -> rig.adapter.signs() > signs + 2);
        }
    }

    @Test
    void aConnectionThatIsBegunAnewAnswersEverythingOnce() throws IOException {
        try (Rig rig = Rig.connected()) {
            Asked before = rig.server.inServer().command("latest", Map.of());
            before.awaitMessage(Rig.SOON);

            rig.adapter.reconnect();

            rig.server.awaitSessions(2, WITH_NEW_LOGIN);
            await().atMost(WITH_NEW_LOGIN).until(() -> rig.adapter.status() instanceof DiscordStatus.Connected);
            Asked after = rig.server.inServer().command("topics", Map.of());
            after.awaitMessage(Rig.SOON);
            answeredOnce(rig, List.of(before, after));
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

    /** Where heartbeats are wanted often, one need not wait long for missed ones. */
    private static Rig connected(Duration heartbeat) throws IOException {
        DiscordServer server = DiscordServer.start();
        server.heartbeatEvery(heartbeat);
        Rig rig = Rig.started(server);
        server.awaitBot(Rig.LOGIN);
        return rig;
    }

    /** Every kind of break, over and over, while people ask all the time. Discord keeps nothing for a session that it ended itself; that is no bot's to answer. */
    @Tag("long")
    @Test
    void twentyBreaksInARowWhilePeopleAsk() throws Exception {
        try (Rig rig = connected(HEARTBEAT)) {
            List<Asked> asked = new CopyOnWriteArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            Thread people = Thread.ofVirtual().start(() -> {
                for (int i = 0; !over.get(); i++) {
                    String who = Integer.toString(1000 + i);
                    asked.add(rig.server
                            .inServer()
                            .as(Person.member(who, "p" + who))
                            .command("latest", Map.of()));
                    LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
                }
            });
            for (int i = 0; i < 20; i++) {
                Break what = Break.values()[i % Break.values().length];
                int sessions = rig.server.identifies() + rig.server.resumes();
                what.happen(rig.server);
                rig.server.awaitSessions(sessions + 1, Duration.ofMinutes(2));
                Asked next = rig.server.inServer().command("latest", Map.of());
                asked.add(next);
                next.awaitMessage(WITH_NEW_LOGIN);
            }
            over.set(true);
            people.join();
            List<Asked> heard = asked.stream().filter(a -> !a.isLost()).toList();
            List<Asked> sentOnce = heard.stream().filter(a -> !a.isSentAgain()).toList();
            sentOnce.forEach(a -> a.awaitMessage(WITH_NEW_LOGIN));
            LOG.info(
                    "breaks=20 identifies={} resumes={} asked={} withoutSession={} sentAgain={} {}",
                    rig.server.identifies(),
                    rig.server.resumes(),
                    asked.size(),
                    asked.size() - heard.size(),
                    heard.size() - sentOnce.size(),
                    FirstAnswers.of("sent once", sentOnce));
            assertThat(sentOnce).allMatch(a -> a.messages().size() == 1);
            assertThat(heard).allMatch(a -> a.messages().size() <= 1);
            assertThat(rig.desk.questions()).hasSizeLessThanOrEqualTo(heard.size());
            // What was sent while a connection broke may come too late; nothing else may.
            List<String> late = heard.stream()
                    .filter(Asked::isSentAgain)
                    .map(a -> "too late: " + a.what())
                    .toList();
            assertThat(rig.server.traffic().violations()).isSubsetOf(late);
        }
    }

    private static void answeredOnce(Rig rig, List<Asked> asked) {
        assertThat(rig.desk.questions()).hasSameSizeAs(asked);
        assertThat(asked).allMatch(a -> a.messages().size() == 1);
        assertThat(rig.server.traffic().violations()).isEmpty();
        assertThat(rig.server.unanswered()).isEmpty();
    }
}
