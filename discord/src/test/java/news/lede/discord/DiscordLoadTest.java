package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.community.Role;
import news.lede.discord.server.Asked;
import news.lede.discord.server.Person;
import news.lede.discord.server.Scene;
import news.lede.discord.server.Shown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many mixed questions: commands, completions, buttons and menus, in a server, in direct messages and elsewhere. */
class DiscordLoadTest {
    /** What members ask, which is offered wherever the bot is. */
    private static final List<CommandSpec> EVERYWHERE =
            CommandSpecs.ALL.stream().filter(s -> s.role() == Role.MEMBER).toList();

    /** On a machine that cannot keep up, the figures say so; whether all are answered is another question. */
    private static final Duration IN_THE_END = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(DiscordLoadTest.class);

    @Test
    void aHundredAndFiftyMixedQuestions() throws IOException {
        all(150, 4, 0);
    }

    @Tag("long")
    @Test
    void aThousandMixedQuestions() throws IOException {
        all(1000, 8, 0);
    }

    @Tag("long")
    @Test
    void aThousandMixedQuestionsWithASlowStore() throws IOException {
        all(1000, 8, 500);
    }

    /** So many each second, whether those before are answered or not; {@code -Dload.seconds} and {@code -Dload.rate} change it. */
    @Tag("long")
    @Test
    void twoHundredASecondForAMinute() throws Exception {
        int seconds = Integer.getInteger("load.seconds", 60);
        int rate = Integer.getInteger("load.rate", 200);
        try (Rig rig = Rig.connected()) {
            Random random = new Random(11);
            Shown list = rig.server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);
            atRate(rig, random, list, rate, 5);
            long start = System.nanoTime();
            List<Asked> asked = atRate(rig, random, list, rate, seconds);
            double took = (System.nanoTime() - start) / 1e9;
            List<Asked> deferred = asked.stream()
                    .filter(a -> a.awaitFirst(IN_THE_END) == Asked.First.DEFERRED)
                    .toList();
            deferred.forEach(a -> a.awaitMessage(IN_THE_END));
            LOG.info(
                    "rate={} seconds={} asked={} perSecond={} deferred={} late={} violations={} {}",
                    rate,
                    seconds,
                    asked.size(),
                    Math.round(asked.size() / took),
                    deferred.size(),
                    rig.server.unanswered().size(),
                    rig.server.traffic().violations().size(),
                    FirstAnswers.of("first answers", asked));
            assertThat(rig.server.traffic().violations()).isEmpty();
            assertThat(rig.server.unanswered()).isEmpty();
            assertThat(FirstAnswers.of("", asked).p99()).isLessThan(Duration.ofMillis(300));
        }
    }

    private static List<Asked> atRate(Rig rig, Random random, Shown list, int rate, int seconds) {
        List<Asked> asked = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++) {
            long due = start + i * 1_000_000_000L / rate;
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            asked.add(ask(rig, random, list));
        }
        return asked;
    }

    /** {@code atOnce} people ask, each the next thing when the last is answered. */
    private static void all(int count, int atOnce, int slowMillis) throws IOException {
        try (Rig rig = Rig.connected()) {
            rig.desk.before(q -> LockSupport.parkNanos(slowMillis * 1_000_000L));
            Semaphore free = new Semaphore(atOnce);
            List<Asked> asked = new ArrayList<>();
            List<Thread> people = new ArrayList<>();
            Random random = new Random(7);
            Shown list = rig.server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                free.acquireUninterruptibly();
                Asked next = ask(rig, random, list);
                asked.add(next);
                people.add(Thread.ofVirtual().start(() -> {
                    try {
                        if (next.awaitFirst(Rig.SOON) != Asked.First.CHOICES) {
                            next.awaitMessage(Rig.SOON);
                        }
                    } finally {
                        free.release();
                    }
                }));
            }
            free.acquireUninterruptibly(atOnce);
            report(count, slowMillis, start, asked);
            assertThat(rig.server.traffic().violations()).isEmpty();
            assertThat(rig.server.unanswered()).isEmpty();
        }
    }

    private static Asked ask(Rig rig, Random random, Shown list) {
        String who = Integer.toString(2000 + random.nextInt(500));
        Scene scene = someplace(rig, random).as(Person.member(who, "p" + who));
        return switch (random.nextInt(8)) {
            case 0 -> scene.complete("topic", "topic", "imm");
            case 1 -> scene.pressId(list, "1:/story 1");
            case 2 -> scene.messageMenu("Summarise links", "https://news.example/1");
            default -> {
                CommandSpec spec = EVERYWHERE.get(random.nextInt(EVERYWHERE.size()));
                yield scene.command(spec.name(), Filled.required(rig.server, spec.name()));
            }
        };
    }

    private static Scene someplace(Rig rig, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> rig.server.inDirectMessage();
            case 1 -> rig.server.inForeignServer();
            default ->
                rig.server
                        .inServer()
                        .in(rig.server
                                .channels()
                                .get(random.nextInt(rig.server.channels().size())));
        };
    }

    private static void report(int count, int slowMillis, long start, List<Asked> asked) {
        LOG.info(
                "questions={} slowMillis={} perSecond={} p50={} p99={} slowest={}",
                count,
                slowMillis,
                count * 1_000_000_000L / (System.nanoTime() - start),
                percentile(asked, 50),
                percentile(asked, 99),
                percentile(asked, 100));
    }

    private static Duration percentile(List<Asked> asked, int percent) {
        List<Duration> sorted = asked.stream()
                .map(a -> a.firstAnswerAfter().orElseThrow())
                .sorted()
                .toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
