package news.lede.community;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names asked of one platform, all at once and for a second at most, and remembered in memory for some minutes. Thread-safe. */
public final class AskedNames implements PersonNames {
    private static final Logger LOG = LoggerFactory.getLogger(AskedNames.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 1_000;
    /** More nobody reads on one page. */
    private static final int MOST_AT_ONCE = 20;

    /** Asks the platform of one person or role; empty when it does not tell. Blocks. */
    @FunctionalInterface
    public interface Source {
        Optional<String> ask(Workspace workspace, PersonKey person) throws InterruptedException;
    }

    private record Member(WorkspaceId workspace, PersonKey person) {}

    private final String platform;
    private final Source source;
    private final ExecutorService threads;
    private final Cache<Member, Optional<String>> known;

    /** {@code threads}: of those that may wait. */
    public AskedNames(String platform, Source source, ExecutorService threads, InstantSource clock) {
        this.platform = platform;
        this.source = source;
        this.threads = threads;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Map<PersonKey, String> of(Workspace workspace, Collection<PersonKey> persons) {
        if (!workspace.platform().equals(platform)) {
            return Map.of();
        }
        List<PersonKey> ours = persons.stream()
                .filter(person -> person.platform().equals(platform))
                .distinct()
                .limit(MOST_AT_ONCE)
                .toList();
        ask(workspace, ours);
        Map<PersonKey, String> names = new HashMap<>();
        for (PersonKey person : ours) {
            Optional<String> name = known.getIfPresent(new Member(workspace.id(), person));
            if (name != null) {
                name.ifPresent(told -> names.put(person, told));
            }
        }
        return names;
    }

    private void ask(Workspace workspace, List<PersonKey> persons) {
        List<Callable<Boolean>> questions = new ArrayList<>();
        for (PersonKey person : persons) {
            Member member = new Member(workspace.id(), person);
            if (known.getIfPresent(member) == null) {
                questions.add(() -> {
                    known.put(member, source.ask(workspace, person).filter(name -> !name.isBlank()));
                    return true;
                });
            }
        }
        if (questions.isEmpty()) {
            return;
        }
        try {
            threads.invokeAll(questions, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping, no names asked platform={}", platform);
        }
    }
}
