package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskedNamesTest {
    private static final PersonKey ADA = new PersonKey("here", "7");
    private static final PersonKey KIM = new PersonKey("here", "8");

    private final SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
    private final ExecutorService threads = new Patient();
    private final ConcurrentLinkedQueue<PersonKey> asked = new ConcurrentLinkedQueue<>();

    /** Where nobody is slow nobody is out of time, however long the machine takes. */
    private static final class Patient extends ThreadPoolExecutor {
        Patient() {
            super(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
                throws InterruptedException {
            return invokeAll(tasks);
        }
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Workspace workspace(String platform) {
        return new Workspace(new WorkspaceId(1), platform, "5", "Norby", Language.ENGLISH, ZoneOffset.UTC);
    }

    private AskedNames names(AskedNames.Source source) {
        return names(source, threads);
    }

    private AskedNames names(AskedNames.Source source, ExecutorService asking) {
        return new AskedNames(
                "here",
                (workspace, person) -> {
                    asked.add(person);
                    return source.ask(workspace, person);
                },
                asking,
                clock);
    }

    @Test
    void eachIsAskedOnceInTenMinutes() {
        AskedNames names = names((_, person) -> Optional.of("No " + person.id()));

        assertThat(names.of(workspace("here"), List.of(ADA, KIM, ADA)))
                .containsEntry(ADA, "No 7")
                .containsEntry(KIM, "No 8");
        names.of(workspace("here"), List.of(KIM, ADA));
        assertThat(asked).hasSize(2);

        clock.advance(Duration.ofMinutes(10));
        names.of(workspace("here"), List.of(ADA));
        assertThat(asked).hasSize(3);
    }

    @Test
    void thoseOfOtherPlatformsAreNotAskedFor() {
        AskedNames names = names((_, _) -> Optional.of("Ada"));

        assertThat(names.of(workspace("there"), List.of(ADA))).isEmpty();
        assertThat(names.of(workspace("here"), List.of(new PersonKey("there", "7"))))
                .isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void whoHasNoNameOrABlankOneIsLeftOut_whatFailsToo() {
        AskedNames names = names((_, person) -> {
            if (person.equals(KIM)) {
                throw new IllegalStateException("made to fail");
            }
            return Optional.of(" ");
        });

        assertThat(names.of(workspace("here"), List.of(ADA, KIM))).isEmpty();
    }

    @Test
    void whoeverIsSlowIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        try (ExecutorService real = Executors.newVirtualThreadPerTaskExecutor()) {
            AskedNames names = names(
                    (_, person) -> {
                        if (person.equals(KIM)) {
                            never.await();
                        }
                        return Optional.of("Ada");
                    },
                    real);

            // On a busy machine the other may be late as well, and is asked again.
            await().untilAsserted(() ->
                    assertThat(names.of(workspace("here"), List.of(ADA, KIM))).containsOnlyKeys(ADA));
            never.countDown();
        }
    }
}
