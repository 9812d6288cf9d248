package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskedNamesTest {
    private static final PersonKey ADA = new PersonKey("here", "7");
    private static final PersonKey KIM = new PersonKey("here", "8");

    private final SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<PersonKey> asked = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Workspace workspace(String platform) {
        return new Workspace(new WorkspaceId(1), platform, "5", "Norby", Language.ENGLISH, ZoneOffset.UTC);
    }

    private AskedNames names(AskedNames.Source source) {
        return new AskedNames(
                "here",
                (workspace, person) -> {
                    asked.add(person);
                    return source.ask(workspace, person);
                },
                threads,
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
        AskedNames names = names((_, person) -> {
            if (person.equals(KIM)) {
                never.await();
            }
            return Optional.of("Ada");
        });

        assertThat(names.of(workspace("here"), List.of(ADA, KIM))).containsOnlyKeys(ADA);
    }
}
