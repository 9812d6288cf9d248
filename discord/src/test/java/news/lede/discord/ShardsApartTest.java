package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import news.lede.community.InMemoryPlatformFacts;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import news.lede.lease.InMemoryLeases;
import news.lede.lease.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shards of one bot in several processes. */
class ShardsApartTest {
    private static final long TICK_MILLIS = 25;

    private final InMemoryLeases leases = new InMemoryLeases();
    private final InMemoryPlatformFacts facts = new InMemoryPlatformFacts();
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final List<Rig> rigs = new ArrayList<>();
    private DiscordServer server;

    @BeforeEach
    void start() throws IOException {
        server = DiscordServer.start();
        time.scheduleWithFixedDelay(
                () -> leases.pass(Duration.ofMillis(TICK_MILLIS)), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void end() throws IOException {
        rigs.forEach(Rig::leave);
        server.close();
        time.shutdownNow();
    }

    private Rig process(String name, int shard, int of) {
        return process(name, shard, of, () -> true);
    }

    private Rig process(String name, int shard, int of, BooleanSupplier permit) {
        Turns logins = new Turns(leases, "login", name, Portion.Shard.BETWEEN_LOGINS);
        Rig rig = Rig.started(server, new Portion.Shard(shard, of, logins), facts, permit);
        rigs.add(rig);
        return rig;
    }

    @Test
    void eachProcessAnswersOnItsShard_logsInInItsTurn_andMenusAreToldOnce() {
        server.shards(3, 2);
        List<Rig> processes = List.of(process("a", 0, 3), process("b", 1, 3), process("c", 2, 3));
        server.awaitBot(Rig.LOGIN);

        for (int shard = 0; shard < 3; shard++) {
            Asked asked = server.inServerOf(shard).command("latest", Map.of());
            asked.awaitMessage(Rig.SOON);
            assertThat(processes.get(shard).introduced)
                    .extracting(i -> i.workspaceKey())
                    .containsOnly("guild:" + server.guild(shard));
        }
        server.inDirectMessage().command("latest", Map.of()).awaitMessage(Rig.SOON);
        assertThat(processes.getFirst().introduced)
                .last()
                .extracting(i -> i.workspaceKey())
                .isEqualTo("user:301");
        assertThat(server.identifies()).isEqualTo(3);
        assertThat(server.registrations()).isEqualTo(1);
        assertThat(server.traffic().violations()).isEmpty();
    }

    @Test
    void whoTakesAShardOverAnswersThere() {
        server.shards(2, 2);
        process("a", 0, 2);
        Rig before = process("b", 1, 2);
        server.awaitBot(Rig.LOGIN);
        before.leave();

        Rig after = process("c", 1, 2);
        server.awaitSessions(3, Rig.LOGIN);
        server.inServerOf(1).command("latest", Map.of()).awaitMessage(Rig.SOON);

        assertThat(after.introduced).isNotEmpty();
        assertThat(before.introduced).isEmpty();
        assertThat(server.traffic().violations()).isEmpty();
    }

    @Test
    void whoMayNotNeitherLogsInNorComesBack() {
        AtomicBoolean permit = new AtomicBoolean();
        AtomicInteger refused = new AtomicInteger();
        process("a", 0, 1, () -> {
            boolean permitted = permit.get();
            if (!permitted) {
                refused.incrementAndGet();
            }
            return permitted;
        });
        await().until(() -> refused.get() > 2);
        assertThat(server.identifies()).isZero();

        permit.set(true);
        server.awaitBot(Rig.LOGIN);
        permit.set(false);
        int before = refused.get();
        server.cutGateway();
        await().until(() -> refused.get() > before);
        assertThat(server.resumes()).isZero();

        permit.set(true);
        server.awaitSessions(2, Rig.LOGIN);
        server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);
        assertThat(server.traffic().violations()).isEmpty();
    }

    @Test
    void whoeverCannotConnectInItsTurnLeavesItToOthers() {
        server.shards(2, 1);
        AtomicBoolean permit = new AtomicBoolean(true);
        process("a", 0, 2, permit::get);
        await().atMost(Rig.LOGIN).until(() -> server.identifies() == 1);
        await().atMost(Rig.LOGIN).until(() -> !isHeld("login-0"));
        server.invalidateSession(false);
        await().atMost(Rig.LOGIN).pollInterval(Duration.ofMillis(10)).until(() -> isHeld("login-0"));
        // Its way to Discord is gone.
        permit.set(false);

        process("b", 1, 2);
        await().atMost(Rig.LOGIN).until(() -> server.identifies() == 2);

        permit.set(true);
        server.awaitSessions(3, Rig.LOGIN);
        server.inServerOf(0).command("latest", Map.of()).awaitMessage(Rig.SOON);
        assertThat(server.traffic().violations()).isEmpty();
    }

    private boolean isHeld(String lease) {
        return leases.held().stream().anyMatch(held -> held.name().equals(lease));
    }

    /** A process that has lost sight of the store keeps its connection, and hears what the one hears that has taken the shard over. */
    @Test
    void whoeverIsNotSureOfAShardLetsOthersAnswerFirst() {
        AtomicBoolean permit = new AtomicBoolean(true);
        Rig rig = process("a", 0, 1, permit::get);
        server.awaitBot(Rig.LOGIN);
        CountDownLatch answered = rig.desk.hold();
        Asked sure = server.inServer().command("latest", Map.of());
        assertThat(sure.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED);
        answered.countDown();
        sure.awaitMessage(Rig.SOON);

        permit.set(false);
        CountDownLatch later = rig.desk.hold();
        Asked unsure = server.inServer().command("latest", Map.of());
        assertThat(unsure.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED);

        assertThat(unsure.firstAnswerAfter())
                .hasValueSatisfying(after ->
                        assertThat(after).isBetween(Duration.ofMillis(FirstAnswer.UNSURE_MILLIS), Asked.FIRST_ANSWER));
        later.countDown();
        unsure.awaitMessage(Rig.SOON);
    }

    @Test
    void aSessionThatIsNoLongerValidIsBegunAnewInItsTurn() {
        process("a", 0, 1);
        server.awaitBot(Rig.LOGIN);
        server.invalidateSession(false);

        server.awaitSessions(2, Rig.LOGIN);
        server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);
        assertThat(server.identifies()).isEqualTo(2);
    }

    @Test
    void whoTellsHearsHowManyShardsDiscordAdvises_andNeedsNoConnection() {
        server.shards(5, 1);
        List<Integer> advised = new CopyOnWriteArrayList<>();
        Rig rig = Rig.started(server, new Portion.Telling(advised::add), facts, () -> true);
        rigs.add(rig);

        await().atMost(Rig.SOON).until(() -> rig.adapter.status() instanceof DiscordStatus.Connected);
        assertThat(advised).containsExactly(5);
        assertThat(server.identifies()).isZero();
    }

    @Test
    void whatCannotBeNotedIsAskedAgain() {
        List<Integer> advised = new CopyOnWriteArrayList<>();
        Rig rig = Rig.started(
                server,
                new Portion.Telling(count -> {
                    advised.add(count);
                    if (advised.size() == 1) {
                        throw new IllegalStateException("the store is away");
                    }
                }),
                facts,
                () -> true);
        rigs.add(rig);

        await().atMost(Rig.SOON).until(() -> rig.adapter.status() instanceof DiscordStatus.Connected);
        assertThat(advised).containsExactly(1, 1);
        assertThat(rig.told).hasAtLeastOneElementOfType(DiscordStatus.Unreachable.class);
    }
}
